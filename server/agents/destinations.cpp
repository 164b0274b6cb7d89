// SPDX-License-Identifier: MIT
#include "server/agents/destinations.h"

#include <algorithm>
#include <array>

namespace parley::server::agents {

namespace {

constexpr Destination kOther{"", "general", "medium"};
constexpr std::array<Destination, 12> kDestinations{{
    {"refund", "billing", "medium"},
    {"billing_dispute", "billing", "high"},
    {"pricing", "billing", "medium"},
    {"legal", "legal", "high"},
    {"security", "security", "urgent"},
    {"safety", "security", "urgent"},
    {"data_loss", "technical", "urgent"},
    {"outage", "technical", "urgent"},
    {"deletion", "account", "high"},
    {"ownership", "account", "high"},
    {"churn", "general", "high"},
    {"anger", "general", "high"},
}};

} // namespace

const Destination& destinationOf(std::string_view reason)
{
    const auto found = std::find_if(kDestinations.begin(), kDestinations.end(), [&](const Destination& one) {
        return one.reason == reason;
    });
    return found == kDestinations.end() ? kOther : *found;
}

} // namespace parley::server::agents
