// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/chat_wire.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace parley::server::llm {

/// What one provider may take.
struct ProviderTimeouts {
    std::chrono::milliseconds connect{5'000};
    std::chrono::milliseconds firstToken{30'000};    ///< from the request to the first event of a stream
    std::chrono::milliseconds betweenTokens{30'000}; ///< from one event to the next
    std::chrono::milliseconds whole{60'000};         ///< of an answer that comes whole
};

/// Takes a streamed reply from the wire: events become pieces of text, told as they come. Comments that only
/// keep a connection alive do not count as life. @thread the caller's
class StreamedReply {
public:
    using Attempt = tl::expected<ChatReply, ProviderFailure>;

    /// @param listener  outlives this
    StreamedReply(std::unique_ptr<StreamReader> reader,
                  const ChatListener& listener,
                  const ProviderTimeouts& timeouts);

    /// For net::HttpRequest::sink. @errors why the request must end; finish() says it better
    Result<void> take(const net::HttpResponse& head, std::string_view piece);

    /// The answer that came whole although a stream was asked for; null: it was a stream.
    [[nodiscard]] const std::string* whole() const { return m_kind == Kind::Whole ? &m_whole : nullptr; }
    /// Tells the listener of text, however it came.
    void tell(std::string_view text);
    /// Somebody was told a piece.
    [[nodiscard]] bool wasTold() const { return m_wasTold; }
    /// Text that came, whether the reply succeeded or not.
    [[nodiscard]] std::size_t textBytes() const { return m_textBytes; }

    /// What became of it. @param response  of the request; its body was given to take()
    Attempt finish(Result<net::HttpResponse> response, std::string_view secret);

private:
    enum class Kind { Unknown, Stream, Whole, Other };
    using Clock = std::chrono::steady_clock;

    static Kind kindOf(const net::HttpResponse& head, std::string_view piece);
    Result<void> takeEvents();
    Result<void> refuse(ProviderFailure failure);
    [[nodiscard]] bool isLate() const;

    std::unique_ptr<StreamReader> m_reader;
    const ChatListener& m_listener;
    ProviderTimeouts m_timeouts;
    net::SseParser m_parser;
    Kind m_kind = Kind::Unknown;
    std::string m_whole;
    std::optional<ProviderFailure> m_failure;
    bool m_wasTold = false;
    bool m_hasEvents = false;
    std::size_t m_textBytes = 0;
    Clock::time_point m_lastEvent = Clock::now();
};

} // namespace parley::server::llm
