// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/child_process.h"
#include "tests/bench/endpoint.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace parley::bench {

/// A folder of its own under `parent`, removed at the end.
class TemporaryFolder {
public:
    explicit TemporaryFolder(const std::filesystem::path& parent);
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Who can sign in to a daemon that the benchmark made.
struct Accounts {
    std::string adminEmail = "admin@bench.example";
    std::string adminPassword = "bench admin pass phrase 1";
    std::string demoEmail = "admin@demo.example";
    std::string demoPassword = "bench demo pass phrase 1";
};

/// The daemon under measure: its program, its data folder and, between start() and stop(), its process.
class Daemon {
public:
    Daemon(std::filesystem::path program,
           std::filesystem::path data,
           std::vector<std::string> options,
           Cpus cpus)
        : m_program(std::move(program)),
          m_data(std::move(data)),
          m_options(std::move(options)),
          m_cpus(std::move(cpus))
    {}

    /// Makes the platform's admin. Throws std::runtime_error when the daemon refuses.
    void init();
    /// Starts it and waits for the first 200 of GET /health. @return the time from fork to that answer
    std::chrono::nanoseconds start();
    /// SIGTERM, and wait for its end.
    void stop() { m_process.reset(); }

    Endpoint endpoint() const { return m_endpoint; }
    std::uint64_t residentBytes() const { return m_process->residentBytes(); }
    const Accounts& accounts() const { return m_accounts; }

private:
    std::filesystem::path m_program;
    std::filesystem::path m_data;
    std::vector<std::string> m_options;
    Cpus m_cpus;
    Accounts m_accounts;
    Endpoint m_endpoint;
    std::unique_ptr<ChildProcess> m_process;
};

} // namespace parley::bench
