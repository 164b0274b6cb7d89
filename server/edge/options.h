// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace parley::server::edge {

/// Requests a minute, by who asks; 0 switches a limit off. @source api.md, Conventions
struct RateLimits {
    int chatUser = 60;
    int anonymousAddress = 120;
    int operatorUser = 1200;
    int apiClient = 600;
};

/// Every limit and deadline of the edge.
struct EdgeOptions {
    /// I/O threads; 0: cores - 1, at least 1.
    std::size_t threads = 0;

    std::size_t headerBytes = 16 * 1024;
    /// Bodies of requests that match no route are read and thrown away up to here, so that a connection can
    /// go on.
    std::size_t unroutedBodyBytes = 64 * 1024;
    std::size_t maxConnections = 20'000;
    std::size_t maxConnectionsPerAddress = 2'000;
    /// Bytes that may wait for one client that reads slowly.
    std::size_t sendBacklogBytes = 1024 * 1024;
    std::size_t webSocketMessageBytes = 64 * 1024;

    std::chrono::milliseconds headerTimeout{10'000};
    /// A body may take this long plus the time it needs at bodyBytesPerSecond.
    std::chrono::milliseconds bodyTimeout{30'000};
    std::size_t bodyBytesPerSecond = 8 * 1024;
    std::chrono::milliseconds idleTimeout{75'000};
    /// A write that makes no headway for this long drops the client.
    std::chrono::milliseconds writeTimeout{30'000};
    /// How long a refused request's rest is read and thrown away, so that the client sees the answer.
    std::chrono::milliseconds lingerTimeout{2'000};
    /// Comment lines of an event stream that has nothing to say.
    std::chrono::milliseconds heartbeat{15'000};
    std::chrono::milliseconds webSocketPing{20'000};
    std::chrono::milliseconds webSocketSilence{60'000};
    /// How often deadlines are looked at.
    std::chrono::milliseconds tick{250};
    /// Where deadlines get the time from; tests supply their own.
    std::function<std::chrono::steady_clock::time_point()> now = std::chrono::steady_clock::now;

    /// CIDR list of the proxies whose X-Forwarded-For and -Proto are believed.
    std::vector<std::string> trustedProxies;
    /// Origins that operator routes accept besides the daemon's own.
    std::vector<std::string> operatorOrigins;
    /// "https://desk.example": the daemon's own origin; empty: what Host says.
    std::string publicUrl;
    /// `Parley-Protocol` of every answer.
    std::string protocolVersion = "1.0";
    RateLimits limits;

    /// PEM files; both empty: no TLS.
    std::string tlsCertificateFile;
    std::string tlsKeyFile;
};

} // namespace parley::server::edge
