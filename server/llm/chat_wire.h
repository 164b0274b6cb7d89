// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/chat_model.h"
#include "server/llm/provider_failure.h"
#include "server/llm/reply_builder.h"
#include "server/net/http_message.h"
#include "server/net/sse_parser.h"
#include "server/security/secret.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::llm {

/// Puts the events of one streamed reply together. @thread one
class StreamReader {
public:
    using Taken = tl::expected<void, ProviderFailure>;

    virtual ~StreamReader() = default;

    /// @errors what the provider says went wrong; Upstream an event that cannot be read, or too much of them
    virtual Taken take(const net::SseEvent& event) = 0;

    /// The provider said that the reply ends; more may still come (how many tokens it took).
    [[nodiscard]] bool isFinished() const { return m_isFinished; }
    /// Nothing more will come.
    [[nodiscard]] bool isEnded() const { return m_isEnded; }
    [[nodiscard]] ReplyBuilder& reply() { return m_reply; }

protected:
    ReplyBuilder m_reply;
    bool m_isFinished = false;
    bool m_isEnded = false;
};

/// How one kind of provider is spoken to: its paths, headers and JSON. Holds nothing. @thread any
class ChatWire {
public:
    virtual ~ChatWire() = default;

    /// Behind the base URL: "/chat/completions".
    [[nodiscard]] virtual std::string path(std::string_view model, bool isStream) const = 0;
    /// What carries the key, and what else the provider wants.
    [[nodiscard]] virtual net::HttpHeaders headers(const security::Secret& key) const = 0;
    [[nodiscard]] virtual nlohmann::json body(std::string_view model,
                                              const std::vector<ChatMessage>& messages,
                                              const ChatOptions& options,
                                              bool isStream) const = 0;
    /// Leaves out, or says in other words, what a server refused.
    /// @return false when nothing in the body can be done without
    virtual bool adapt(nlohmann::json& body, std::string_view parameter) const = 0;
    /// A reply that came whole.
    /// @errors Upstream it cannot be read; what the provider says went wrong
    [[nodiscard]] virtual tl::expected<ChatReply, ProviderFailure> read(const std::string& body,
                                                                        const ChatOptions& options) const = 0;
    [[nodiscard]] virtual std::unique_ptr<StreamReader> reader(const ChatOptions& options) const = 0;
};

std::shared_ptr<const ChatWire> openAiWire();
std::shared_ptr<const ChatWire> anthropicWire();
std::shared_ptr<const ChatWire> geminiWire();

/// As JSON, with bytes that are no UTF-8 replaced.
std::string dumped(const nlohmann::json& body);

/// JSON, or what is_discarded() when it is none.
nlohmann::json parsed(const std::string& text);

/// The arguments of a call as the object that providers insist on; what a model wrote wrongly stays readable.
nlohmann::json argumentsObject(const ToolCall& call);

/// What came cannot be used; asking again would bring the same.
ProviderFailure unusable(Error error);
/// "An answer that cannot be read", with what is wrong for the log.
ProviderFailure nonsense(std::string what);
/// The model would not answer. The provider itself is well.
ProviderFailure refusal(std::string what);

} // namespace parley::server::llm
