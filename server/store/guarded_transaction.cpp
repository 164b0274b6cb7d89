// SPDX-License-Identifier: MIT
#include "server/store/guarded_transaction.h"

#include "server/store/store_errors.h"

#include <exception>

namespace parley::server::store {

Result<void> GuardedTransaction::admit(const Params& params)
{
    if (m_failure) {
        return fail(*m_failure);
    }
    if (auto checked = checkParams(params); !checked) {
        m_failure = checked.error();
        return checked;
    }
    return {};
}

Result<std::vector<Row>> GuardedTransaction::query(std::string_view sql, const Params& params)
{
    if (auto admitted = admit(params); !admitted) {
        return fail(std::move(admitted).error());
    }
    auto rows = runQuery(sql, params);
    if (!rows) {
        m_failure = rows.error();
    }
    return rows;
}

Result<std::int64_t> GuardedTransaction::execute(std::string_view sql, const Params& params)
{
    if (auto admitted = admit(params); !admitted) {
        return fail(std::move(admitted).error());
    }
    auto changed = runExecute(sql, params);
    if (!changed) {
        m_failure = changed.error();
    }
    return changed;
}

void GuardedTransaction::afterCommit(std::function<void()> action)
{
    m_actions.push_back(std::move(action));
}

Result<void> GuardedTransaction::contained(const std::function<Result<void>()>& job)
{
    Result<void> outcome;
    try {
        outcome = job();
    } catch (const std::exception& mistake) {
        return fail(ErrorCode::Internal,
                    "The operation failed.",
                    std::string("a job threw: ") + mistake.what());
    } catch (...) {
        return fail(ErrorCode::Internal, "The operation failed.", "a job threw something unknown");
    }
    if (outcome && m_failure) {
        return fail(*m_failure);
    }
    return outcome;
}

void runActions(std::vector<std::function<void()>> actions) noexcept
{
    for (const auto& action : actions) {
        try {
            action();
        } catch (...) {
            // Whoever was to be woken finds the change by its number: live delivery only shortens the wait.
            continue;
        }
    }
}

} // namespace parley::server::store
