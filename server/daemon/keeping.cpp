// SPDX-License-Identifier: MIT
#include "server/daemon/keeping.h"

#include "server/runtime/notifier.h"
#include "server/telemetry/log.h"

#include <boost/asio/this_coro.hpp>
#include <nlohmann/json.hpp>

namespace parley::server::daemon {

namespace {

constexpr std::int64_t kDayMs = 24LL * 3'600'000;

const telemetry::Log& keepingLog()
{
    static const telemetry::Log log("keeping");
    return log;
}

Result<std::size_t> pruneNow(const BackupPlace& backups, const Clock& clock)
{
    return pruneBackups(backups, clock.nowMs());
}

} // namespace

Keeping::Keeping(Parts parts, boost::asio::any_io_executor executor)
    : m_parts(std::move(parts)), m_scope(std::move(executor), keepingLog().taskFailures())
{}

void Keeping::start()
{
    m_scope.spawn("keeping.hour", everyHour());
    m_scope.spawn("keeping.day", everyDay());
}

boost::asio::awaitable<void> Keeping::stop()
{
    co_await m_scope.cancelAndWait();
}

boost::asio::awaitable<Result<std::int64_t>> Keeping::sweep(TenantId tenant)
{
    co_await m_parts.erasure.purgeIfPending(tenant);
    auto section = co_await m_parts.settings.get(tenant, "desk");
    if (!section) {
        co_return fail(std::move(section).error());
    }
    const nlohmann::json values = section->merged();
    const auto days = values.find("retention_days");
    if (days == values.end() || !days->is_number_integer() || days->get<std::int64_t>() <= 0) {
        co_return std::int64_t{0}; // kept for ever
    }
    const std::int64_t before = m_parts.clock.nowMs() - days->get<std::int64_t>() * kDayMs;
    co_return co_await m_parts.erasure.eraseEnded(tenant, before);
}

boost::asio::awaitable<void> Keeping::everyHour()
{
    runtime::Notifier pause(co_await boost::asio::this_coro::executor);
    for (;;) {
        auto finished = co_await m_parts.files.run(m_parts.finishErasures);
        if (!finished) {
            keepingLog().error("erasures that were cut off were not finished",
                               {{"why", finished.error().message}});
        } else if (*finished > 0) {
            keepingLog().warn("erasures that were cut off were finished", {{"customers", *finished}});
        }
        for (const auto& tenant : m_parts.tenants.all()) {
            const TenantId id = tenant->row.id;
            auto gone = co_await sweep(id);
            if (!gone) {
                // What cannot go now goes an hour later.
                keepingLog().warn("conversations beyond their time were not removed",
                                  {{"tenant", id.value}, {"why", gone.error().message}});
            } else if (*gone > 0) {
                keepingLog().info("conversations beyond their time were removed",
                                  {{"tenant", id.value}, {"conversations", *gone}});
            }
        }
        (void)co_await pause.wait(std::chrono::steady_clock::now() + std::chrono::hours(1));
    }
}

boost::asio::awaitable<void> Keeping::everyDay()
{
    runtime::Notifier pause(co_await boost::asio::this_coro::executor);
    for (;;) {
        auto prune = [&] { return pruneNow(m_parts.backups, m_parts.clock); };
        auto removed = co_await m_parts.files.run(prune);
        if (removed && *removed > 0) {
            keepingLog().info("backups beyond their time were removed", {{"backups", *removed}});
        }
        [[maybe_unused]] const bool isWoken =
            co_await pause.wait(std::chrono::steady_clock::now() + std::chrono::hours(24));
    }
}

} // namespace parley::server::daemon
