// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/secret.h"
#include "shared/core/result.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace parley::server::security {

/// An RSA key for RS256, whole or its public half. Immutable once made; any thread.
class RsaKey {
public:
    /// A new pair. Takes up to a second. @param bits  at least 2048
    static RsaKey generate(int bits = 2048);
    /// @param pem  unencrypted private key, PKCS#1 or PKCS#8 @errors InvalidArgument not one, not RSA, under
    /// 2048 bits
    static Result<RsaKey> fromPrivatePem(std::string_view pem);
    /// @param pem  SubjectPublicKeyInfo @errors InvalidArgument as above
    static Result<RsaKey> fromPublicPem(std::string_view pem);
    /// @param modulus, exponent  the members `n` and `e` of a JWK @errors InvalidArgument as above
    static Result<RsaKey> fromJwk(std::string_view modulus, std::string_view exponent);

    /// PKCS#8.
    [[nodiscard]] Secret privatePem() const;
    [[nodiscard]] std::string publicPem() const;

    /// The key's name: its JWK thumbprint. @source RFC 7638
    [[nodiscard]] const std::string& kid() const { return m_kid; }
    /// The public half as a JWK with `kid`, `use` and `alg`.
    [[nodiscard]] nlohmann::json jwk() const;
    [[nodiscard]] bool canSign() const { return m_canSign; }

    /// RSASSA-PKCS1-v1_5 with SHA-256, raw bytes. @throws std::logic_error for a public half
    [[nodiscard]] std::string sign(std::string_view data) const;
    [[nodiscard]] bool verify(std::string_view data, std::string_view signature) const;

private:
    RsaKey(std::shared_ptr<evp_pkey_st> key, bool canSign);
    static Result<RsaKey> checked(std::shared_ptr<evp_pkey_st> key, bool canSign);

    /// Shared by the copies of this key.
    std::shared_ptr<evp_pkey_st> m_key;
    bool m_canSign = false;
    std::string m_modulus;
    std::string m_exponent;
    std::string m_kid;
};

} // namespace parley::server::security
