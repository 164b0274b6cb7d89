// SPDX-License-Identifier: MIT
#include "tests/bench/turn_workload.h"

#include <stdexcept>

namespace parley::bench {

TurnWorkload::TurnWorkload(const Desk& desk, const std::vector<Tenant>& tenants, std::size_t sessions)
{
    for (std::size_t i = 0; i < sessions; ++i) {
        const Tenant& tenant = tenants[i % tenants.size()];
        const Session session = desk.openSession(tenant.publicKey);
        std::vector<std::string>& requests = m_requests.emplace_back();
        for (const std::string& question : tenant.questions) {
            const std::string body = nlohmann::json{{"text", question}}.dump();
            writeRequest(requests.emplace_back(), "POST", "/chat/message", bearer(session.token), body);
        }
    }
}

LoadResult TurnWorkload::run(Endpoint endpoint,
                             std::size_t connections,
                             double rate,
                             std::chrono::seconds duration) const
{
    if (connections > m_requests.size()) {
        throw std::invalid_argument("more connections than conversations");
    }
    const std::size_t sessionsOfEach = m_requests.size() / connections;
    std::vector<std::size_t> turns(connections, 0);
    LoadPlan plan;
    plan.endpoint = endpoint;
    plan.connections = connections;
    plan.rate = rate;
    plan.duration = duration;
    plan.write = [&](std::size_t connection, std::uint64_t, std::string& out) {
        const std::size_t turn = turns[connection]++;
        const auto& questions = m_requests[connection + turn % sessionsOfEach * connections];
        out = questions[turn / sessionsOfEach % questions.size()];
    };
    plan.accept = [](int status, std::string_view body) {
        return status == 200 && body.find(R"("kind":"answer")") != std::string_view::npos;
    };
    return runLoad(plan);
}

} // namespace parley::bench
