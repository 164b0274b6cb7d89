// SPDX-License-Identifier: MIT
#include "server/jobs/queue.h"

#include "server/runtime/contain.h"

#include <algorithm>

namespace parley::server::jobs {

namespace {

constexpr std::string_view kHintKind = "jobs";

bool isWorthAnotherTry(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Storage:
    case ErrorCode::Timeout:
    case ErrorCode::Unavailable:
    case ErrorCode::Upstream:
    case ErrorCode::Cancelled:
        return true;
    default:
        return false;
    }
}

} // namespace

Queue::Queue(store::Database& database,
             const Clock& clock,
             std::string node,
             boost::asio::any_io_executor executor,
             QueueOptions options,
             runtime::TaskFailure onFailure)
    : m_database(database),
      m_clock(clock),
      m_node(std::move(node)),
      m_options(options),
      m_scope(executor, std::move(onFailure))
{
    for (int i = 0; i < std::max(1, m_options.workers); ++i) {
        m_notifiers.push_back(std::make_unique<runtime::Notifier>(executor));
    }
}

void Queue::setHandler(std::string kind, Handler& handler)
{
    m_handlers.insert_or_assign(std::move(kind), &handler);
}

Result<void> Queue::add(store::Transaction& tx, const TenantId& tenant, store::JobRow job)
{
    auto added = m_jobs.add(tx, job);
    if (!added) {
        return added;
    }
    tx.afterCommit([this, tenant] { wake(tenant); });
    return {};
}

void Queue::wake(const TenantId& tenant)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isWaiting.insert(tenant.value).second) {
            return;
        }
        m_waiting.push_back(tenant);
    }
    for (const auto& notifier : m_notifiers) {
        notifier->notify();
    }
}

std::size_t Queue::backlog() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting.size();
}

void Queue::start(std::vector<TenantId> tenants, bool isAlone)
{
    m_isAlone = isAlone;
    m_scope.spawn("jobs.takeUp", takeUp(std::move(tenants), isAlone));
    m_scope.spawn("jobs.watchDue", watchDue());
}

boost::asio::awaitable<void> Queue::stop()
{
    m_stopping = true;
    co_await m_scope.cancelAndWait();
}

boost::asio::awaitable<void> Queue::takeUp(std::vector<TenantId> tenants, bool isAlone)
{
    for (const TenantId& tenant : tenants) {
        if (isAlone) {
            auto release = [&](store::Transaction& tx) { return m_jobs.releaseOthers(tx, m_node); };
            auto scope = store::Scope::of(tenant);
            // A tenant that cannot be opened now is met again through its hint.
            (void)co_await m_database.transact(scope, release);
        }
        auto look = [&](store::ReadTransaction& tx) { return m_jobs.nextDue(tx); };
        auto scope = store::Scope::of(tenant);
        auto due = co_await m_database.read(scope, look);
        if (due && *due) {
            wake(tenant);
        }
    }
    for (std::size_t i = 0; i < m_notifiers.size(); ++i) {
        m_scope.spawn("jobs.work", work(*m_notifiers[i]));
    }
}

boost::asio::awaitable<void> Queue::watchDue()
{
    const boost::asio::any_io_executor executor = m_scope.executor();
    runtime::Notifier never(executor);
    while (!m_stopping) {
        (void)co_await never.wait(std::chrono::steady_clock::now() +
                                  std::chrono::milliseconds(m_options.pollMs));
        auto look = [&](store::ReadTransaction& tx) { return m_due.due(tx, kHintKind, m_clock.nowMs()); };
        auto scope = store::Scope::platform();
        auto tenants = co_await m_database.read(scope, look);
        if (tenants) {
            for (const TenantId& tenant : *tenants) {
                wake(tenant);
            }
        }
    }
}

boost::asio::awaitable<std::optional<TenantId>> Queue::nextTenant()
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.empty()) {
        co_return std::nullopt;
    }
    TenantId tenant = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_isWaiting.erase(tenant.value);
    co_return tenant;
}

