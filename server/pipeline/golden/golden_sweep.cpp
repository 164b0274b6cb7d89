// SPDX-License-Identifier: MIT
#include "server/pipeline/golden/golden_sweep.h"

#include "server/runtime/notifier.h"
#include "server/store/tenant_state_repository.h"

#include <boost/asio/this_coro.hpp>

namespace parley::server::pipeline {

GoldenSweep::GoldenSweep(store::Database& database,
                         GoldenRuns& runs,
                         const Clock& clock,
                         GoldenSweepOptions options,
                         boost::asio::any_io_executor executor,
                         runtime::TaskFailure onFailure)
    : m_database(database),
      m_runs(runs),
      m_clock(clock),
      m_options(options),
      m_scope(std::move(executor), std::move(onFailure))
{}

void GoldenSweep::start(std::function<std::vector<TenantId>()> tenants)
{
    m_scope.spawn("golden.sweep", sweep(std::move(tenants)));
}

boost::asio::awaitable<void> GoldenSweep::stop()
{
    co_await m_scope.cancelAndWait();
}

boost::asio::awaitable<Result<bool>> GoldenSweep::look(TenantId tenant)
{
    // Empty: there is nothing to ask, or what there is was asked already.
    auto job = [&](store::ReadTransaction& tx) -> Result<std::string> {
        auto mark = m_questions.mark(tx);
        if (!mark || *mark == "0") {
            return mark ? Result<std::string>(std::string()) : fail(std::move(mark).error());
        }
        auto versions = store::TenantStateRepository().versions(tx);
        auto newest = m_repository.list(tx, std::string(), 1);
        if (!versions || !newest) {
            return fail(versions ? newest.error() : versions.error());
        }
        const bool isKnown = !newest->empty() && newest->front().configVersion == versions->config &&
                             newest->front().indexVersion == versions->index &&
                             newest->front().questionsMark == *mark;
        if (isKnown) {
            return std::string();
        }
        return std::to_string(versions->config) + "/" + std::to_string(versions->index) + "/" + *mark;
    };
    auto scope = store::Scope::of(tenant);
    auto state = co_await m_database.read(scope, job);
    if (!state) {
        co_return fail(std::move(state).error());
    }
    if (state->empty()) {
        m_seen.erase(tenant.value);
        co_return false;
    }
    const std::int64_t now = m_clock.nowMs();
    Seen& seen = m_seen.try_emplace(tenant.value, Seen{*state, now, now}).first->second;
    if (seen.state != *state) {
        seen.state = *state;
        seen.changedMs = now;
    }
    if (now - seen.changedMs < m_options.quietMs && now - seen.sinceMs < m_options.patienceMs) {
        co_return false;
    }
    m_seen.erase(tenant.value);
    auto begun = co_await m_runs.startAfterChange(std::move(tenant));
    if (!begun) {
        co_return fail(std::move(begun).error());
    }
    co_return begun->has_value();
}

boost::asio::awaitable<void> GoldenSweep::sweep(std::function<std::vector<TenantId>()> tenants)
{
    runtime::Notifier pause(co_await boost::asio::this_coro::executor);
    for (;;) {
        (void)co_await pause.wait(std::chrono::steady_clock::now() + m_options.interval);
        const std::vector<TenantId> all = tenants();
        const std::size_t round = std::min(all.size(), m_options.tenantsAtOnce);
        for (std::size_t i = 0; i < round; ++i) {
            // A tenant that cannot be read now is met again in its next round.
            (void)co_await look(all[m_next++ % all.size()]);
        }
    }
}

} // namespace parley::server::pipeline
