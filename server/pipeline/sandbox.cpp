// SPDX-License-Identifier: MIT
#include "server/pipeline/sandbox.h"

#include "server/store/tenant_state_repository.h"

namespace parley::server::pipeline {

namespace {

SandboxOutcome outcomeOf(const Turn& turn, proto::Turn result)
{
    SandboxOutcome outcome;
    outcome.turn = std::move(result);
    outcome.nodes = nlohmann::json::parse(turn.trace.text(), nullptr, false);
    outcome.routedTo = turn.sandbox->routedTo;
    outcome.writtenBy = turn.writtenBy;
    outcome.usage = turn.usage;
    if (turn.understanding) {
        const agents::AgentProfile* agent = turn.understanding->agent(turn.agent);
        outcome.agentVersion = agent != nullptr ? agent->version : 0;
    }
    if (outcome.turn.reply && outcome.turn.reply->kind == "bridge") {
        outcome.escalationReason = turn.escalationReason.empty() ? "failure" : turn.escalationReason;
        outcome.priority = turn.priority;
        outcome.team = turn.team;
    }
    return outcome;
}

} // namespace

boost::asio::awaitable<Result<SandboxOutcome>> Sandbox::run(SandboxRequest request) const
{
    auto look = [](store::ReadTransaction& tx) { return store::TenantStateRepository().versions(tx); };
    auto scope = store::Scope::of(request.tenant);
    auto versions = co_await m_database.read(scope, look);
    if (!versions) {
        co_return fail(std::move(versions).error());
    }
    // None of these is ever stored: they only tell this turn from others.
    auto turn = std::make_unique<Turn>();
    turn->tenant = request.tenant;
    turn->conversation = m_ids.make<ConversationId>();
    turn->customer = m_ids.make<CustomerId>();
    turn->message = m_ids.make<MessageId>();
    turn->run = m_ids.make<RunId>();
    turn->ticketPrefix = m_prefixOf(request.tenant);
    turn->locale = std::move(request.locale);
    turn->text = std::move(request.text);
    turn->indexVersion = versions->index;
    turn->configVersion = versions->config;
    turn->startedMs = m_clock.nowMs();
    turn->isSandbox = true;
    turn->sandbox = std::make_shared<SandboxSetup>();
    turn->sandbox->agent = std::move(request.agent);
    turn->sandbox->history = std::move(request.history);
    turn->sandbox->understanding = std::move(request.understanding);
    const auto began = std::chrono::steady_clock::now();
    auto result = co_await m_runner.run(*turn);
    if (!result) {
        co_return fail(std::move(result).error());
    }
    SandboxOutcome outcome = outcomeOf(*turn, *std::move(result));
    outcome.durationUs =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began)
            .count();
    co_return outcome;
}

} // namespace parley::server::pipeline
