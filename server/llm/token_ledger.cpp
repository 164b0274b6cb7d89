// SPDX-License-Identifier: MIT
#include "server/llm/token_ledger.h"

#include "server/telemetry/log.h"

#include <utility>

namespace parley::server::llm {

namespace {

/// English has some four bytes a token, other languages and JSON three.
constexpr std::size_t kBytesPerToken = 3;
/// What a provider wraps around each message, tool and request.
constexpr std::int64_t kTokensPerPart = 8;

} // namespace

std::string monthOf(std::int64_t epochMs)
{
    return toRfc3339(epochMs).substr(0, 7);
}

std::int64_t estimateText(std::size_t bytes)
{
    return static_cast<std::int64_t>((bytes + kBytesPerToken - 1) / kBytesPerToken);
}

std::int64_t estimatePrompt(const std::vector<ChatMessage>& messages, const ChatOptions& options)
{
    std::int64_t tokens = kTokensPerPart;
    for (const ChatMessage& message : messages) {
        tokens += kTokensPerPart + estimateText(message.text.size());
        for (const ToolCall& call : message.toolCalls) {
            tokens += kTokensPerPart + estimateText(call.name.size() + call.arguments.size());
        }
    }
    for (const ToolSpec& tool : options.tools) {
        const std::size_t bytes =
            tool.name.size() + tool.description.size() +
            tool.inputSchema.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).size();
        tokens += kTokensPerPart + estimateText(bytes);
    }
    if (options.schema) {
        tokens += kTokensPerPart + estimateText(options.schema->schema.dump().size());
    }
    return tokens;
}

tl::unexpected<Error> budgetExhausted()
{
    Error error;
    error.code = ErrorCode::Unavailable;
    error.problem = kBudgetExhausted;
    error.message = "The budget for language models is used up for this month.";
    return fail(std::move(error));
}

TokenLedger::TokenLedger(store::Database& database,
                         const Clock& clock,
                         IdSource& ids,
                         const boost::asio::any_io_executor& executor,
                         runtime::TaskFailure onFailure)
    : m_database(database), m_clock(clock), m_ids(ids), m_scope(executor, std::move(onFailure))
{}

boost::asio::awaitable<Result<std::string>>
TokenLedger::reserve(TenantId tenant, std::int64_t tokens, std::int64_t limit, std::int64_t holdMs)
{
    const std::int64_t nowMs = m_clock.nowMs();
    const store::LlmReservation wanted{m_ids.next(), monthOf(nowMs), tokens, nowMs + holdMs};
    auto job = [&](store::Transaction& tx) {
        return store::LlmUsageRepository().reserve(tx, wanted, limit, nowMs);
    };
    auto scope = store::Scope::of(std::move(tenant));
    auto reserved = co_await m_database.transact(scope, job);
    if (!reserved) {
        co_return fail(std::move(reserved).error().in("llm.reserve"));
    }
    if (!*reserved) {
        co_return budgetExhausted();
    }
    co_return wanted.id;
}

void TokenLedger::settle(TenantId tenant, std::string reservation, store::LlmUsageRow used)
{
    if (reservation.empty() && used.requests == 0) {
        return;
    }
    m_scope.spawn("llm.settle", settleNow(std::move(tenant), std::move(reservation), std::move(used)));
}

boost::asio::awaitable<void>
TokenLedger::settleNow(TenantId tenant, std::string reservation, store::LlmUsageRow used)
{
    const std::int64_t nowMs = m_clock.nowMs();
    used.month = monthOf(nowMs);
    auto job = [&](store::Transaction& tx) {
        return store::LlmUsageRepository().settle(tx, reservation, used, nowMs);
    };
    auto scope = store::Scope::of(tenant);
    auto settled = co_await m_database.transact(scope, job);
    if (!settled) {
        static const telemetry::Log kLog("llm");
        kLog.error("a model's tokens were not counted",
                   {{"tenant", tenant.value}, {"why", settled.error().message}});
    }
}

boost::asio::awaitable<void> TokenLedger::stop()
{
    co_await m_scope.waitIdle();
    co_await m_scope.cancelAndWait();
}

} // namespace parley::server::llm
