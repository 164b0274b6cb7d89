// SPDX-License-Identifier: MIT
#include "server/daemon/foundation.h"

#include "server/daemon/folder_lock.h"
#include "server/daemon/secret_file.h"
#include "server/identity/signing_key_store.h"

#include <algorithm>
#include <filesystem>
#include <thread>

namespace parley::server::daemon {

namespace {

namespace fs = std::filesystem;

store::StoreOptions storeOptions(const LoadedSettings& loaded)
{
    const Settings& settings = loaded.settings;
    store::StoreOptions options;
    options.folder = settings.store.folder;
    options.url = settings.database.url;
    options.ownerUrl = settings.database.ownerUrl;
    options.writers = static_cast<int>(settings.store.writers);
    options.readers = static_cast<int>(settings.store.readers);
    options.openTenants = static_cast<int>(settings.store.openTenants);
    options.poolSize = static_cast<int>(settings.database.connections);
    options.statementTimeout = std::chrono::milliseconds(settings.database.statementTimeoutMs);
    options.checkSessionUser = loaded.isProduction;
    return options;
}

Result<security::Fernet> openFernet(const Settings& settings)
{
    if (!settings.security.masterKey.empty()) {
        return security::Fernet::fromText(settings.security.masterKey);
    }
    auto key = readOrCreateSecret(fs::path(settings.store.folder) / "master.key",
                                  [] { return security::FernetKey::generateText(); });
    if (!key) {
        return fail(std::move(key).error());
    }
    return security::Fernet::fromText(key->reveal());
}

} // namespace

Result<std::unique_ptr<Foundation>> Foundation::open(const LoadedSettings& loaded)
{
    const Settings& settings = loaded.settings;
    const fs::path folder = settings.store.folder;
    std::error_code failed;
    const bool isNew = fs::create_directories(folder, failed);
    if (isNew) {
        // It will hold what customers write: nobody else on this machine has to read it.
        fs::permissions(folder, fs::perms::owner_all, failed);
    }
    if (failed) {
        return fail(ErrorCode::Storage,
                    "The data folder " + folder.string() + " cannot be made: " + failed.message());
    }
    auto foundation = std::make_unique<Foundation>();
    auto lock = lockFolder(folder);
    if (!lock) {
        return fail(std::move(lock).error());
    }
    foundation->lock = *std::move(lock);
    auto fernet = openFernet(settings);
    if (!fernet) {
        return fail(std::move(fernet).error());
    }
    foundation->fernet.emplace(*std::move(fernet));
    auto database = store::openDatabase(storeOptions(loaded));
    if (!database) {
        return fail(std::move(database).error());
    }
    foundation->database = *std::move(database);

    runtime::WorkerPoolOptions cpu;
    cpu.name = "cpu";
    const auto cores = static_cast<std::int64_t>(std::max(1U, std::thread::hardware_concurrency()));
    cpu.threads = static_cast<std::size_t>(settings.workers.threads > 0 ? settings.workers.threads : cores);
    cpu.maxQueued = static_cast<std::size_t>(settings.workers.queue);
    foundation->cpu = std::make_unique<runtime::WorkerPool>(std::move(cpu));
    foundation->tenants = std::make_unique<identity::TenantDirectory>(*foundation->database);
    foundation->revocations =
        std::make_unique<identity::RevocationList>(*foundation->database, foundation->clock);
    for (auto refreshed : {foundation->tenants->refreshNow(), foundation->revocations->refreshNow()}) {
        if (!refreshed) {
            return fail(std::move(refreshed).error());
        }
    }
    identity::SigningKeyStore keyStore(*foundation->database, *foundation->fernet, foundation->clock);
    std::optional<security::Secret> supplied;
    if (!settings.security.jwtKey.empty()) {
        supplied.emplace(settings.security.jwtKey);
    }
    auto keys = keyStore.open(supplied);
    if (!keys) {
        return fail(std::move(keys).error());
    }
    foundation->keys = *std::move(keys);
    return foundation;
}

Foundation::~Foundation()
{
    if (cpu) {
        cpu->close();
    }
    if (database) {
        database->close();
    }
}

} // namespace parley::server::daemon
