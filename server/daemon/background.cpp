// SPDX-License-Identifier: MIT
#include "server/daemon/background.h"

#include "server/identity/idempotency.h"
#include "server/runtime/notifier.h"
#include "server/store/conversation_log.h"
#include "server/store/customer_repository.h"
#include "server/store/idempotency_repository.h"
#include "server/store/queue_log.h"
#include "server/telemetry/log.h"

#include <boost/asio/this_coro.hpp>

namespace parley::server::daemon {

namespace {

/// Who was away for longer loads the queue anew. @source api.md, The live link
constexpr std::int64_t kQueueLogMs = 7LL * 24 * 3'600'000;

const telemetry::Log& backgroundLog()
{
    static const telemetry::Log log("daemon");
    return log;
}

} // namespace

Background::Background(Foundation& base,
                       identity::SignIn& signIn,
                       knowledge::BlobSweep& blobs,
                       boost::asio::any_io_executor executor)
    : m_base(base),
      m_signIn(signIn),
      m_blobs(blobs),
      m_keyStore(*base.database, *base.fernet, base.clock),
      m_scope(std::move(executor), backgroundLog().taskFailures())
{}

void Background::start()
{
    m_scope.spawn("background.second", everySecond());
    m_scope.spawn("background.hour", everyHour());
    m_scope.spawn("background.day", everyDay());
}

boost::asio::awaitable<void> Background::stop()
{
    co_await m_scope.cancelAndWait();
}

boost::asio::awaitable<Result<void>> Background::refresh()
{
    auto tenants = co_await m_base.tenants->refresh();
    if (!tenants) {
        co_return tenants;
    }
    auto revocations = co_await m_base.revocations->refresh();
    if (!revocations) {
        co_return revocations;
    }
    co_return co_await m_keyStore.refresh(*m_base.keys);
}

boost::asio::awaitable<void> Background::everySecond()
{
    runtime::Notifier pause(co_await boost::asio::this_coro::executor);
    for (;;) {
        (void)co_await pause.wait(std::chrono::steady_clock::now() + std::chrono::seconds(1));
        auto refreshed = co_await refresh();
        const bool wasHealthy = m_healthy.exchange(refreshed.has_value());
        if (!refreshed && wasHealthy) {
            backgroundLog().error("the database does not answer", {{"why", refreshed.error().detail}});
        } else if (refreshed && !wasHealthy) {
            backgroundLog().info("the database answers again");
        }
    }
}

boost::asio::awaitable<void> Background::everyHour()
{
    runtime::Notifier pause(co_await boost::asio::this_coro::executor);
    for (;;) {
        (void)co_await pause.wait(std::chrono::steady_clock::now() + std::chrono::hours(1));
        // What cannot be forgotten now is forgotten an hour later.
        (void)co_await m_signIn.deleteExpired();
        const std::int64_t now = m_base.clock.nowMs();
        for (const auto& tenant : m_base.tenants->all()) {
            auto forget = [&](store::Transaction& tx) -> Result<void> {
                auto answers = store::IdempotencyRepository().deleteExpired(tx, now);
                if (!answers) {
                    return fail(std::move(answers).error());
                }
                auto tokens = store::CustomerRepository().deleteExpiredTokens(tx, now);
                if (!tokens) {
                    return tokens;
                }
                auto queue = store::QueueLog().forget(tx, now - kQueueLogMs);
                return queue ? store::ConversationLog().forgetKeys(tx, now - identity::kIdempotencyLifeMs)
                             : queue;
            };
            auto scope = store::Scope::of(tenant->row.id);
            (void)co_await m_base.database->transact(scope, forget);
        }
    }
}

boost::asio::awaitable<void> Background::everyDay()
{
    runtime::Notifier pause(co_await boost::asio::this_coro::executor);
    for (;;) {
        for (const auto& tenant : m_base.tenants->all()) {
            const TenantId id = tenant->row.id;
            auto removed = co_await m_blobs.sweep(id);
            if (!removed) {
                // What cannot be removed now is removed a day later.
                backgroundLog().warn("files that no document names were not removed",
                                     {{"tenant", id.value}, {"why", removed.error().message}});
            } else if (*removed > 0) {
                backgroundLog().info("files that no document named were removed",
                                     {{"tenant", id.value}, {"files", *removed}});
            }
        }
        (void)co_await pause.wait(std::chrono::steady_clock::now() + std::chrono::hours(24));
    }
}

} // namespace parley::server::daemon
