// SPDX-License-Identifier: MIT
#include "tests/server/net/tls_server.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <signal.h>

#include <cstdio>
#include <stdexcept>
#include <string_view>

namespace parley::test {

namespace asio = boost::asio;

TlsServer::TlsServer(const std::string& folder, const std::string& alternatives)
    : m_certificateFile(folder + "/certificate.pem"),
      m_tls(SSL_CTX_new(TLS_server_method())),
      m_acceptor(m_context, asio::ip::tcp::endpoint(asio::ip::address_v4::loopback(), 0))
{
    setUpCertificate(alternatives);
    m_thread = std::thread([this] { serve(); });
}

TlsServer::~TlsServer()
{
    // A blocking accept() ends with a connection alone.
    const auto port = m_acceptor.local_endpoint();
    m_isClosing = true;
    asio::io_context context;
    asio::ip::tcp::socket last(context);
    boost::system::error_code ignored;
    last.connect(port, ignored);
    last.close();
    m_thread.join();
}

std::string TlsServer::url(const std::string& host) const
{
    return "https://" + host + ":" + std::to_string(m_acceptor.local_endpoint().port()) + "/";
}

void TlsServer::setUpCertificate(const std::string& alternatives)
{
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME* name = X509_get_subject_name(certificate);
    const unsigned char text[] = "test";
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, &text[0], -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_EXTENSION* names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, alternatives.c_str());
    X509_add_ext(certificate, names, -1);
    X509_sign(certificate, key, EVP_sha256());
    std::FILE* file = std::fopen(m_certificateFile.c_str(), "w");
    if (names == nullptr || file == nullptr) {
        throw std::runtime_error("the certificate could not be made");
    }
    PEM_write_X509(file, certificate);
    std::fclose(file);
    SSL_CTX_use_certificate(m_tls.get(), certificate);
    SSL_CTX_use_PrivateKey(m_tls.get(), key);
    X509_EXTENSION_free(names);
    X509_free(certificate);
    EVP_PKEY_free(key);
}

void TlsServer::serve()
{
    // A client that refuses the certificate closes while we write.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    while (!m_isClosing) {
        boost::system::error_code error;
        asio::ip::tcp::socket socket = m_acceptor.accept(error);
        if (!error && !m_isClosing) {
            answer(socket.native_handle());
        }
    }
}

void TlsServer::answer(int socket)
{
    SSL* session = SSL_new(m_tls.get());
    SSL_set_fd(session, socket);
    if (SSL_accept(session) == 1) {
        char request[4096];
        if (SSL_read(session, &request[0], sizeof request) > 0) {
            constexpr std::string_view kAnswer =
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";
            SSL_write(session, kAnswer.data(), static_cast<int>(kAnswer.size()));
        }
        SSL_shutdown(session);
    }
    SSL_free(session);
}

} // namespace parley::test
