// SPDX-License-Identifier: MIT
#include "server/daemon/daemon.h"
#include "server/daemon/foundation.h"
#include "server/identity/users.h"
#include "server/security/random.h"

#include <cstdio>
#include <cstdlib>

namespace parley::server::daemon {

namespace {

/// Bytes of a generated password before encoding: 120 bits.
constexpr std::size_t kPasswordBytes = 15;

} // namespace

Result<void> initialise(const LoadedSettings& loaded, const std::string& adminEmail)
{
    auto base = Foundation::open(loaded);
    if (!base) {
        return fail(std::move(base).error());
    }
    identity::PasswordRules rules;
    rules.cost = static_cast<int>(loaded.settings.security.bcryptCost);
    if (loaded.isProduction) {
        rules.minLength = security::kProductionPasswordLength;
    }
    identity::Users users(
        *(*base)->database, *(*base)->cpu, *(*base)->revocations, (*base)->clock, (*base)->ids, rules);
    const char* given = std::getenv("PARLEY_ADMIN_PASSWORD");
    const std::string password = given != nullptr ? given : security::randomToken(kPasswordBytes);
    auto ensured = users.ensureAdmin(adminEmail, security::Secret(password), identity::IfThere::Keep);
    if (!ensured) {
        return fail(std::move(ensured).error());
    }
    if (ensured->did == identity::EnsuredAdmin::Did::Kept) {
        std::printf("The admin %s is there already; nothing was changed.\n", adminEmail.c_str());
    } else {
        std::printf("The admin %s was created.\n", adminEmail.c_str());
        if (given == nullptr) {
            std::printf("Password (shown this once): %s\n", password.c_str());
        }
    }
    return {};
}

Result<void> diagnose(const LoadedSettings& loaded)
{
    // Opening locks the folder, reads the keys, migrates and runs the guard: each fault names itself.
    auto base = Foundation::open(loaded);
    if (!base) {
        return fail(std::move(base).error());
    }
    const std::string driver((*base)->database->driver());
    std::printf("Settings, data folder, keys and database (%s, %zu active tenants) are in order.\n",
                driver.c_str(),
                (*base)->tenants->all().size());
    return {};
}

Result<void> migrate(const LoadedSettings& loaded)
{
    // Opening migrates the platform; the tenants' files follow one by one.
    auto base = Foundation::open(loaded);
    if (!base) {
        return fail(std::move(base).error());
    }
    std::size_t count = 0;
    for (const auto& tenant : (*base)->tenants->all()) {
        auto prepared = (*base)->database->prepareTenant(tenant->row.id);
        if (!prepared) {
            return fail(std::move(prepared).error().in(tenant->row.slug));
        }
        ++count;
    }
    std::printf("The platform and %zu tenants are up to date.\n", count);
    return {};
}

} // namespace parley::server::daemon
