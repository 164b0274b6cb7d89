// SPDX-License-Identifier: MIT
#include "app/session/sealed_box.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>
#include <stdexcept>

namespace parley::console::sealed_box {

namespace {

constexpr int kNonceBytes = 12;
constexpr int kTagBytes = 16;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char* bytes(const QByteArray& array)
{
    return reinterpret_cast<const unsigned char*>(array.constData());
}

unsigned char* bytes(QByteArray& array)
{
    return reinterpret_cast<unsigned char*>(array.data());
}

} // namespace

QByteArray randomBytes(int count)
{
    QByteArray made(count, '\0');
    if (RAND_bytes(bytes(made), count) != 1) {
        throw std::runtime_error("the system gives no random numbers");
    }
    return made;
}

QByteArray seal(const QByteArray& plain, const QByteArray& key, const QByteArray& context)
{
    const QByteArray nonce = randomBytes(kNonceBytes);
    QByteArray sealed(plain.size(), '\0');
    QByteArray tag(kTagBytes, '\0');
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int written = 0;
    const bool isDone =
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes(key), bytes(nonce)) == 1 &&
        EVP_EncryptUpdate(
            cipher.get(), nullptr, &written, bytes(context), static_cast<int>(context.size())) == 1 &&
        EVP_EncryptUpdate(
            cipher.get(), bytes(sealed), &written, bytes(plain), static_cast<int>(plain.size())) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), bytes(sealed) + written, &written) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, bytes(tag)) == 1;
    if (!isDone) {
        throw std::runtime_error("AES-256-GCM is not to be had");
    }
    return nonce + sealed + tag;
}

std::optional<QByteArray> open(const QByteArray& sealed, const QByteArray& key, const QByteArray& context)
{
    if (sealed.size() < kNonceBytes + kTagBytes) {
        return std::nullopt;
    }
    const QByteArray nonce = sealed.left(kNonceBytes);
    const QByteArray body = sealed.mid(kNonceBytes, sealed.size() - kNonceBytes - kTagBytes);
    QByteArray tag = sealed.right(kTagBytes);
    QByteArray plain(body.size(), '\0');
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int written = 0;
    const bool isGenuine =
        EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes(key), bytes(nonce)) == 1 &&
        EVP_DecryptUpdate(
            cipher.get(), nullptr, &written, bytes(context), static_cast<int>(context.size())) == 1 &&
        EVP_DecryptUpdate(cipher.get(), bytes(plain), &written, bytes(body), static_cast<int>(body.size())) ==
            1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, bytes(tag)) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), bytes(plain) + written, &written) == 1;
    return isGenuine ? std::optional(plain) : std::nullopt;
}

} // namespace parley::console::sealed_box
