// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/tenant_understanding.h"

#include <memory>
#include <string>
#include <vector>

namespace parley::server::pipeline {

/// Something that is taken as said before.
struct SandboxLine {
    bool isCustomers = true; ///< else an agent's
    std::string text;
};

/// What a sandbox has instead of a conversation.
struct SandboxSetup {
    std::vector<SandboxLine> history;
    /// Name of the agent that answers; empty: the supervisor chooses.
    std::string agent;
    /// Agents as they are tried out; null: as they are.
    std::shared_ptr<const agents::TenantUnderstanding> understanding;
    /// What the supervisor would have chosen, where it may not.
    std::string routedTo;
};

} // namespace parley::server::pipeline
