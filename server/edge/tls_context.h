// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/tls_channel.h"
#include "shared/core/result.h"

#include <memory>
#include <mutex>
#include <string>

namespace parley::server::edge {

/// The certificate and key that new connections are greeted with. Any thread.
class TlsContext {
public:
    TlsContext(std::string certificateFile, std::string keyFile);

    /// Reads both files. What is in use stays in use when that fails; open connections keep what they began
    /// with.
    /// @errors InvalidArgument a file is missing or broken, or they do not belong together
    Result<void> reload();

    /// A new connection's channel. @pre reload() succeeded once
    [[nodiscard]] TlsChannel open() const;

private:
    const std::string m_certificateFile;
    const std::string m_keyFile;
    mutable std::mutex m_mutex;
    // Shared with connections that begin while a reload happens.
    std::shared_ptr<SSL_CTX> m_context;
};

} // namespace parley::server::edge
