// SPDX-License-Identifier: MIT
#include "tests/bench/daemon.h"

#include "tests/bench/api_client.h"

#include <charconv>
#include <cstdlib>
#include <stdexcept>
#include <system_error>

namespace parley::bench {

namespace {

constexpr std::chrono::seconds kPatience{60}; // a first start seeds the demo's knowledge base

std::uint16_t portOf(const std::string& line)
{
    const auto colon = line.rfind(':');
    std::uint16_t port = 0;
    if (!line.starts_with("parleyd listening on ") || colon == std::string::npos ||
        std::from_chars(line.data() + colon + 1, line.data() + line.size(), port).ec != std::errc{}) {
        throw std::runtime_error("the daemon's first line was: " + line);
    }
    return port;
}

} // namespace

TemporaryFolder::TemporaryFolder(const std::filesystem::path& parent)
{
    std::string name = (parent / "parley-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        throw std::system_error(errno, std::generic_category(), name);
    }
    m_path = name;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

void Daemon::init()
{
    ChildProcess process =
        ChildProcess::execute(m_program.string(),
                              {"init", "--data", m_data.string(), "--admin-email", m_accounts.adminEmail},
                              {{"PARLEY_ADMIN_PASSWORD", m_accounts.adminPassword}},
                              m_cpus);
    if (const int code = process.wait(); code != 0) {
        throw std::runtime_error("parleyd init ended with " + std::to_string(code));
    }
}

std::chrono::nanoseconds Daemon::start()
{
    std::vector<std::string> arguments{
        "serve", "--data", m_data.string(), "--listen", "127.0.0.1:0", "--demo"};
    arguments.insert(arguments.end(), m_options.begin(), m_options.end());
    const auto begin = std::chrono::steady_clock::now();
    m_process = std::make_unique<ChildProcess>(ChildProcess::execute(
        m_program.string(), arguments, {{"PARLEY_DEMO_PASSWORD", m_accounts.demoPassword}}, m_cpus));
    m_endpoint.port = portOf(m_process->readLine(kPatience));
    const ApiClient client(m_endpoint);
    while (client.call("GET", "/health").status != 200) {
        if (std::chrono::steady_clock::now() - begin > kPatience) {
            throw std::runtime_error("GET /health is not 200");
        }
    }
    return std::chrono::steady_clock::now() - begin;
}

} // namespace parley::bench
