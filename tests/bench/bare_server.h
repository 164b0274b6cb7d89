// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/child_process.h"
#include "tests/bench/endpoint.h"

#include <filesystem>

namespace parley::bench {

/// The least that can be called an HTTP server: one thread, epoll, no routing, no parsing beyond the end of
/// the head and the length of the body. What it reaches is the ceiling of this machine for any server. It
/// answers
/// - GET: a fixed 200 of about 150 bytes
/// - POST: a fixed 200 of about 900 bytes, the size of a turn
/// - POST /commit/N: the same, once N pages of a database are committed (see BareCommits)
/// - GET /stream: the head of an event stream, kept open
/// - GET /publish/TEXT: writes one event of about 300 bytes with TEXT to every open stream, then a fixed 200
/// - GET /stall/MS: does nothing for so long, then a fixed 200 (for testing the load generator)
/// - GET /refuse: 503, and GET /hang-up: closes (for the same)
class BareServer {
public:
    /// Starts it in a process of its own. @param commits  folder for the database of /commit; empty: none
    explicit BareServer(const Cpus& cpus, const std::filesystem::path& commits = {});

    Endpoint endpoint() const { return m_endpoint; }

private:
    Endpoint m_endpoint;
    Fd m_listener;
    ChildProcess m_process;
};

} // namespace parley::bench
