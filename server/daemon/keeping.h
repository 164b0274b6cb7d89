// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/backup_files.h"
#include "server/desk/customer_erasure.h"
#include "server/identity/settings_sections.h"
#include "server/identity/tenant_directory.h"
#include "server/runtime/task_scope.h"
#include "server/runtime/worker_pool.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <functional>

namespace parley::server::daemon {

/// Nothing is kept for longer than it may: once an hour ended conversations beyond a tenant's
/// `retention_days`, and customers whose erasure was cut off; once a day backups beyond `backup.keep_days`.
/// @thread its coroutines on `executor`
class Keeping {
public:
    struct Parts {
        const identity::TenantDirectory& tenants;
        identity::SettingsSections& settings;
        desk::CustomerErasure& erasure;
        runtime::WorkerPool& files;
        const Clock& clock;
        BackupPlace backups;
        /// Erases whom the lists name and the store still has; blocking.
        std::function<Result<std::size_t>()> finishErasures;
    };

    Keeping(Parts parts, boost::asio::any_io_executor executor);

    void start();
    boost::asio::awaitable<void> stop();

    /// One pass over a tenant. @return how many conversations went @errors Storage
    boost::asio::awaitable<Result<std::int64_t>> sweep(TenantId tenant);

private:
    boost::asio::awaitable<void> everyHour();
    boost::asio::awaitable<void> everyDay();

    Parts m_parts;
    runtime::TaskScope m_scope; // last: its tasks use all of the above
};

} // namespace parley::server::daemon
