// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/secret.h"
#include "shared/core/result.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::security {

/// One Fernet key: 16 bytes that sign, 16 that encrypt.
class FernetKey {
public:
    /// @param text  32 bytes as padded base64url, 44 characters @errors InvalidArgument anything else
    static Result<FernetKey> fromText(std::string_view text);
    /// A new key in its text form.
    static Secret generateText();

    [[nodiscard]] std::string_view signing() const
    {
        return std::string_view(m_bytes.reveal()).substr(0, 16);
    }
    [[nodiscard]] std::string_view encryption() const
    {
        return std::string_view(m_bytes.reveal()).substr(16);
    }

private:
    explicit FernetKey(Secret bytes) : m_bytes(std::move(bytes)) {}
    Secret m_bytes;
};

/// Encrypts secrets at rest. The first key encrypts; all of them decrypt, so that a key can be replaced while
/// rows under the old one remain. Immutable, any thread.
/// @source the Fernet specification, version 0x80: AES-128-CBC, HMAC-SHA256 over everything before it
class Fernet {
public:
    explicit Fernet(std::vector<FernetKey> keys);
    /// @param texts  keys separated by commas, the newest first @errors InvalidArgument none, or a bad one
    static Result<Fernet> fromText(std::string_view texts);

    /// @param now  UTC epoch milliseconds; the token carries it in seconds @return padded base64url
    [[nodiscard]] std::string encrypt(const Secret& plain, std::int64_t nowMs) const;
    /// The same with a given initialisation vector, for known-answer tests alone: it must never repeat.
    [[nodiscard]] std::string
    encryptWith(std::string_view plain, std::int64_t nowMs, const std::array<std::uint8_t, 16>& iv) const;

    /// @param maxAge  tokens older than this are refused, and those from more than 60 s ahead; none: any age
    /// @errors InvalidArgument not a token of one of the keys, or too old; never says which
    [[nodiscard]] Result<Secret> decrypt(std::string_view token,
                                         std::int64_t nowMs = 0,
                                         std::optional<std::chrono::seconds> maxAge = std::nullopt) const;

    /// The same content under the first key. @errors those of decrypt
    [[nodiscard]] Result<std::string> rotate(std::string_view token, std::int64_t nowMs) const;

private:
    std::vector<FernetKey> m_keys;
};

} // namespace parley::server::security
