// SPDX-License-Identifier: MIT
#include "server/agents/agent_kind.h"

#include <algorithm>
#include <array>

namespace parley::server::agents {

namespace {

class FaqKind final : public AgentKind {
public:
    [[nodiscard]] std::string_view name() const override { return "faq"; }
    [[nodiscard]] std::string_view task() const override
    {
        return "You answer general questions from the company's help documents, briefly and to the point.";
    }
};

class TicketKind final : public AgentKind {
public:
    [[nodiscard]] std::string_view name() const override { return "ticket"; }
    [[nodiscard]] std::string_view task() const override
    {
        return "You take up problems and complaints: answer from the documents what they answer, say in one "
               "sentence that you understand, and use your tools to look up or open a case where that helps.";
    }
};

class AccountKind final : public AgentKind {
public:
    [[nodiscard]] std::string_view name() const override { return "account"; }
    [[nodiscard]] std::string_view task() const override
    {
        return "You answer questions about the customer's own account, orders and payments. What belongs to "
               "the "
               "customer comes from your tools alone; never guess it, and never speak of anybody else's.";
    }
    [[nodiscard]] bool isPersonal() const override { return true; }
};

class DomainKind final : public AgentKind {
public:
    [[nodiscard]] std::string_view name() const override { return "domain"; }
    [[nodiscard]] std::string_view task() const override
    {
        return "You are the specialist for the subject described below and answer questions about it from "
               "the "
               "documents and your tools.";
    }
};

class FallbackKind final : public AgentKind {
public:
    [[nodiscard]] std::string_view name() const override { return "fallback"; }
    [[nodiscard]] std::string_view task() const override
    {
        return "No specialist fits this message. Answer only where the documents clearly do.";
    }
    [[nodiscard]] bool looksThingsUp() const override { return false; }
};

} // namespace

std::span<const AgentKind* const> allAgentKinds()
{
    static const FaqKind kFaq;
    static const TicketKind kTicket;
    static const AccountKind kAccount;
    static const DomainKind kDomain;
    static const FallbackKind kFallback;
    static const std::array<const AgentKind*, 5> kKinds{&kFaq, &kTicket, &kAccount, &kDomain, &kFallback};
    return kKinds;
}

const AgentKind& agentKind(std::string_view name)
{
    const auto kinds = allAgentKinds();
    const auto found = std::ranges::find(kinds, name, &AgentKind::name);
    return found == kinds.end() ? *kinds.front() : **found;
}

} // namespace parley::server::agents
