// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace parley::server::desk {

/// Why a conversation goes to a person; the text is what `tickets.reason` holds.
inline constexpr std::string_view kReasonCustomerRequest = "customer_request";
inline constexpr std::string_view kReasonLowConfidence = "low_confidence";
inline constexpr std::string_view kReasonNoAnswer = "no_answer";
/// One of the tenant's own words (`escalate_keywords`).
inline constexpr std::string_view kReasonKeyword = "keyword";
inline constexpr std::string_view kReasonFailure = "failure";
inline constexpr std::string_view kReasonTimeout = "timeout";
/// A supporter joined, or moved the case, without anybody having asked.
inline constexpr std::string_view kReasonTakenOver = "taken_over";

/// What the customer reads when the conversation goes to a person, in the conversation's language (en, de,
/// es, fr; English otherwise). @param reference  the ticket's, shown to the customer; empty: there is none
std::string bridgeText(std::string_view locale, std::string_view reason, std::string_view reference);

} // namespace parley::server::desk
