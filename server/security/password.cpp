// SPDX-License-Identifier: MIT
#include "server/security/password.h"

#include "server/security/digest.h"
#include "server/security/random.h"
#include "server/security/secret.h"
#include "shared/core/text.h"

#include <crypt.h>
#include <openssl/crypto.h>

#include <array>
#include <memory>

namespace parley::server::security {

namespace {

/// libxcrypt's work area (32 KB, hence on the heap), overwritten when it goes.
struct Scratch {
    crypt_data data{};

    Scratch() = default;
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() { OPENSSL_cleanse(&data, sizeof data); }
};

/// Empty when libxcrypt refuses the setting.
std::string bcrypt(std::string_view password, const std::string& setting)
{
    const auto scratch = std::make_unique<Scratch>();
    std::string phrase(password);
    const char* hash = crypt_rn(phrase.c_str(), setting.c_str(), &scratch->data, sizeof scratch->data);
    std::string text = hash == nullptr ? "" : hash;
    wipe(phrase);
    return text;
}

bool fitsBcrypt(std::string_view password)
{
    return password.size() <= kMaxPasswordBytes && password.find('\0') == std::string_view::npos;
}

/// "$2b$12$" + 53 characters.
bool isBcryptHash(const std::string& hash)
{
    return hash.size() == 60 && hash.starts_with("$2b$");
}

std::string settingFor(int cost)
{
    std::string digits = std::to_string(cost);
    if (digits.size() == 1) {
        digits.insert(0, "0");
    }
    return "$2b$" + digits + "$abcdefghijklmnopqrstuu";
}

} // namespace

Result<void> checkPasswordPolicy(std::string_view password, std::size_t minLength)
{
    if (!isUtf8(password) || password.find('\0') != std::string_view::npos) {
        return failField("password", "must be text without NUL");
    }
    if (password.size() > kMaxPasswordBytes) {
        return failField("password", "must not be longer than 72 bytes");
    }
    if (codePoints(password) < minLength) {
        return failField("password", "must have at least " + std::to_string(minLength) + " characters");
    }
    return {};
}

Result<std::string> hashPassword(std::string_view password, int cost)
{
    if (!fitsBcrypt(password)) {
        return failField("password", "must not be longer than 72 bytes and hold no NUL");
    }
    const std::string entropy = randomBytes(16);
    std::array<char, CRYPT_GENSALT_OUTPUT_SIZE> setting{};
    if (crypt_gensalt_rn("$2b$",
                         static_cast<unsigned long>(cost),
                         entropy.data(),
                         static_cast<int>(entropy.size()),
                         setting.data(),
                         static_cast<int>(setting.size())) == nullptr) {
        return fail(ErrorCode::Internal, "The password could not be stored.", "crypt_gensalt_rn");
    }
    std::string hash = bcrypt(password, setting.data());
    if (!isBcryptHash(hash)) {
        return fail(ErrorCode::Internal, "The password could not be stored.", "crypt_rn");
    }
    return hash;
}

bool verifyPassword(std::string_view password, const std::string& hash)
{
    if (!isBcryptHash(hash) || !fitsBcrypt(password)) {
        spendPasswordTime(password);
        return false;
    }
    const std::string made = bcrypt(password, hash);
    return constantTimeEquals(made, hash);
}

void spendPasswordTime(std::string_view password, int cost)
{
    static_cast<void>(bcrypt(password.substr(0, kMaxPasswordBytes), settingFor(cost)));
}

} // namespace parley::server::security
