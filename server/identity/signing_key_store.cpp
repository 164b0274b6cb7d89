// SPDX-License-Identifier: MIT
#include "server/identity/signing_key_store.h"

#include "server/identity/claims.h"
#include "server/store/signing_key_repository.h"

#include <limits>

namespace parley::server::identity {

using security::RsaKey;
using security::Secret;
using security::SigningKeys;

namespace {

/// A retired key verifies as long as the longest token it may have signed lives.
constexpr std::int64_t kRetiredLifeMs = 24LL * 60 * 60 * 1000;

} // namespace

SigningKeyStore::SigningKeyStore(store::Database& database,
                                 const security::Fernet& fernet,
                                 const Clock& clock)
    : m_database(database), m_fernet(fernet), m_clock(clock)
{}

Result<RsaKey> SigningKeyStore::newestStored()
{
    auto rows = m_database.readNow(store::Scope::platform(), [](store::ReadTransaction& tx) {
        return store::SigningKeyRepository().list(tx);
    });
    if (!rows) {
        return fail(std::move(rows).error());
    }
    for (const store::SigningKeyRow& row : *rows) {
        if (row.privateKey.empty() || row.retiredMs) {
            continue;
        }
        // A key under a master key that is gone cannot sign any more; the next one, or a new one, does.
        if (const auto pem = m_fernet.decrypt(row.privateKey)) {
            return RsaKey::fromPrivatePem(pem->reveal());
        }
    }
    RsaKey fresh = RsaKey::generate();
    if (auto saved = save(fresh, true); !saved) {
        return fail(std::move(saved).error());
    }
    return fresh;
}

Result<void> SigningKeyStore::save(const RsaKey& key, bool withPrivateHalf)
{
    store::SigningKeyRow row;
    row.kid = key.kid();
    row.publicKey = key.publicPem();
    row.createdMs = m_clock.nowMs();
    if (withPrivateHalf) {
        row.privateKey = m_fernet.encrypt(key.privatePem(), row.createdMs);
    }
    return m_database.transactNow(store::Scope::platform(), [row](store::Transaction& tx) {
        return store::SigningKeyRepository().add(tx, row);
    });
}

Result<std::vector<SigningKeyStore::Loaded>> SigningKeyStore::readVerificationKeys(store::ReadTransaction& tx)
{
    auto rows = store::SigningKeyRepository().list(tx);
    if (!rows) {
        return fail(std::move(rows).error());
    }
    std::vector<Loaded> keys;
    for (const store::SigningKeyRow& row : *rows) {
        auto key = RsaKey::fromPublicPem(row.publicKey);
        if (!key) {
            return fail(std::move(key).error().in("signing key " + row.kid));
        }
        const auto untilMs =
            row.retiredMs ? *row.retiredMs + kRetiredLifeMs : std::numeric_limits<std::int64_t>::max();
        keys.push_back(Loaded{std::move(*key), untilMs});
    }
    return keys;
}

Result<std::unique_ptr<SigningKeys>> SigningKeyStore::open(const std::optional<Secret>& suppliedPem)
{
    auto key = suppliedPem ? RsaKey::fromPrivatePem(suppliedPem->reveal()) : newestStored();
    if (!key) {
        return fail(std::move(key).error().in("signing keys"));
    }
    if (suppliedPem) {
        if (auto saved = save(*key, false); !saved) {
            return fail(std::move(saved).error().in("signing keys"));
        }
    }
    auto keys = std::make_unique<SigningKeys>(std::move(*key),
                                              std::string(kTokenIssuer),
                                              std::string(kTokenAudience));
    auto others = m_database.readNow(store::Scope::platform(),
                                     [](store::ReadTransaction& tx) { return readVerificationKeys(tx); });
    if (!others) {
        return fail(std::move(others).error().in("signing keys"));
    }
    for (Loaded& other : *others) {
        keys->addVerification(std::move(other.key), other.untilMs);
    }
    return keys;
}

boost::asio::awaitable<Result<void>> SigningKeyStore::refresh(SigningKeys& keys)
{
    auto job = [](store::ReadTransaction& tx) { return readVerificationKeys(tx); };
    store::Scope scope = store::Scope::platform();
    auto others = co_await m_database.read(std::move(scope), std::move(job));
    if (!others) {
        co_return fail(std::move(others).error().in("signing keys"));
    }
    for (Loaded& other : *others) {
        keys.addVerification(std::move(other.key), other.untilMs);
    }
    keys.dropExpired(m_clock.nowMs());
    co_return Result<void>();
}

} // namespace parley::server::identity
