// SPDX-License-Identifier: MIT
#include "server/security/random.h"

#include "server/security/encoding.h"

#include <openssl/rand.h>

#include <limits>
#include <stdexcept>

namespace parley::server::security {

std::string randomBytes(std::size_t count)
{
    if (count > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        throw std::length_error("random bytes");
    }
    std::string bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1) {
        throw std::runtime_error("the random generator has no entropy");
    }
    return bytes;
}

std::string randomHex(std::size_t bytes)
{
    return hexEncode(bytesOf(randomBytes(bytes)));
}

std::string randomToken(std::size_t bytes)
{
    return base64Encode(bytesOf(randomBytes(bytes)), Base64::Url);
}

std::string randomReference(std::size_t characters)
{
    std::string reference = randomBytes(characters);
    for (char& c : reference) {
        // 32 divides 256, so every character is equally likely.
        c = kUnambiguous[static_cast<unsigned char>(c) % kUnambiguous.size()];
    }
    return reference;
}

} // namespace parley::server::security
