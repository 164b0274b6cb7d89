// SPDX-License-Identifier: MIT
#include "server/runtime/platform/piped_process.h"

#include <utility>

#if defined(__linux__)

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace parley::server::runtime::platform {

namespace {

using Time = std::chrono::steady_clock::time_point;

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

class Spawn {
public:
    Spawn(int input, int output)
    {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
        posix_spawn_file_actions_adddup2(&actions, input, 0);
        posix_spawn_file_actions_adddup2(&actions, output, 1);
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addchdir_np(&actions, "/");
#if __GLIBC_PREREQ(2, 34)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#endif
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setflags(&attributes,
                                 POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    Spawn(const Spawn&) = delete;
    Spawn& operator=(const Spawn&) = delete;
    ~Spawn()
    {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }

    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
};

using Resource = decltype(RLIMIT_CORE);

void limit(pid_t process, Resource resource, std::uint64_t value)
{
    const rlimit both{value, value};
    ::prlimit(process, resource, &both, nullptr);
}

bool isReady(int descriptor, short events, Time until)
{
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    pollfd ready{descriptor, events, 0};
    const int result =
        ::poll(&ready, 1, static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 600'000)));
    return result > 0;
}

bool isPast(Time until)
{
    return std::chrono::steady_clock::now() >= until;
}

tl::unexpected<Error> cannotStart(const std::string& why)
{
    return fail(ErrorCode::Unavailable, "The program cannot be started.", why);
}

} // namespace

Result<PipedProcess> PipedProcess::start(const PipedOptions& options)
{
    if (!options.program.is_absolute()) {
        return fail(ErrorCode::InvalidArgument, "The program must be named by its whole path.");
    }
    // A socket, because writing to a closed pipe would raise a signal.
    std::array<int, 2> inputs{-1, -1};
    std::array<int, 2> outputs{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, inputs.data()) != 0) {
        return cannotStart(std::strerror(errno));
    }
    File writing(raised(inputs[0]));
    const File childInput(raised(inputs[1]));
    if (::pipe2(outputs.data(), O_CLOEXEC) != 0) {
        return cannotStart(std::strerror(errno));
    }
    File reading(raised(outputs[0]));
    const File childOutput(raised(outputs[1]));
    ::fcntl(writing.get(), F_SETFL, O_NONBLOCK);
    ::shutdown(writing.get(), SHUT_RD);
    const Spawn spawn(childInput.get(), childOutput.get());
    std::string name = options.program.string();
    std::vector<std::string> words = options.arguments;
    std::vector<char*> arguments{name.data()};
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    std::array<char*, 1> environment{nullptr};
    pid_t process = -1;
    const int error = ::posix_spawn(
        &process, name.c_str(), &spawn.actions, &spawn.attributes, arguments.data(), environment.data());
    if (error != 0) {
        return cannotStart(name + ": " + std::strerror(error));
    }
    limit(process, RLIMIT_CORE, 0);
    limit(process, RLIMIT_NOFILE, options.openFiles);
    if (options.memoryBytes > 0) {
        limit(process, RLIMIT_DATA, options.memoryBytes);
    }
    if (options.cpu.count() > 0) {
        limit(process, RLIMIT_CPU, static_cast<std::uint64_t>(options.cpu.count()));
    }
    return PipedProcess(process, writing.release(), reading.release());
}

PipedProcess::PipedProcess(PipedProcess&& other) noexcept
    : m_process(std::exchange(other.m_process, -1)),
      m_input(std::exchange(other.m_input, -1)),
      m_output(std::exchange(other.m_output, -1))
{}

PipedProcess::~PipedProcess()
{
    for (const int descriptor : {m_input, m_output}) {
        if (descriptor >= 0) {
            ::close(descriptor);
        }
    }
    if (m_process > 0) {
        ::kill(static_cast<pid_t>(-m_process), SIGKILL);
        ::kill(static_cast<pid_t>(m_process), SIGKILL);
        int status = 0;
        while (::waitpid(static_cast<pid_t>(m_process), &status, 0) < 0 && errno == EINTR) {}
    }
}

bool PipedProcess::write(std::string_view text, Time until)
{
    while (!text.empty()) {
        const ssize_t sent = ::send(m_input, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent > 0) {
            text.remove_prefix(static_cast<std::size_t>(sent));
            continue;
        }
        if (errno != EAGAIN && errno != EINTR) {
            return false;
        }
        if (isPast(until) || !isReady(m_input, POLLOUT, until)) {
            return false;
        }
    }
    return true;
}

std::optional<std::size_t> PipedProcess::read(std::span<char> buffer, Time until)
{
    if (!isReady(m_output, POLLIN, until)) {
        return std::nullopt;
    }
    const ssize_t count = ::read(m_output, buffer.data(), buffer.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) {
        return std::nullopt;
    }
    return count < 0 ? 0 : static_cast<std::size_t>(count);
}

} // namespace parley::server::runtime::platform

#else

namespace parley::server::runtime::platform {

Result<PipedProcess> PipedProcess::start(const PipedOptions&)
{
    return fail(ErrorCode::Unavailable, "Programs that are talked to need Linux.");
}

PipedProcess::PipedProcess(PipedProcess&& other) noexcept
    : m_process(std::exchange(other.m_process, -1)),
      m_input(std::exchange(other.m_input, -1)),
      m_output(std::exchange(other.m_output, -1))
{}

PipedProcess::~PipedProcess() = default;

bool PipedProcess::write(std::string_view, std::chrono::steady_clock::time_point)
{
    return false;
}

std::optional<std::size_t> PipedProcess::read(std::span<char>, std::chrono::steady_clock::time_point)
{
    return 0;
}

} // namespace parley::server::runtime::platform

#endif
