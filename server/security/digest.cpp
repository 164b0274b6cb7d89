// SPDX-License-Identifier: MIT
#include "server/security/digest.h"

#include "server/security/encoding.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#include <limits>
#include <stdexcept>

namespace parley::server::security {

Digest sha256(std::string_view data)
{
    Digest digest{};
    SHA256(bytesOf(data).data(), data.size(), digest.data());
    return digest;
}

struct Sha256::State {
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

Sha256::Sha256() : m_state(std::make_unique<State>())
{
    if (!m_state->context || EVP_DigestInit_ex(m_state->context.get(), EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error("SHA-256 is not available");
    }
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view piece)
{
    if (EVP_DigestUpdate(m_state->context.get(), piece.data(), piece.size()) != 1) {
        throw std::runtime_error("SHA-256 failed");
    }
}

Digest Sha256::finish()
{
    Digest digest{};
    if (EVP_DigestFinal_ex(m_state->context.get(), digest.data(), nullptr) != 1) {
        throw std::runtime_error("SHA-256 failed");
    }
    return digest;
}

Digest hmacSha256(std::string_view key, std::string_view data)
{
    Digest digest{};
    unsigned size = 0;
    if (key.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        throw std::length_error("hmac key");
    }
    const auto* made = HMAC(EVP_sha256(),
                            key.data(),
                            static_cast<int>(key.size()),
                            bytesOf(data).data(),
                            data.size(),
                            digest.data(),
                            &size);
    if (made == nullptr || size != digest.size()) {
        throw std::runtime_error("HMAC-SHA256 is not available");
    }
    return digest;
}

bool constantTimeEquals(std::string_view left, std::string_view right)
{
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::string digestHex(const Digest& digest)
{
    return hexEncode(digest);
}

std::vector<std::uint8_t> digestBytes(const Digest& digest)
{
    return {digest.begin(), digest.end()};
}

} // namespace parley::server::security
