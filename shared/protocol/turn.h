// SPDX-License-Identifier: MIT
#pragma once

#include "shared/protocol/message.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::proto {

/// The short form of a ticket that a customer reads.
struct TicketSummary {
    std::string id;
    std::string reference;
    std::string status;
    /// While it waits: its place in the queue, from 1.
    std::optional<std::int64_t> position{};
    /// How long that may take, in seconds; empty: nothing is known of it.
    std::optional<std::int64_t> expectedWaitS{};
    /// Nobody is there, and there is no address yet that an answer could be sent to.
    bool asksEmail = false;
};

/// A tool that the agents used in a turn.
struct ToolUse {
    std::string name;
    /// "done", "failed", "refused", "needs_confirmation"
    std::string status;
    nlohmann::json input;
    nlohmann::json output;
    std::int64_t durationMs = 0;
};

/// What the agents said in a turn.
struct Reply {
    std::string id;
    std::string text;
    /// "answer", "clarify" or "bridge"
    std::string kind;
    std::string agent;
    std::string category;
    double confidence = 0;
    bool cacheHit = false;
    std::vector<Citation> citations;
    /// What the customer wants, as the classifier names it, likeliest first; empty: nothing it knows.
    std::vector<std::string> intents;
    std::vector<ToolUse> toolCalls{};
};

/// The outcome of one message.
struct Turn {
    std::string sessionId;
    std::string messageId;
    /// The conversation's status after the turn.
    std::string status;
    /// Empty while a person owns the conversation.
    std::optional<Reply> reply;
    std::optional<TicketSummary> ticket;
    std::string traceId;
    /// Of the customer's message, -1..1; empty where it was not measured.
    std::optional<double> sentiment;
    std::int64_t latencyMs = 0;
};

/// Who reads: a customer sees no confidence, trace or intents.
enum class Audience { Customer, Operator };

void to_json(nlohmann::json& json, const TicketSummary& ticket);

/// The turn as `audience` may see it.
nlohmann::json turnJson(const Turn& turn, Audience audience);

} // namespace parley::proto
