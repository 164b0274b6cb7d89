// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/agent_catalog.h"
#include "server/pipeline/golden/golden_questions.h"
#include "server/pipeline/golden/golden_runs.h"
#include "server/pipeline/nodes/bridge.h"
#include "server/pipeline/nodes/deliver.h"
#include "tests/support/desk_world.h"

#include <map>

namespace parley::test {

/// Answers what it was taught; everything else goes to a person. "fail" fails.
class TaughtNode final : public server::pipeline::Node {
public:
    explicit TaughtNode(std::map<std::string, std::string>& answers) : m_answers(answers) {}
    [[nodiscard]] std::string_view name() const override { return "taught"; }
    boost::asio::awaitable<Result<server::pipeline::Step>> run(server::pipeline::Turn& turn,
                                                               server::runtime::Budget) override
    {
        using server::pipeline::Step;
        const auto known = m_answers.find(turn.text);
        if (known == m_answers.end()) {
            turn.escalationReason = "no_answer";
            co_return Step::Escalate;
        }
        if (known->second == "fail") {
            co_return fail(ErrorCode::Upstream, "The model failed.");
        }
        turn.agent = "Orders";
        turn.reply = known->second;
        turn.confidence = 0.9;
        co_return Step::Deliver;
    }

private:
    std::map<std::string, std::string>& m_answers;
};

/// A tenant with golden questions, and what asks them.
struct GoldenWorld : DeskWorld {
    explicit GoldenWorld(server::store::Database& db, TenantId owner)
        : DeskWorld(db, std::move(owner)),
          runner(graph(), clock, std::chrono::seconds(60), [](auto, auto) {}),
          sandbox(db, runner, clock, ids, [](const TenantId&) { return std::string("TF"); }),
          queue(db,
                clock,
                "n1",
                io.get_executor(),
                {},
                [](std::string_view, std::string_view what) { QFAIL(std::string(what).c_str()); }),
          runs(db, queue, sandbox, clock, ids, [this](const TenantId&, const auto& run) {
              observed += run.id + " ";
          })
    {}

    server::pipeline::Graph graph()
    {
        server::pipeline::Graph made;
        made.steps.push_back(std::make_unique<TaughtNode>(answers));
        made.deliver = std::make_unique<server::pipeline::DeliverNode>(services);
        made.bridge = std::make_unique<server::pipeline::BridgeNode>(services);
        return made;
    }

    server::store::GoldenQuestionRow add(const std::string& question,
                                         std::vector<std::string> mustContain = {},
                                         const std::string& expects = "answer")
    {
        server::pipeline::GoldenChanges wanted;
        wanted.question = question;
        wanted.mustContain = std::move(mustContain);
        wanted.expects = expects;
        return must(run(questions.create(tenant, wanted, server::identity::Actor::system())));
    }

    /// Begins a run and asks all of it. @return the run as it is then
    server::store::GoldenRunRow ask()
    {
        return finish(must(run(runs.start(tenant, server::identity::Actor::system()))).id);
    }

    /// Does the jobs that are due, as the queue would.
    server::store::GoldenRunRow finish(const std::string& id)
    {
        using server::store::Transaction;
        const server::store::JobRepository jobs;
        for (;;) {
            const std::int64_t now = clock.nowMs();
            const auto job =
                must(write([&](Transaction& tx) { return jobs.claim(tx, "n1", now, now + 60'000); }));
            if (!job) {
                break;
            }
            must(run(runs.run(tenant, *job)));
            must(write([&](Transaction& tx) { return jobs.finish(tx, *job, now); }));
        }
        return must(run(runs.get(tenant, id)));
    }

    /// "question:outcome:change " of each result.
    std::string resultsOf(const std::string& id)
    {
        std::string all;
        for (const auto& row : must(run(runs.results(tenant, id)))) {
            all += row.question + ":" + row.outcome + ":" + row.change + " ";
        }
        return all;
    }

    std::map<std::string, std::string> answers;
    server::pipeline::Runner runner;
    server::pipeline::Sandbox sandbox;
    server::agents::AgentCatalog catalog{database, clock, ids};
    server::pipeline::GoldenQuestions questions{database, clock, ids};
    server::jobs::Queue queue;
    server::pipeline::GoldenRuns runs;
    std::string observed;
};

} // namespace parley::test
