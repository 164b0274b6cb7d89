// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/settings_loader.h"
#include "server/identity/revocation_list.h"
#include "server/identity/tenant_directory.h"
#include "server/runtime/worker_pool.h"
#include "server/security/fernet.h"
#include "server/security/jwt.h"
#include "server/store/open_database.h"
#include "shared/core/clock.h"
#include "shared/core/ids.h"

#include <QLockFile>

#include <memory>
#include <optional>

namespace parley::server::daemon {

/// What every command of parleyd stands on: the data folder (locked, so that two daemons cannot share it),
/// the store, the keys. Blocking; main thread.
struct Foundation {
    SystemClock clock;
    UuidV7Source ids{clock};
    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<store::Database> database;
    std::optional<security::Fernet> fernet;
    std::unique_ptr<runtime::WorkerPool> cpu;
    std::unique_ptr<identity::TenantDirectory> tenants;
    std::unique_ptr<identity::RevocationList> revocations;
    std::unique_ptr<security::SigningKeys> keys;

    /// @errors Unavailable the folder is in use; Storage the store; InvalidArgument a key
    static Result<std::unique_ptr<Foundation>> open(const LoadedSettings& loaded);

    /// True when no other process can work on the same store.
    [[nodiscard]] bool isAlone() const { return database->driver() == "sqlite"; }

    ~Foundation();
};

} // namespace parley::server::daemon
