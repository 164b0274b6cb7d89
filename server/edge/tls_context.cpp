// SPDX-License-Identifier: MIT
#include "server/edge/tls_context.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace parley::server::edge {

namespace {

std::string lastError()
{
    char text[256];
    ERR_error_string_n(ERR_peek_last_error(), text, sizeof text);
    ERR_clear_error();
    return text;
}

/// The edge speaks HTTP/1.1 alone.
int chooseProtocol(
    SSL*, const unsigned char** out, unsigned char* outSize, const unsigned char* in, unsigned size, void*)
{
    static constexpr unsigned char kHttp11[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char* chosen = nullptr;
    if (SSL_select_next_proto(&chosen, outSize, kHttp11, sizeof kHttp11, in, size) !=
        OPENSSL_NPN_NEGOTIATED) {
        return SSL_TLSEXT_ERR_NOACK;
    }
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

} // namespace

TlsContext::TlsContext(std::string certificateFile, std::string keyFile)
    : m_certificateFile(std::move(certificateFile)), m_keyFile(std::move(keyFile))
{}

Result<void> TlsContext::reload()
{
    ERR_clear_error();
    const std::shared_ptr<SSL_CTX> fresh(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (!fresh) {
        return fail(ErrorCode::Internal, "TLS cannot be set up.", lastError());
    }
    SSL_CTX_set_min_proto_version(fresh.get(), TLS1_2_VERSION);
    // Idle connections give their record buffers back; renegotiation is a way to burn our time.
    SSL_CTX_set_mode(fresh.get(),
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                         SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_options(fresh.get(),
                        SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_alpn_select_cb(fresh.get(), chooseProtocol, nullptr);
    if (SSL_CTX_use_certificate_chain_file(fresh.get(), m_certificateFile.c_str()) != 1) {
        return fail(ErrorCode::InvalidArgument,
                    "tls.certificate cannot be used: " + m_certificateFile,
                    lastError());
    }
    if (SSL_CTX_use_PrivateKey_file(fresh.get(), m_keyFile.c_str(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(fresh.get()) != 1) {
        return fail(ErrorCode::InvalidArgument, "tls.key cannot be used: " + m_keyFile, lastError());
    }
    const std::lock_guard lock(m_mutex);
    m_context = fresh;
    return {};
}

TlsChannel TlsContext::open() const
{
    const std::lock_guard lock(m_mutex);
    return TlsChannel(m_context.get());
}

} // namespace parley::server::edge