boost::asio::awaitable<void> Queue::work(runtime::Notifier& notifier)
{
    static constexpr auto kIdle = std::chrono::seconds(30);
    while (!m_stopping) {
        auto tenant = co_await nextTenant();
        if (!tenant) {
            (void)co_await notifier.wait(std::chrono::steady_clock::now() + kIdle);
            continue;
        }
        const bool hadWork = co_await workOnce(*tenant);
        if (hadWork) {
            wake(*tenant);
        } else {
            co_await leaveHint(*tenant);
        }
    }
}

boost::asio::awaitable<bool> Queue::workOnce(TenantId tenant)
{
    const std::int64_t now = m_clock.nowMs();
    auto claim = [&](store::Transaction& tx) {
        return m_jobs.claim(tx, m_node, now, now + m_options.leaseMs);
    };
    auto scope = store::Scope::of(tenant);
    auto claimed = co_await m_database.transact(scope, claim);
    if (!claimed || !*claimed) {
        co_return false;
    }
    store::JobRow job = std::move(**claimed);
    if (!m_isAlone) {
        // Should this process die at it, another one finds the job when its lease has ended.
        co_await leaveHint(tenant);
    }
    if (job.attempts > job.maxAttempts) {
        // Each attempt ended with its process: the job itself may be what kills it.
        Result<void> deadly = fail(ErrorCode::Internal, "It was interrupted too often.", job.kind);
        co_await settle(std::move(tenant), std::move(job), std::move(deadly));
        co_return true;
    }
    const auto handler = m_handlers.find(job.kind);
    if (handler == m_handlers.end()) {
        Result<void> unknown = fail(ErrorCode::Internal, "Nothing handles jobs of this kind.", job.kind);
        co_await settle(std::move(tenant), std::move(job), std::move(unknown));
        co_return true;
    }
    auto work = runtime::contain(handler->second->run(tenant, job));
    Result<void> outcome = co_await std::move(work);
    co_await settle(std::move(tenant), std::move(job), std::move(outcome));
    co_return true;
}

boost::asio::awaitable<void> Queue::settle(TenantId tenant, store::JobRow job, Result<void> outcome)
{
    const std::int64_t now = m_clock.nowMs();
    std::optional<std::int64_t> retryMs;
    const bool isFinal =
        !outcome && (!isWorthAnotherTry(outcome.error().code) || job.attempts >= job.maxAttempts);
    if (!outcome && !isFinal) {
        retryMs = now + (m_options.retryMs << std::min<std::int64_t>(job.attempts - 1, 10));
    }
    auto note = [&](store::Transaction& tx) {
        return outcome ? m_jobs.finish(tx, job, now)
                       : m_jobs.failed(tx, job, outcome.error().message, retryMs, now);
    };
    auto scope = store::Scope::of(tenant);
    // When this fails too the lease ends by itself and the job is done again.
    auto noted = co_await m_database.transact(scope, note);
    if (!isFinal || !noted || !*noted) {
        // Where the job was cancelled or another attempt has it, what becomes of it is not this one's to say.
        co_return;
    }
    const auto handler = m_handlers.find(job.kind);
    if (handler != m_handlers.end()) {
        auto told = handler->second->gaveUp(std::move(tenant), std::move(job), outcome.error());
        co_await std::move(told);
    }
}

boost::asio::awaitable<void> Queue::leaveHint(TenantId tenant)
{
    auto look = [&](store::ReadTransaction& tx) { return m_jobs.nextDue(tx); };
    auto inside = store::Scope::of(tenant);
    auto due = co_await m_database.read(inside, look);
    if (!due) {
        // What the tenant has is not known now, so it is looked at again.
        due = std::optional(m_clock.nowMs() + m_options.retryMs);
    }
    auto hint = [&](store::Transaction& tx) -> Result<void> {
        auto cleared = m_due.clear(tx, tenant, kHintKind);
        if (!cleared || !*due) {
            return cleared;
        }
        return m_due.hint(tx, tenant, kHintKind, **due);
    };
    auto platform = store::Scope::platform();
    auto left = co_await m_database.transact(platform, hint);
    if (!left && !m_stopping) {
        // Neither memory nor hint would know of the tenant any more.
        runtime::Notifier pause(m_scope.executor());
        (void)co_await pause.wait(std::chrono::steady_clock::now() +
                                  std::chrono::milliseconds(m_options.retryMs));
        wake(tenant);
    }
}

} // namespace parley::server::jobs
