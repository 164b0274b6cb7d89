// SPDX-License-Identifier: MIT
#include "server/store/migrations.h"

#include "server/store/store_errors.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

namespace parley::server::store {

namespace {

int newest(std::span<const Migration> known)
{
    int version = 0;
    for (const Migration& migration : known) {
        version = std::max(version, migration.version);
    }
    return version;
}

} // namespace

std::vector<Migration> ofKind(std::span<const Migration> migrations, MigrationKind kind)
{
    std::vector<Migration> chosen;
    std::copy_if(migrations.begin(), migrations.end(), std::back_inserter(chosen), [&](const Migration& m) {
        return m.kind == kind;
    });
    return chosen;
}

std::string migrationChecksum(const Migration& migration)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(migration.sql.data(), migration.sql.size(), digest.data(), &size, EVP_sha256(), nullptr) !=
        1) {
        throw std::runtime_error("OpenSSL has no SHA-256");
    }
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text.push_back(kDigits[digest[i] >> 4U]);
        text.push_back(kDigits[digest[i] & 15U]);
    }
    return text;
}

Result<std::vector<Migration>> pendingMigrations(std::span<const Migration> known,
                                                 std::span<const AppliedMigration> applied)
{
    std::map<std::string_view, const Migration*> byName;
    for (const Migration& migration : known) {
        byName.emplace(migration.name, &migration);
    }
    for (const AppliedMigration& done : applied) {
        const auto found = byName.find(done.name);
        if (found == byName.end()) {
            return fail(storageError("the database was made by a newer Parley: it has migration " +
                                     done.name + " (schema " + std::to_string(done.version) +
                                     "), this program knows schema " + std::to_string(newest(known)) +
                                     "; install the newer version again"));
        }
        if (migrationChecksum(*found->second) != done.checksum) {
            return fail(storageError("migration " + done.name +
                                     " is not the one this database was made with: its checksum differs"));
        }
        byName.erase(found);
    }
    std::vector<Migration> pending;
    for (const Migration& migration : known) {
        if (byName.contains(migration.name)) {
            pending.push_back(migration);
        }
    }
    return pending;
}

} // namespace parley::server::store
