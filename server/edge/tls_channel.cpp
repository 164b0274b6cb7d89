// SPDX-License-Identifier: MIT
#include "server/edge/tls_channel.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <limits>
#include <new>

namespace parley::server::edge {

namespace {

int clampSize(std::size_t size)
{
    return static_cast<int>(std::min<std::size_t>(size, std::numeric_limits<int>::max()));
}

/// The bytes a memory BIO holds, without copying them.
std::string_view memoryOf(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string_view(data, static_cast<std::size_t>(size)) : std::string_view();
}

} // namespace

void TlsChannel::Free::operator()(SSL* ssl) const
{
    SSL_free(ssl);
}

TlsChannel::TlsChannel(SSL_CTX* context) : m_ssl(SSL_new(context))
{
    BIO* in = BIO_new(BIO_s_mem());
    BIO* out = BIO_new(BIO_s_mem());
    if (!m_ssl || in == nullptr || out == nullptr) {
        BIO_free(in);
        BIO_free(out);
        throw std::bad_alloc();
    }
    BIO_set_mem_eof_return(in, -1);
    SSL_set_bio(m_ssl.get(), in, out);
    SSL_set_accept_state(m_ssl.get());
}

void TlsChannel::feed(std::string_view ciphertext)
{
    BIO_write(SSL_get_rbio(m_ssl.get()), ciphertext.data(), clampSize(ciphertext.size()));
}

IoResult TlsChannel::result(int code)
{
    if (code > 0) {
        return IoResult{IoResult::State::Done, static_cast<std::size_t>(code)};
    }
    const int error = SSL_get_error(m_ssl.get(), code);
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) {
        return IoResult{IoResult::State::WouldBlock, 0};
    }
    m_isBroken = error != SSL_ERROR_ZERO_RETURN;
    return IoResult{IoResult::State::Closed, 0};
}

IoResult TlsChannel::read(std::span<char> into)
{
    ERR_clear_error();
    return result(SSL_read(m_ssl.get(), into.data(), clampSize(into.size())));
}

IoResult TlsChannel::write(std::string_view plain)
{
    ERR_clear_error();
    return result(SSL_write(m_ssl.get(), plain.data(), clampSize(plain.size())));
}

void TlsChannel::shutdown()
{
    if (!m_isBroken && SSL_is_init_finished(m_ssl.get()) == 1) {
        ERR_clear_error();
        SSL_shutdown(m_ssl.get());
    }
}

bool TlsChannel::hasOutput() const
{
    return BIO_ctrl_pending(SSL_get_wbio(m_ssl.get())) > 0;
}

std::string_view TlsChannel::output() const
{
    return memoryOf(SSL_get_wbio(m_ssl.get()));
}

void TlsChannel::consumeOutput(std::size_t bytes)
{
    // A memory BIO is read to be shortened; it moves its start, not its bytes.
    char sink[4096];
    while (bytes > 0) {
        const int taken = BIO_read(SSL_get_wbio(m_ssl.get()), sink, clampSize(std::min(bytes, sizeof sink)));
        if (taken <= 0) {
            return;
        }
        bytes -= static_cast<std::size_t>(taken);
    }
}

} // namespace parley::server::edge
