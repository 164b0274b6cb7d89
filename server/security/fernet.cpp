// SPDX-License-Identifier: MIT
#include "server/security/fernet.h"

#include "server/security/digest.h"
#include "server/security/encoding.h"
#include "server/security/random.h"

#include <openssl/evp.h>

#include <memory>
#include <stdexcept>

namespace parley::server::security {

namespace {

constexpr std::size_t kHeaderBytes = 1 + 8 + 16;
constexpr std::size_t kMacBytes = 32;
constexpr std::size_t kBlockBytes = 16;
constexpr char kVersion = '\x80';
/// How far ahead a token's time may be when ages are checked. @source Fernet specification, "Verifying", 60 s
constexpr std::int64_t kMaxSkewSeconds = 60;

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

enum class Direction { Decrypt = 0, Encrypt = 1 };

/// Empty optional: the padding is wrong (only after a matching MAC, so it tells an attacker nothing).
std::optional<std::string>
aesCbc(Direction direction, std::string_view key, std::string_view iv, std::string_view input)
{
    const CipherContext context(EVP_CIPHER_CTX_new());
    std::string output(input.size() + kBlockBytes, '\0');
    auto* out = reinterpret_cast<unsigned char*>(output.data());
    int size = 0;
    int rest = 0;
    const bool done =
        context != nullptr &&
        EVP_CipherInit_ex2(context.get(),
                           EVP_aes_128_cbc(),
                           bytesOf(key).data(),
                           bytesOf(iv).data(),
                           static_cast<int>(direction),
                           nullptr) == 1 &&
        EVP_CipherUpdate(context.get(), out, &size, bytesOf(input).data(), static_cast<int>(input.size())) ==
            1 &&
        EVP_CipherFinal_ex(context.get(), out + size, &rest) == 1;
    if (!done) {
        wipe(output);
        return std::nullopt;
    }
    output.resize(static_cast<std::size_t>(size + rest));
    return output;
}

std::int64_t readSeconds(std::string_view bytes)
{
    std::uint64_t seconds = 0;
    for (const char c : bytes) {
        seconds = (seconds << 8) | static_cast<std::uint8_t>(c);
    }
    return static_cast<std::int64_t>(seconds);
}

bool isWithin(std::int64_t madeSeconds, std::int64_t nowSeconds, std::chrono::seconds maxAge)
{
    return madeSeconds >= 0 && madeSeconds <= nowSeconds + kMaxSkewSeconds &&
           nowSeconds <= madeSeconds + maxAge.count();
}

tl::unexpected<Error> refused()
{
    return fail(ErrorCode::InvalidArgument, "The stored secret cannot be read.", "fernet: token refused");
}

} // namespace

Result<FernetKey> FernetKey::fromText(std::string_view text)
{
    auto bytes = base64Decode(text, Base64::UrlPadded);
    if (!bytes || bytes->size() != 32) {
        return fail(ErrorCode::InvalidArgument, "A master key is 32 bytes in base64url (44 characters).");
    }
    return FernetKey(Secret::taking(std::move(*bytes)));
}

Secret FernetKey::generateText()
{
    return Secret(base64Encode(bytesOf(randomBytes(32)), Base64::UrlPadded));
}

Fernet::Fernet(std::vector<FernetKey> keys) : m_keys(std::move(keys))
{
    if (m_keys.empty()) {
        throw std::invalid_argument("Fernet needs a key");
    }
}

Result<Fernet> Fernet::fromText(std::string_view texts)
{
    std::vector<FernetKey> keys;
    while (true) {
        const std::size_t comma = texts.find(',');
        auto key = FernetKey::fromText(texts.substr(0, comma));
        if (!key) {
            return fail(std::move(key).error());
        }
        keys.push_back(std::move(*key));
        if (comma == std::string_view::npos) {
            return Fernet(std::move(keys));
        }
        texts.remove_prefix(comma + 1);
    }
}

std::string Fernet::encrypt(const Secret& plain, std::int64_t nowMs) const
{
    const std::string random = randomBytes(16);
    std::array<std::uint8_t, 16> iv{};
    std::copy(random.begin(), random.end(), iv.begin());
    return encryptWith(plain.reveal(), nowMs, iv);
}

std::string
Fernet::encryptWith(std::string_view plain, std::int64_t nowMs, const std::array<std::uint8_t, 16>& iv) const
{
    std::string token(1, kVersion);
    const auto seconds = static_cast<std::uint64_t>(nowMs / 1000);
    for (int shift = 56; shift >= 0; shift -= 8) {
        token += static_cast<char>((seconds >> shift) & 0xff);
    }
    token += textOf(iv);
    const auto cipher = aesCbc(Direction::Encrypt, m_keys.front().encryption(), textOf(iv), plain);
    if (!cipher) {
        throw std::runtime_error("AES-128-CBC is not available");
    }
    token += *cipher;
    token += textOf(hmacSha256(m_keys.front().signing(), token));
    return base64Encode(bytesOf(token), Base64::UrlPadded);
}

Result<Secret>
Fernet::decrypt(std::string_view token, std::int64_t nowMs, std::optional<std::chrono::seconds> maxAge) const
{
    const auto bytes = base64Decode(token, Base64::UrlPadded);
    if (!bytes || bytes->size() < kHeaderBytes + kBlockBytes + kMacBytes || bytes->front() != kVersion ||
        (bytes->size() - kHeaderBytes - kMacBytes) % kBlockBytes != 0) {
        return refused();
    }
    const std::string_view all(*bytes);
    const std::string_view content = all.substr(0, all.size() - kMacBytes);
    if (maxAge && !isWithin(readSeconds(all.substr(1, 8)), nowMs / 1000, *maxAge)) {
        return refused();
    }
    for (const FernetKey& key : m_keys) {
        if (!constantTimeEquals(textOf(hmacSha256(key.signing(), content)), all.substr(content.size()))) {
            continue;
        }
        auto plain =
            aesCbc(Direction::Decrypt, key.encryption(), all.substr(9, 16), content.substr(kHeaderBytes));
        if (!plain) {
            return refused();
        }
        return Secret::taking(std::move(*plain));
    }
    return refused();
}

Result<std::string> Fernet::rotate(std::string_view token, std::int64_t nowMs) const
{
    const auto plain = decrypt(token);
    if (!plain) {
        return fail(plain.error());
    }
    return encrypt(*plain, nowMs);
}

} // namespace parley::server::security
