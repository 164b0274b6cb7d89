// SPDX-License-Identifier: MIT
#include "server/nlp/escalation/escalation_rules.h"

#include <array>

namespace parley::server::nlp {
namespace {

struct Shipped {
    std::string_view reason;
    std::string_view name;
    EscalationLevel level;
};

// In the order in which they name the reason when several fire: the one that needs the rarest person first.
constexpr std::array<Shipped, 14> kShipped{{
    {"safety", "Danger to life, health or persons", EscalationLevel::Always},
    {"deletion", "Deletion of an account or of personal data", EscalationLevel::Always},
    {"legal", "Lawyers, authorities, contracts and data protection", EscalationLevel::Always},
    {"security", "Break-ins, leaks and fraud", EscalationLevel::Always},
    {"press", "Press and media", EscalationLevel::Always},
    {"refund", "Refunds and compensation", EscalationLevel::Always},
    {"billing_dispute", "Disputed charges and invoices", EscalationLevel::Always},
    {"ownership", "Ownership of and access to an account", EscalationLevel::Likely},
    {"pricing", "Discounts, quotes and negotiation", EscalationLevel::Likely},
    {"data_loss", "Lost data", EscalationLevel::Likely},
    {"outage", "Outages and critical faults", EscalationLevel::Likely},
    {"human_request", "Asks for a person", EscalationLevel::Always},
    {"churn", "About to leave", EscalationLevel::Likely},
    {"anger", "Anger and repeated contact", EscalationLevel::Likely},
}};

} // namespace

std::vector<EscalationRule> EscalationRules::defaults()
{
    constexpr int kStep = 10; // room for a tenant's own between them
    std::vector<EscalationRule> rules;
    for (const Shipped& shipped : kShipped) {
        EscalationRule rule;
        rule.id = shipped.reason;
        rule.name = shipped.name;
        rule.reason = shipped.reason;
        rule.level = shipped.level;
        rule.priority = static_cast<int>(rules.size() + 1) * kStep;
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace parley::server::nlp
