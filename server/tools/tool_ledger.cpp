// SPDX-License-Identifier: MIT
#include "server/tools/tool_ledger.h"

namespace parley::server::tools {

using nlohmann::json;
using store::ToolCallRow;

namespace {

constexpr std::string_view kCutOff =
    "An earlier attempt was cut off and nobody knows whether it was carried out; it is not repeated.";

} // namespace

Result<ToolLedger::Verdict>
ToolLedger::beginIn(store::Transaction& tx, const ToolCallRow& row, bool isIdempotent) const
{
    Verdict verdict;
    auto begun = m_calls.begin(tx, row);
    if (!begun) {
        return fail(std::move(begun).error());
    }
    if (*begun) {
        return verdict;
    }
    auto known = m_calls.find(tx, row.effectKey);
    if (!known || !*known) {
        return fail(known ? Error{ErrorCode::Storage, "The call cannot be noted.", {}, {}, {}, {}}
                          : std::move(known).error());
    }
    if ((*known)->status == "done") {
        verdict.kind = Verdict::Kind::Done;
        verdict.output = json::parse((*known)->output, nullptr, false);
        return verdict;
    }
    if ((*known)->status == "failed" || isIdempotent) {
        auto again = m_calls.beginAgain(tx, row.effectKey, (*known)->status, row.createdMs);
        return again ? Result<Verdict>(verdict) : Result<Verdict>(fail(std::move(again).error()));
    }
    verdict.kind = Verdict::Kind::Unknown;
    verdict.problem = kCutOff;
    ToolCallRow cut = **known;
    cut.status = "unknown";
    cut.problem = (*known)->problem.empty() ? verdict.problem : (*known)->problem;
    cut.finishedMs = row.createdMs;
    auto noted = m_calls.end(tx, cut);
    return noted ? Result<Verdict>(verdict) : Result<Verdict>(fail(std::move(noted).error()));
}

boost::asio::awaitable<Result<ToolLedger::Verdict>>
ToolLedger::begin(ToolContext context, std::string tool, bool isIdempotent)
{
    ToolCallRow row;
    row.effectKey = context.effectKey;
    row.run = context.run;
    row.conversation = context.conversation;
    row.tool = std::move(tool);
    row.createdMs = m_clock.nowMs();
    auto job = [&](store::Transaction& tx) { return beginIn(tx, row, isIdempotent); };
    auto scope = store::Scope::of(context.tenant);
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<Result<void>>
ToolLedger::end(ToolContext context, std::string_view status, json output, std::string problem)
{
    ToolCallRow row;
    row.effectKey = context.effectKey;
    row.status = status;
    row.output =
        status == "done" ? output.dump(-1, ' ', false, json::error_handler_t::replace) : std::string();
    row.problem = std::move(problem);
    row.finishedMs = m_clock.nowMs();
    auto job = [&](store::Transaction& tx) -> Result<void> {
        auto ended = m_calls.end(tx, row);
        return ended ? Result<void>() : Result<void>(fail(std::move(ended).error()));
    };
    auto scope = store::Scope::of(context.tenant);
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<Result<std::vector<ToolCallRow>>> ToolLedger::list(TenantId tenant,
                                                                          store::ToolCallFilter filter)
{
    filter.cutBeforeMs = m_clock.nowMs() - kLongestCallMs;
    auto job = [&](store::ReadTransaction& tx) { return m_calls.page(tx, filter); };
    auto scope = store::Scope::of(tenant);
    auto rows = co_await m_database.read(scope, job);
    if (rows) {
        for (ToolCallRow& row : *rows) {
            if (row.status == "pending" && row.createdMs < filter.cutBeforeMs) {
                row.status = "unknown";
                row.problem = kCutOff;
            }
        }
    }
    co_return rows;
}

} // namespace parley::server::tools
