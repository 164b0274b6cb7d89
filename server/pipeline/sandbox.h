// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/tenant_understanding.h"
#include "server/llm/chat_model.h"
#include "server/pipeline/runner.h"
#include "server/pipeline/sandbox_setup.h"
#include "server/store/database.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace parley::server::pipeline {

/// What is tried out, and on what.
struct SandboxRequest {
    TenantId tenant;
    std::string text;
    std::string locale;
    /// What is taken as said before.
    std::vector<SandboxLine> history;
    /// Name of the agent that answers; empty: the supervisor chooses, as for a customer.
    std::string agent;
    /// Agents as they are tried out; null: as they are.
    std::shared_ptr<const agents::TenantUnderstanding> understanding;
};

/// What a customer would have been answered.
struct SandboxOutcome {
    proto::Turn turn;
    /// The trace, as runs keep it.
    nlohmann::json nodes;
    std::int64_t durationUs = 0;
    /// The agent that the supervisor would have chosen, where it was not left to it; empty: it came not so
    /// far.
    std::string routedTo;
    std::int64_t agentVersion = 0; ///< 0: no agent of the tenant answered
    std::string writtenBy;
    llm::TokenUsage usage;
    // what a person would find in the queue
    std::string escalationReason; ///< empty: it would not go there
    std::string priority;
    std::string team;
};

/// Runs whole turns of which nothing stays: the same graph as for customers, without a conversation.
/// @thread any I/O thread
class Sandbox {
public:
    Sandbox(store::Database& database,
            const Runner& runner,
            const Clock& clock,
            IdSource& ids,
            std::function<std::string(const TenantId&)> prefixOf)
        : m_database(database), m_runner(runner), m_clock(clock), m_ids(ids), m_prefixOf(std::move(prefixOf))
    {}

    /// @errors Storage; those of the graph's last node
    boost::asio::awaitable<Result<SandboxOutcome>> run(SandboxRequest request) const;

private:
    store::Database& m_database;
    const Runner& m_runner;
    const Clock& m_clock;
    IdSource& m_ids;
    std::function<std::string(const TenantId&)> m_prefixOf;
};

} // namespace parley::server::pipeline
