// SPDX-License-Identifier: MIT
#include "server/runtime/platform/child_process.h"

#include <utility>

#if defined(__unix__) || defined(__APPLE__)

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace parley::server::runtime::platform {

namespace {

/// An open file that is closed at the end of its scope.
class File {
public:
    explicit File(int descriptor) : m_descriptor(descriptor) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File()
    {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    [[nodiscard]] int get() const { return m_descriptor; }
    int release() { return std::exchange(m_descriptor, -1); }

private:
    int m_descriptor;
};

/// Above the three standard descriptors, which the child's own are put in the place of.
int raised(int descriptor)
{
    const int copy = descriptor < 0 ? -1 : ::fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    return copy;
}

class SpawnActions {
public:
    SpawnActions()
    {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
    }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;
    ~SpawnActions()
    {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }

    void connect(int input, int output)
    {
        posix_spawn_file_actions_adddup2(&actions, input, 0);
        posix_spawn_file_actions_adddup2(&actions, output, 1);
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
#if defined(__GLIBC__) && defined(__GLIBC_PREREQ)
#if __GLIBC_PREREQ(2, 34)
        // Libraries open files without O_CLOEXEC too.
        posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#endif
#endif
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }

    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
};

std::chrono::milliseconds milliseconds(const timeval& time)
{
    return std::chrono::seconds(time.tv_sec) + std::chrono::milliseconds(time.tv_usec / 1000);
}

} // namespace

Result<ChildProcess> ChildProcess::start(const ChildOptions& options)
{
    const File input(raised(::open(options.input.c_str(), O_RDONLY | O_CLOEXEC)));
    if (input.get() < 0) {
        return fail(ErrorCode::NotFound, "The file cannot be read.", std::strerror(errno));
    }
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) {
        return fail(ErrorCode::Internal, "A process could not be started.", std::strerror(errno));
    }
    File reading(raised(ends[0]));
    const File writing(raised(ends[1]));
    SpawnActions spawn;
    spawn.connect(input.get(), writing.get());
    std::string name = options.program.string();
    std::vector<std::string> words = options.arguments;
    std::vector<char*> arguments{name.data()};
    std::transform(words.begin(), words.end(), std::back_inserter(arguments), [](std::string& word) {
        return word.data();
    });
    arguments.push_back(nullptr);
    std::array<char*, 1> environment{nullptr};
    pid_t process = -1;
    const int error = ::posix_spawn(
        &process, name.c_str(), &spawn.actions, &spawn.attributes, arguments.data(), environment.data());
    if (error != 0) {
        return fail(ErrorCode::Internal,
                    "A process could not be started.",
                    name + ": " + std::strerror(error));
    }
    return ChildProcess(process, reading.release());
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : m_process(std::exchange(other.m_process, -1)), m_output(std::exchange(other.m_output, -1))
{}

ChildProcess::~ChildProcess()
{
    if (m_output >= 0) {
        ::close(m_output);
    }
    if (m_process > 0) {
        kill();
        wait();
    }
}

std::optional<std::size_t> ChildProcess::read(std::span<char> buffer, std::chrono::milliseconds wait)
{
    pollfd ready{m_output, POLLIN, 0};
    const auto limit = static_cast<int>(std::clamp<std::int64_t>(wait.count(), 0, 60'000));
    if (::poll(&ready, 1, limit) <= 0) {
        return std::nullopt;
    }
    const ssize_t count = ::read(m_output, buffer.data(), buffer.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) {
        return std::nullopt;
    }
    return count < 0 ? 0 : static_cast<std::size_t>(count);
}

std::uint64_t ChildProcess::residentBytes() const
{
#if defined(__linux__)
    // @source proc(5): the second number of statm is the resident set in pages
    const std::string path = "/proc/" + std::to_string(m_process) + "/statm";
    const File statm(m_process > 0 ? ::open(path.c_str(), O_RDONLY | O_CLOEXEC) : -1);
    std::array<char, 128> text{};
    if (statm.get() < 0 || ::read(statm.get(), text.data(), text.size() - 1) <= 0) {
        return 0;
    }
    unsigned long long size = 0;
    unsigned long long resident = 0;
    if (std::sscanf(text.data(), "%llu %llu", &size, &resident) != 2) {
        return 0;
    }
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
#else
    return 0;
#endif
}

void ChildProcess::kill()
{
    if (m_process > 0) {
        ::kill(static_cast<pid_t>(m_process), SIGKILL);
    }
}

ChildEnd ChildProcess::wait()
{
    ChildEnd end;
    int status = 0;
    rusage usage{};
    pid_t waited = -1;
    do {
        waited = m_process > 0 ? ::wait4(static_cast<pid_t>(m_process), &status, 0, &usage) : -1;
    } while (waited < 0 && errno == EINTR && m_process > 0);
    m_process = -1;
    if (waited > 0) {
        end.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
        end.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        end.cpu = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    }
    return end;
}

std::filesystem::path executablePath()
{
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error);
}

} // namespace parley::server::runtime::platform

#else

namespace parley::server::runtime::platform {

Result<ChildProcess> ChildProcess::start(const ChildOptions&)
{
    return fail(ErrorCode::Internal, "This system has no sandboxed processes.");
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : m_process(std::exchange(other.m_process, -1)), m_output(std::exchange(other.m_output, -1))
{}

ChildProcess::~ChildProcess() = default;

std::optional<std::size_t> ChildProcess::read(std::span<char>, std::chrono::milliseconds)
{
    return 0;
}

std::uint64_t ChildProcess::residentBytes() const
{
    return 0;
}

void ChildProcess::kill() {}

ChildEnd ChildProcess::wait()
{
    return {};
}

std::filesystem::path executablePath()
{
    return {};
}

} // namespace parley::server::runtime::platform

#endif
