// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <openssl/ssl.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>

namespace parley::test {

/// An HTTPS server on loopback with a certificate that it signed itself, for the name it is told. Answers
/// "ok" to whatever comes, one connection after another.
class TlsServer {
public:
    /// @param folder        where certificate.pem is written
    /// @param alternatives  as "DNS:localhost,IP:127.0.0.1"
    TlsServer(const std::string& folder, const std::string& alternatives);
    ~TlsServer();
    TlsServer(const TlsServer&) = delete;
    TlsServer& operator=(const TlsServer&) = delete;

    [[nodiscard]] std::string certificateFile() const { return m_certificateFile; }
    [[nodiscard]] std::string url(const std::string& host) const;

private:
    struct FreeContext {
        void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    };

    void setUpCertificate(const std::string& alternatives);
    void serve();
    void answer(int socket);

    std::string m_certificateFile;
    std::unique_ptr<SSL_CTX, FreeContext> m_tls;
    boost::asio::io_context m_context;
    boost::asio::ip::tcp::acceptor m_acceptor;
    std::atomic<bool> m_isClosing{false};
    std::thread m_thread;
};

} // namespace parley::test
