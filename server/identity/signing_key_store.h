// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/fernet.h"
#include "server/security/jwt.h"
#include "server/store/database.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <optional>

namespace parley::server::identity {

/// The signing keys that all nodes share through the platform's tables: private halves encrypted, or, where
/// the configuration supplies the key, not stored at all.
class SigningKeyStore {
public:
    SigningKeyStore(store::Database& database, const security::Fernet& fernet, const Clock& clock);

    /// Opens the keys to sign and verify with: the supplied one, else the newest stored one, else a new one.
    /// The other nodes' keys verify. Blocking: start-up.
    /// @param suppliedPem  `security.jwt_key`, an unencrypted private key
    /// @errors InvalidArgument the PEM is no RSA key of 2048 bits; Storage
    Result<std::unique_ptr<security::SigningKeys>> open(const std::optional<security::Secret>& suppliedPem);

    /// Learns the keys that other nodes have added. Once a second is enough. @errors Storage
    boost::asio::awaitable<Result<void>> refresh(security::SigningKeys& keys);

private:
    struct Loaded {
        security::RsaKey key;
        std::int64_t untilMs;
    };
    Result<security::RsaKey> newestStored();
    Result<void> save(const security::RsaKey& key, bool withPrivateHalf);
    static Result<std::vector<Loaded>> readVerificationKeys(store::ReadTransaction& tx);

    store::Database& m_database;
    const security::Fernet& m_fernet;
    const Clock& m_clock;
};

} // namespace parley::server::identity
