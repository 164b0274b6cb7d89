// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace parley::server::agents {

/// What all agents of one kind have in common. A new kind is one class and its line in allAgentKinds(); it
/// has no state, so that one object serves all agents of the kind. @thread any
class AgentKind {
public:
    virtual ~AgentKind() = default;

    /// As `agents.kind` holds it.
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// What such an agent is there for, as a model is told.
    [[nodiscard]] virtual std::string_view task() const = 0;
    /// Whether what a message names ("order 4711") may be looked up by tools before documents are read.
    [[nodiscard]] virtual bool looksThingsUp() const { return true; }
    /// Whether it speaks of one customer's own things: what it says is kept for nobody else.
    [[nodiscard]] virtual bool isPersonal() const { return false; }
};

/// In the order in which they are documented.
std::span<const AgentKind* const> allAgentKinds();

/// That of an agent; one that is not known (any more) answers as `faq` does.
const AgentKind& agentKind(std::string_view name);

} // namespace parley::server::agents
