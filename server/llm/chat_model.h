// SPDX-License-Identifier: MIT
#pragma once

#include "server/runtime/deadline.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::llm {

enum class ChatRole { System, User, Assistant };

/// One turn of what the model reads. Text of customers is PII-masked before it comes here.
struct ChatMessage {
    ChatRole role = ChatRole::User;
    std::string text;
};

/// The form that an answer must have. Not every server keeps to it: check what comes.
struct AnswerSchema {
    std::string name; ///< letters, digits, _ and -
    nlohmann::json schema;
};

struct ChatOptions {
    std::optional<AnswerSchema> schema;
    std::optional<double> temperature; ///< empty: the server's own
    std::optional<int> maxTokens;
};

struct TokenUsage {
    std::int64_t input = 0;
    std::int64_t output = 0;
};

struct ChatReply {
    std::string text;
    std::string finishReason; ///< "stop", "length", ... as the server calls it
    TokenUsage usage;         ///< zeros where the server did not tell
};

/// A language model that answers. @thread any; each call resumes on its caller's executor
class ChatModel {
public:
    virtual ~ChatModel() = default;

    /// The provider's name of it: for logs, metrics and traces.
    [[nodiscard]] virtual std::string_view model() const = 0;

    /// @errors Timeout the budget is used up; Unavailable the server cannot be reached, is overloaded or
    /// limits us (with retryAfter where it said one): try again or elsewhere; InvalidArgument it refuses this
    /// request; Upstream it failed, answered nonsense, refused the key or does not know the model
    virtual boost::asio::awaitable<Result<ChatReply>>
    chat(std::vector<ChatMessage> messages, ChatOptions options, runtime::Budget budget) = 0;
};

} // namespace parley::server::llm
