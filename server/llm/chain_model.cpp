// SPDX-License-Identifier: MIT
#include "server/llm/chain_model.h"

#include "server/telemetry/log.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace parley::server::llm {

namespace {

namespace asio = boost::asio;
using Steady = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Of an answer where nobody named a limit, so that a reservation can be its bound.
constexpr int kDefaultMaxTokens = 2'048;
/// What a reservation outlives its call by.
constexpr std::int64_t kHoldMarginMs = 60'000;
/// With somebody else to ask, the first is not asked for long again.
constexpr runtime::RetryPolicy kRetryBeforeNext{milliseconds{200}, milliseconds{1'000}, 2};
constexpr runtime::RetryPolicy kRetryLast{milliseconds{300}, milliseconds{4'000}, 3};
constexpr runtime::RetryPolicy kNoRetry{milliseconds{0}, milliseconds{0}, 1};

milliseconds since(Steady::time_point begun)
{
    return std::chrono::duration_cast<milliseconds>(Steady::now() - begun);
}

/// Tells the breaker how a call went, also where the call was cancelled.
class Admission {
public:
    explicit Admission(ProviderHealth& health) : m_health(health) {}
    ~Admission()
    {
        if (!m_isTold) {
            m_health.breaker.abandoned();
        }
    }
    Admission(const Admission&) = delete;
    Admission& operator=(const Admission&) = delete;

    void succeeded(std::int64_t nowMs, milliseconds took)
    {
        m_isTold = true;
        m_health.breaker.succeeded();
        m_health.noteSuccess(nowMs, took);
    }

    void failed(std::int64_t nowMs, milliseconds took, const ProviderFailure& failure)
    {
        m_health.noteFailure(nowMs, failure.error);
        if (countsAgainst(failure, took)) {
            m_isTold = true;
            m_health.breaker.failed(Steady::now(), failure.retryAfter);
        } else if (failure.isRefusal) {
            m_isTold = true;
            m_health.breaker.succeeded();
        }
    }

private:
    ProviderHealth& m_health;
    bool m_isTold = false;
};

/// Counts what a call took, also where it was cancelled half way.
class Spending {
public:
    Spending(TokenLedger& ledger, const TenantId& tenant, const ProviderLink& link, std::string reservation)
        : m_ledger(ledger), m_tenant(tenant), m_link(link), m_reservation(std::move(reservation))
    {}
    ~Spending()
    {
        const double cost = static_cast<double>(m_usage.input) * m_link.model.inputPrice +
                            static_cast<double>(m_usage.output) * m_link.model.outputPrice;
        store::LlmUsageRow row;
        row.provider = m_link.provider;
        row.model = m_link.model.name;
        row.requests = m_wasAsked ? 1 : 0;
        row.inputTokens = m_usage.input;
        row.outputTokens = m_usage.output;
        row.costMicros = std::llround(cost);
        m_link.metrics->inputTokens.add(static_cast<double>(m_usage.input));
        m_link.metrics->outputTokens.add(static_cast<double>(m_usage.output));
        m_ledger.settle(m_tenant, std::move(m_reservation), std::move(row));
    }
    Spending(const Spending&) = delete;
    Spending& operator=(const Spending&) = delete;

    /// From here on the provider may have begun to work.
    void asked(std::int64_t promptTokens)
    {
        m_wasAsked = true;
        m_usage = TokenUsage{promptTokens, 0};
    }
    void took(TokenUsage usage) { m_usage = usage; }

private:
    TokenLedger& m_ledger;
    const TenantId& m_tenant;
    const ProviderLink& m_link;
    std::string m_reservation;
    bool m_wasAsked = false;
    TokenUsage m_usage;
};

/// What came, where the provider did not say what it took.
TokenUsage usageOf(const ChatReply& reply, std::int64_t promptTokens)
{
    if (reply.usage.input + reply.usage.output > 0) {
        return reply.usage;
    }
    std::size_t bytes = reply.text.size();
    for (const ToolCall& call : reply.toolCalls) {
        bytes += call.name.size() + call.arguments.size();
    }
    return TokenUsage{promptTokens, estimateText(bytes)};
}

} // namespace

/// What one question brings along from provider to provider.
class ChainModel::Call {
public:
    Call(const std::vector<ChatMessage>& m, const ChatOptions& o, const ChatListener* l)
        : messages(m), options(o), listener(l), promptTokens(estimatePrompt(m, o))
    {}

    const std::vector<ChatMessage>& messages;
    const ChatOptions& options;
    const ChatListener* listener;
    std::int64_t promptTokens;
    bool hasNext = false;
    bool isProbe = false;
    bool isOver = false; ///< no other provider is to be asked
};

ChainModel::ChainModel(ChainServices services,
                       TenantId tenant,
                       std::shared_ptr<const ProviderSet> set,
                       std::vector<const ProviderLink*> links)
    : m_services(services), m_tenant(std::move(tenant)), m_set(std::move(set)), m_links(std::move(links))
{
    if (!m_links.empty()) {
        m_name = m_links.front()->provider + "/" + m_links.front()->model.name;
    }
}

bool ChainModel::hasAnother(std::size_t after) const
{
    const auto now = Steady::now();
    return std::any_of(m_links.begin() + static_cast<std::ptrdiff_t>(after) + 1,
                       m_links.end(),
                       [&](const ProviderLink* link) {
                           return link->health->breaker.state(now) != BreakerState::Open;
                       });
}

asio::awaitable<ChainModel::Attempt>
ChainModel::askOne(const ProviderLink& link, Call& call, runtime::Budget budget)
{
    Admission admission(*link.health);
    std::string reservation;
    if (m_set->monthlyBudget) {
        const std::int64_t most = call.promptTokens + call.options.maxTokens.value_or(kDefaultMaxTokens);
        auto reserved = co_await m_services.ledger.reserve(m_tenant,
                                                           most,
                                                           *m_set->monthlyBudget,
                                                           budget.remaining().count() + kHoldMarginMs);
        if (!reserved) {
            call.isOver = true;
            m_services.metrics.exhausted.add(reserved.error().problem == kBudgetExhausted ? 1 : 0);
            co_return tl::unexpected(failureOf(std::move(reserved).error()));
        }
        reservation = *std::move(reserved);
    }
    Spending spending(m_services.ledger, m_tenant, link, std::move(reservation));
    // Whoever is not the last leaves time for the next.
    const runtime::Budget own = call.hasNext ? budget.atMost(budget.remaining() * 2 / 3) : budget;
    ProviderTimeouts timeouts = link.client->options().timeouts;
    if (call.hasNext) {
        timeouts.firstToken = std::min(timeouts.firstToken, own.remaining() / 2);
        timeouts.betweenTokens = std::min(timeouts.betweenTokens, own.remaining() / 2);
    }
    const auto begun = Steady::now();
    bool isFirst = true;
    std::size_t told = 0;
    ChatListener listener;
    listener.onText = [&](std::string_view piece) {
        // Whoever is cut off in the middle has used what was told.
        told += piece.size();
        spending.took(TokenUsage{call.promptTokens, estimateText(told)});
        if (std::exchange(isFirst, false)) {
            link.metrics->firstToken.observe(std::chrono::duration<double>(Steady::now() - begun).count());
        }
        call.listener->onText(piece);
    };
    const bool isTold = call.listener != nullptr && call.listener->onText;
    const auto& retry = call.isProbe ? kNoRetry : call.hasNext ? kRetryBeforeNext : kRetryLast;
    ProviderClient::Question question{call.messages,
                                      call.options,
                                      call.listener == nullptr ? nullptr
                                      : isTold                 ? &listener
                                                               : call.listener,
                                      timeouts,
                                      retry};
    spending.asked(call.promptTokens);
    Attempt attempt = co_await link.client->ask(question, own);
    const auto took = since(begun);
    if (!attempt) {
        if (question.wasTold && call.listener->onReset) {
            call.listener->onReset();
        }
        admission.failed(m_services.clock.nowMs(), took, attempt.error());
        link.metrics->failures.at(failureWord(attempt.error())).add();
        const bool mayHaveWorked = question.textBytes > 0 || attempt.error().error.code == ErrorCode::Timeout;
        spending.took(mayHaveWorked ? TokenUsage{call.promptTokens, estimateText(question.textBytes)}
                                    : TokenUsage());
        co_return attempt;
    }
    admission.succeeded(m_services.clock.nowMs(), took);
    link.metrics->answers.add();
    attempt->usage = usageOf(*attempt, call.promptTokens);
    spending.took(attempt->usage);
    attempt->provider = link.provider;
    attempt->model = link.model.name;
    attempt->cost = (static_cast<double>(attempt->usage.input) * link.model.inputPrice +
                     static_cast<double>(attempt->usage.output) * link.model.outputPrice) /
                    1e6;
    co_return attempt;
}

asio::awaitable<Result<ChatReply>> ChainModel::ask(const std::vector<ChatMessage>& messages,
                                                   ChatOptions options,
                                                   const ChatListener* listener,
                                                   runtime::Budget budget)
{
    static const telemetry::Log kLog("llm");
    if (m_set->monthlyBudget == 0) {
        m_services.metrics.exhausted.add();
        co_return budgetExhausted();
    }
    if (m_set->monthlyBudget && !options.maxTokens) {
        options.maxTokens = kDefaultMaxTokens;
    }
    Call call(messages, options, listener);
    Error last;
    last.code = ErrorCode::Unavailable;
    last.message = "No language model can be reached at the moment.";
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        const ProviderLink& link = *m_links[i];
        if (budget.isSpent()) {
            co_return fail(ErrorCode::Timeout, "The language models took too long.", last.detail);
        }
        if (!link.health->breaker.enter(Steady::now())) {
            link.metrics->skipped.add();
            last.detail += link.provider + ": passed over; ";
            continue;
        }
        call.hasNext = hasAnother(i);
        Attempt attempt = co_await askOne(link, call, budget);
        if (attempt) {
            co_return *std::move(attempt);
        }
        std::string story = std::move(last.detail);
        last = std::move(attempt).error().error;
        kLog.warn("a language model failed",
                  {{"tenant", m_tenant.value},
                   {"provider", link.provider},
                   {"model", link.model.name},
                   {"why", last.message},
                   {"detail", last.detail}});
        if (call.isOver || last.code == ErrorCode::Cancelled) {
            break;
        }
        last.detail = story + link.provider + ": " + last.message + " " + last.detail + "; ";
    }
    if (last.code == ErrorCode::Forbidden) {
        last.code = ErrorCode::Upstream;
    }
    co_return fail(std::move(last));
}

asio::awaitable<Result<ChatReply>>
ChainModel::chat(std::vector<ChatMessage> messages, ChatOptions options, runtime::Budget budget)
{
    co_return co_await ask(messages, std::move(options), nullptr, budget);
}

asio::awaitable<Result<ChatReply>> ChainModel::stream(std::vector<ChatMessage> messages,
                                                      ChatOptions options,
                                                      ChatListener listener,
                                                      runtime::Budget budget)
{
    co_return co_await ask(messages, std::move(options), &listener, budget);
}

asio::awaitable<Result<ChatReply>> ChainModel::probe(const ProviderLink& link, runtime::Budget budget)
{
    if (m_set->monthlyBudget == 0) {
        co_return budgetExhausted();
    }
    std::vector<ChatMessage> messages(1);
    messages[0].text = "Hi";
    ChatOptions options;
    options.maxTokens = 1;
    Call call(messages, options, nullptr);
    call.isProbe = true;
    Attempt attempt = co_await askOne(link, call, budget);
    if (!attempt) {
        co_return fail(std::move(attempt).error().error);
    }
    co_return *std::move(attempt);
}

} // namespace parley::server::llm
