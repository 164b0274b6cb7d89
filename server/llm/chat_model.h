// SPDX-License-Identifier: MIT
#pragma once

#include "server/runtime/deadline.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::llm {

enum class ChatRole { System, User, Assistant, Tool };

/// What a model may ask for while it answers.
struct ToolSpec {
    std::string name; ///< letters, digits, _ and -, at most 64
    std::string description;
    nlohmann::json inputSchema; ///< JSON Schema of an object
};

/// What a model asks for.
struct ToolCall {
    std::string id; ///< the server's, unique in one reply; the answer to it names it
    std::string name;
    std::string arguments;   ///< JSON text as the model wrote it: check it
    std::string signature{}; ///< the provider's own mark, which goes back to it with the call; mostly empty
};

/// One turn of what the model reads. Text of customers is PII-masked before it comes here.
struct ChatMessage {
    ChatRole role = ChatRole::User;
    std::string text;
    std::vector<ToolCall> toolCalls{}; ///< of an assistant's turn
    std::string toolCallId{};          ///< of a tool's turn: which call it answers
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
    std::vector<ToolSpec> tools;
};

struct TokenUsage {
    std::int64_t input = 0;
    std::int64_t output = 0;
};

struct ChatReply {
    std::string text;
    /// "stop", "length", "tool_calls", "content_filter", or the server's own word
    std::string finishReason;
    TokenUsage usage; ///< zeros where the server did not tell
    std::vector<ToolCall> toolCalls{};
    std::string provider{}; ///< its name in the tenant's settings; empty: the only one
    std::string model{};    ///< which of its models answered; empty: the one asked for
    double cost = 0;        ///< by the prices in the settings, in their currency; 0 where they name none
};

/// Is told of a reply as it comes. Calls come on the caller's executor, between its suspensions.
struct ChatListener {
    std::function<void(std::string_view piece)> onText;
    /// Forget the pieces so far: another provider begins anew. May be empty where nobody was told yet.
    std::function<void()> onReset;
};

/// A language model that answers. @thread any; each call resumes on its caller's executor
class ChatModel {
public:
    virtual ~ChatModel() = default;

    /// The provider's name of it: for logs, metrics and traces.
    [[nodiscard]] virtual std::string_view model() const = 0;

    /// @errors Timeout the budget is used up; Unavailable the server cannot be reached, is overloaded or
    /// limits us (with retryAfter where it said one): try again or elsewhere; with the problem
    /// "budget_exhausted" the tenant's tokens of this month are used up; InvalidArgument it refuses this
    /// request; Upstream it failed, answered nonsense or too much, broke off, refused the key or to answer,
    /// or does not know the model
    virtual boost::asio::awaitable<Result<ChatReply>>
    chat(std::vector<ChatMessage> messages, ChatOptions options, runtime::Budget budget) = 0;

    /// The same, told piece by piece. The pieces after the last reset make the reply's text. A model that
    /// cannot stream tells the whole at once.
    /// @errors as chat(); pieces may have been told before
    virtual boost::asio::awaitable<Result<ChatReply>> stream(std::vector<ChatMessage> messages,
                                                             ChatOptions options,
                                                             ChatListener listener,
                                                             runtime::Budget budget);
};

} // namespace parley::server::llm
