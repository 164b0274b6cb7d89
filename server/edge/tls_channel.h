// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/transport.h"

#include <memory>
#include <span>
#include <string_view>

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

namespace parley::server::edge {

/// The TLS protocol of one connection without any input or output of its own: ciphertext goes in by feed()
/// and comes out by output(). The handshake happens inside read(). @thread the connection's I/O thread
class TlsChannel {
public:
    explicit TlsChannel(SSL_CTX* context);

    void feed(std::string_view ciphertext);
    /// Plain bytes. WouldBlock: feed more first.
    IoResult read(std::span<char> into);
    IoResult write(std::string_view plain);
    void shutdown();

    [[nodiscard]] bool hasOutput() const;
    /// What is to be sent, a view of the front of it.
    [[nodiscard]] std::string_view output() const;
    void consumeOutput(std::size_t bytes);

private:
    struct Free {
        void operator()(SSL* ssl) const;
    };
    IoResult result(int code);

    std::unique_ptr<SSL, Free> m_ssl;
    bool m_isBroken = false;
};

} // namespace parley::server::edge
