// SPDX-License-Identifier: MIT
#include "server/identity/idempotency.h"

#include "server/identity/audit.h"
#include "server/security/digest.h"

#include <algorithm>

namespace parley::server::identity {

using store::IdempotencyRepository;
using store::IdempotencyRow;
using Outcome = IdempotencyStart::Outcome;

namespace {

bool isUsableKey(std::string_view key)
{
    const auto isPrintable = [](char c) { return c >= 0x20 && c <= 0x7e; };
    return !key.empty() && key.size() <= 255 && std::ranges::all_of(key, isPrintable);
}

/// What a row that somebody else wrote means for this request. @param staleMs  what began then or earlier has
/// died
Result<IdempotencyStart>
meet(store::Transaction& tx, const IdempotencyRow& mine, const IdempotencyRow& known, std::int64_t staleMs)
{
    IdempotencyStart start;
    if (known.bodyHash != mine.bodyHash) {
        start.outcome = Outcome::Mismatch;
    } else if (known.isWithheld) {
        return fail(
            ErrorCode::Conflict,
            "The first request with this Idempotency-Key was carried out, but its answer was not kept, "
            "because a customer was erased meanwhile. Look at what it did before you send another.");
    } else if (known.isDone) {
        start.outcome = Outcome::Replay;
        start.status = known.responseStatus;
        start.body = known.responseBody;
    } else {
        auto taken = IdempotencyRepository().takeOver(tx, mine, staleMs);
        if (!taken) {
            return fail(std::move(taken).error());
        }
        start.outcome = *taken ? Outcome::Run : Outcome::Wait;
    }
    return start;
}

Result<IdempotencyStart> start(store::Transaction& tx, const IdempotencyRow& mine, std::int64_t staleMs)
{
    const IdempotencyRepository requests;
    auto inserted = requests.insertRunning(tx, mine);
    if (!inserted) {
        return fail(std::move(inserted).error());
    }
    if (*inserted) {
        return IdempotencyStart{};
    }
    auto known = requests.find(tx, mine.principal, mine.route, mine.key);
    if (!known) {
        return fail(std::move(known).error());
    }
    if (!*known) {
        // The other one gave up between the two statements.
        IdempotencyStart wait;
        wait.outcome = Outcome::Wait;
        return wait;
    }
    return meet(tx, mine, **known, staleMs);
}

/// The answer as it may be stored.
std::string withoutSecrets(const std::string& body)
{
    const auto parsed = nlohmann::json::parse(body, nullptr, /*allow_exceptions=*/false);
    return parsed.is_discarded() ? body : redactSecrets(parsed).dump();
}

} // namespace

Idempotency::Idempotency(store::Database& database, const Clock& clock, std::int64_t aloneSinceMs)
    : m_database(database), m_clock(clock), m_aloneSinceMs(aloneSinceMs)
{}

boost::asio::awaitable<Result<IdempotencyStart>> Idempotency::begin(IdempotentRequest request)
{
    if (!isUsableKey(request.key)) {
        co_return failField("Idempotency-Key", "must be 1 to 255 printable ASCII characters");
    }
    IdempotencyRow row;
    row.principal = std::move(request.principal);
    row.route = std::move(request.route);
    row.key = std::move(request.key);
    row.bodyHash = security::digestHex(security::sha256(request.body));
    row.customer = std::move(request.customer);
    row.createdMs = m_clock.nowMs();
    row.expiresMs = row.createdMs + kIdempotencyLifeMs;
    const std::int64_t staleMs = std::max(row.createdMs - kIdempotencyStaleMs, m_aloneSinceMs - 1);
    auto job = [&row, staleMs](store::Transaction& tx) { return start(tx, row, staleMs); };
    store::Scope scope = store::Scope::of(request.tenant);
    auto started = co_await m_database.transact(std::move(scope), std::move(job));
    if (!started) {
        co_return fail(std::move(started).error().in("idempotency.begin"));
    }
    started->tenant = std::move(request.tenant);
    started->attempt = std::move(row);
    co_return std::move(*started);
}

boost::asio::awaitable<Result<void>>
Idempotency::finish(IdempotencyStart started, int status, std::string body)
{
    IdempotencyRow row = std::move(started.attempt);
    row.responseStatus = status;
    row.responseBody = withoutSecrets(body);
    auto job = [&row](store::Transaction& tx) { return IdempotencyRepository().finish(tx, row); };
    store::Scope scope = store::Scope::of(std::move(started.tenant));
    auto done = co_await m_database.transact(std::move(scope), std::move(job));
    if (!done) {
        co_return fail(std::move(done).error().in("idempotency.finish"));
    }
    co_return Result<void>();
}

boost::asio::awaitable<Result<void>> Idempotency::abandon(IdempotencyStart started)
{
    const IdempotencyRow row = std::move(started.attempt);
    auto job = [&row](store::Transaction& tx) { return IdempotencyRepository().abandon(tx, row); };
    store::Scope scope = store::Scope::of(std::move(started.tenant));
    auto done = co_await m_database.transact(std::move(scope), std::move(job));
    if (!done) {
        co_return fail(std::move(done).error().in("idempotency.abandon"));
    }
    co_return Result<void>();
}

} // namespace parley::server::identity
