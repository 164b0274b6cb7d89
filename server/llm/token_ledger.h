// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/chat_model.h"
#include "server/runtime/task_scope.h"
#include "server/store/database.h"
#include "server/store/llm_usage_repository.h"
#include "shared/core/clock.h"
#include "shared/core/ids.h"

#include <string>

namespace parley::server::llm {

/// The problem code of a tenant whose tokens of the month are used up.
inline constexpr std::string_view kBudgetExhausted = "budget_exhausted";

/// The month that tokens are counted in: "2026-11", UTC.
std::string monthOf(std::int64_t epochMs);

/// A call's tokens at most, by the sizes of what is sent: no tokenizer is asked, so it is on the high side.
std::int64_t estimatePrompt(const std::vector<ChatMessage>& messages, const ChatOptions& options);
std::int64_t estimateText(std::size_t bytes);

/// Refused because of the budget.
tl::unexpected<Error> budgetExhausted();

/// Counts what a tenant's models take, and keeps it within a budget: whoever calls reserves before and
/// settles afterwards, in transactions that all nodes share. Settling goes on in the background.
/// @thread any
class TokenLedger {
public:
    TokenLedger(store::Database& database,
                const Clock& clock,
                IdSource& ids,
                const boost::asio::any_io_executor& executor,
                runtime::TaskFailure onFailure);

    /// @param tokens  the most that the call can take
    /// @param limit   of the month
    /// @param holdMs  how long the call may last; a reservation that nobody settles counts as used in full
    /// @return the reservation's id
    /// @errors Unavailable with the problem "budget_exhausted"; Storage
    boost::asio::awaitable<Result<std::string>>
    reserve(TenantId tenant, std::int64_t tokens, std::int64_t limit, std::int64_t holdMs);

    /// @param reservation  empty: nothing was reserved
    /// @param used         without the month, which is that of now
    void settle(TenantId tenant, std::string reservation, store::LlmUsageRow used);

    /// Waits until all is settled.
    boost::asio::awaitable<void> idle() { return m_scope.waitIdle(); }
    /// The same, and takes nothing more.
    boost::asio::awaitable<void> stop();

private:
    boost::asio::awaitable<void> settleNow(TenantId tenant, std::string reservation, store::LlmUsageRow used);

    store::Database& m_database;
    const Clock& m_clock;
    IdSource& m_ids;
    runtime::TaskScope m_scope; // last: its tasks use all of the above
};

} // namespace parley::server::llm
