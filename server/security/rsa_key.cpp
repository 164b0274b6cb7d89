// SPDX-License-Identifier: MIT
#include "server/security/rsa_key.h"

#include "server/security/digest.h"
#include "server/security/encoding.h"

#include <nlohmann/json.hpp>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <limits>
#include <stdexcept>

namespace parley::server::security {

namespace {

constexpr int kMinBits = 2048;

template <auto Free>
struct Freer {
    template <class T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
using Bio = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using Number = std::unique_ptr<BIGNUM, Freer<BN_free>>;
using MdContext = std::unique_ptr<EVP_MD_CTX, Freer<EVP_MD_CTX_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freer<EVP_PKEY_CTX_free>>;
using ParamBuilder = std::unique_ptr<OSSL_PARAM_BLD, Freer<OSSL_PARAM_BLD_free>>;
using ParamList = std::unique_ptr<OSSL_PARAM, Freer<OSSL_PARAM_free>>;

std::shared_ptr<EVP_PKEY> owned(EVP_PKEY* key)
{
    return {key, EVP_PKEY_free};
}

/// A daemon has nobody to ask for a passphrase: encrypted keys are refused instead.
int noPassphrase(char*, int, int, void*)
{
    return -1;
}

/// The number as base64url, big-endian and without leading zeros. @source RFC 7518, 6.3.1
std::string numberText(const EVP_PKEY* key, const char* name)
{
    BIGNUM* raw = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &raw) != 1) {
        throw std::runtime_error("an RSA key without its numbers");
    }
    const Number number(raw);
    std::string bytes(static_cast<std::size_t>(BN_num_bytes(number.get())), '\0');
    BN_bn2bin(number.get(), reinterpret_cast<unsigned char*>(bytes.data()));
    return base64Encode(bytesOf(bytes), Base64::Url);
}

Bio readable(std::string_view text)
{
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        return nullptr;
    }
    return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string contents(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

Number numberFrom(std::string_view text)
{
    const auto bytes = base64Decode(text, Base64::Url);
    if (!bytes || bytes->empty() || bytes->size() > 2048) {
        return nullptr;
    }
    return Number(BN_bin2bn(bytesOf(*bytes).data(), static_cast<int>(bytes->size()), nullptr));
}

} // namespace

RsaKey::RsaKey(std::shared_ptr<EVP_PKEY> key, bool canSign)
    : m_key(std::move(key)),
      m_canSign(canSign),
      m_modulus(numberText(m_key.get(), OSSL_PKEY_PARAM_RSA_N)),
      m_exponent(numberText(m_key.get(), OSSL_PKEY_PARAM_RSA_E)),
      m_kid(base64Encode(sha256(R"({"e":")" + m_exponent + R"(","kty":"RSA","n":")" + m_modulus + R"("})"),
                         Base64::Url))
{}

Result<RsaKey> RsaKey::checked(std::shared_ptr<EVP_PKEY> key, bool canSign)
{
    if (key == nullptr) {
        return fail(ErrorCode::InvalidArgument, "The key is not an unencrypted RSA key in PEM or JWK form.");
    }
    if (EVP_PKEY_is_a(key.get(), "RSA") != 1 || EVP_PKEY_get_bits(key.get()) < kMinBits) {
        return fail(ErrorCode::InvalidArgument, "The key must be RSA with at least 2048 bits.");
    }
    return RsaKey(std::move(key), canSign);
}

RsaKey RsaKey::generate(int bits)
{
    auto key = owned(EVP_RSA_gen(static_cast<unsigned>(bits < kMinBits ? kMinBits : bits)));
    if (key == nullptr) {
        throw std::runtime_error("an RSA key could not be made");
    }
    return {std::move(key), true};
}

Result<RsaKey> RsaKey::fromPrivatePem(std::string_view pem)
{
    const Bio bio = readable(pem);
    return checked(owned(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr) : nullptr),
                   true);
}

Result<RsaKey> RsaKey::fromPublicPem(std::string_view pem)
{
    const Bio bio = readable(pem);
    return checked(owned(bio ? PEM_read_bio_PUBKEY(bio.get(), nullptr, noPassphrase, nullptr) : nullptr),
                   false);
}

Result<RsaKey> RsaKey::fromJwk(std::string_view modulus, std::string_view exponent)
{
    const Number n = numberFrom(modulus);
    const Number e = numberFrom(exponent);
    const ParamBuilder builder(OSSL_PARAM_BLD_new());
    EVP_PKEY* key = nullptr;
    if (n && e && builder && OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) == 1 &&
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) == 1) {
        const ParamList parameters(OSSL_PARAM_BLD_to_param(builder.get()));
        const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
        if (EVP_PKEY_fromdata_init(context.get()) == 1) {
            EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get());
        }
    }
    return checked(owned(key), false);
}

Secret RsaKey::privatePem() const
{
    const Bio bio(BIO_new(BIO_s_secmem()));
    if (!m_canSign ||
        PEM_write_bio_PKCS8PrivateKey(bio.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
        throw std::logic_error("the key has no private half");
    }
    return Secret::taking(contents(bio.get()));
}

std::string RsaKey::publicPem() const
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PUBKEY(bio.get(), m_key.get()) != 1) {
        throw std::runtime_error("the public key could not be written");
    }
    return contents(bio.get());
}

nlohmann::json RsaKey::jwk() const
{
    return {{"kty", "RSA"},
            {"use", "sig"},
            {"alg", "RS256"},
            {"kid", m_kid},
            {"n", m_modulus},
            {"e", m_exponent}};
}

std::string RsaKey::sign(std::string_view data) const
{
    if (!m_canSign) {
        throw std::logic_error("the key has no private half");
    }
    const MdContext context(EVP_MD_CTX_new());
    std::size_t size = 0;
    const bool ready = EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
                       EVP_DigestSign(context.get(), nullptr, &size, bytesOf(data).data(), data.size()) == 1;
    std::string signature(size, '\0');
    auto* out = reinterpret_cast<unsigned char*>(signature.data());
    if (!ready || EVP_DigestSign(context.get(), out, &size, bytesOf(data).data(), data.size()) != 1) {
        throw std::runtime_error("RS256 is not available");
    }
    signature.resize(size);
    return signature;
}

bool RsaKey::verify(std::string_view data, std::string_view signature) const
{
    const MdContext context(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
           EVP_DigestVerify(context.get(),
                            bytesOf(signature).data(),
                            signature.size(),
                            bytesOf(data).data(),
                            data.size()) == 1;
}

} // namespace parley::server::security
