// SPDX-License-Identifier: MIT
#include "server/security/secret.h"

#include <openssl/crypto.h>

#include <utility>

namespace parley::server::security {

void wipe(std::string& text)
{
    // Growing to the capacity never reallocates, so these are the bytes that held the secret.
    text.resize(text.capacity());
    OPENSSL_cleanse(text.data(), text.size());
    text.clear();
}

Secret::Secret(std::string text) : m_text(text)
{
    wipe(text);
}

Secret Secret::taking(std::string&& text)
{
    Secret secret{std::string(text)};
    wipe(text);
    return secret;
}

Secret::Secret(Secret&& other) noexcept : m_text(std::move(other.m_text))
{
    // A short string is copied by a move: the source still holds it.
    wipe(other.m_text);
}

Secret& Secret::operator=(const Secret& other)
{
    if (this != &other) {
        wipe(m_text);
        m_text = other.m_text;
    }
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        wipe(m_text);
        m_text.swap(other.m_text);
    }
    return *this;
}

Secret::~Secret()
{
    wipe(m_text);
}

std::string_view Secret::redacted() const
{
    return m_text.empty() ? std::string_view() : kRedacted;
}

} // namespace parley::server::security
