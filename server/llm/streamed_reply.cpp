// SPDX-License-Identifier: MIT
#include "server/llm/streamed_reply.h"

#include <utility>

namespace parley::server::llm {

namespace {

constexpr std::size_t kMaxWholeBytes = 4U << 20U;

ProviderFailure brokeOff(const char* what)
{
    ProviderFailure failure;
    failure.error = fail(ErrorCode::Upstream, "The model's answer broke off.", what).value();
    failure.isRetryable = true;
    return failure;
}

ProviderFailure tooLate()
{
    ProviderFailure failure;
    failure.error = fail(ErrorCode::Timeout, "The model did not go on in time.", "no event came").value();
    return failure;
}

} // namespace

StreamedReply::StreamedReply(std::unique_ptr<StreamReader> reader,
                             const ChatListener& listener,
                             const ProviderTimeouts& timeouts)
    : m_reader(std::move(reader)), m_listener(listener), m_timeouts(timeouts)
{}

StreamedReply::Kind StreamedReply::kindOf(const net::HttpResponse& head, std::string_view piece)
{
    const std::string_view type = net::headerValue(head.headers, "content-type");
    if (type.find("json") != std::string_view::npos) {
        return Kind::Whole;
    }
    const bool looksRight =
        piece.starts_with("data:") || piece.starts_with("event:") || piece.starts_with(":");
    return type.starts_with("text/event-stream") || looksRight ? Kind::Stream : Kind::Other;
}

void StreamedReply::tell(std::string_view text)
{
    m_textBytes += text.size();
    if (!text.empty() && m_listener.onText) {
        m_wasTold = true;
        m_listener.onText(text);
    }
}

Result<void> StreamedReply::refuse(ProviderFailure failure)
{
    Error error = failure.error;
    m_failure = std::move(failure);
    return fail(std::move(error));
}

bool StreamedReply::isLate() const
{
    return Clock::now() - m_lastEvent > (m_hasEvents ? m_timeouts.betweenTokens : m_timeouts.firstToken);
}

Result<void> StreamedReply::takeEvents()
{
    while (!m_reader->isEnded()) {
        auto event = m_parser.next();
        if (!event) {
            return refuse(unusable(std::move(event).error()));
        }
        if (*event == nullptr) {
            return isLate() ? refuse(tooLate()) : Result<void>();
        }
        m_hasEvents = true;
        m_lastEvent = Clock::now();
        const std::size_t known = m_reader->reply().text().size();
        if (auto taken = m_reader->take(**event); !taken) {
            return refuse(std::move(taken).error());
        }
        tell(std::string_view(m_reader->reply().text()).substr(known));
    }
    return {};
}

Result<void> StreamedReply::take(const net::HttpResponse& head, std::string_view piece)
{
    if (m_reader->isEnded()) {
        return fail(ErrorCode::Cancelled, "The answer is complete.");
    }
    if (m_kind == Kind::Unknown) {
        m_kind = kindOf(head, piece);
    }
    switch (m_kind) {
    case Kind::Stream:
        m_parser.feed(piece);
        return takeEvents();
    case Kind::Whole:
        m_whole += piece;
        if (m_whole.size() > kMaxWholeBytes) {
            ProviderFailure failure = nonsense("more than 4 MiB");
            failure.error.message = "The model's answer is too long.";
            return refuse(std::move(failure));
        }
        return {};
    default:
        return refuse(nonsense("neither events nor JSON: " +
                               std::string(net::headerValue(head.headers, "content-type").substr(0, 100))));
    }
}

StreamedReply::Attempt StreamedReply::finish(Result<net::HttpResponse> response, std::string_view secret)
{
    if (!m_failure && response && response->status != 200) {
        m_failure = failureOf(*response, secret);
    }
    if (!m_failure && m_kind == Kind::Stream && response) {
        m_parser.feed("\n\n"); // some servers leave the last event open
        (void)takeEvents();
    }
    if (!m_failure && !m_reader->isFinished()) {
        m_failure = response ? brokeOff("the stream ended without its end") : failureOf(response.error());
    }
    if (!m_failure) {
        auto built = m_reader->reply().build();
        if (built) {
            return *std::move(built);
        }
        m_failure = unusable(std::move(built).error());
    }
    // Who was told half an answer must be told to forget it before another begins.
    m_failure->isRetryable = m_failure->isRetryable && !m_wasTold;
    return tl::unexpected(*std::move(m_failure));
}

} // namespace parley::server::llm
