// SPDX-License-Identifier: MIT
//
// A program that misbehaves on demand, for the tests of what contains it. It takes what parley-extract takes
// (--memory=BYTES --cpu=SECONDS) and does what --type=probe/WHAT says, from within the sandbox.
#include "server/runtime/platform/sandbox.h"

#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

using parley::server::runtime::platform::SandboxLimits;

/// "refused" or what happened instead.
const char* refusal(long result)
{
    return result >= 0 ? "allowed" : errno == EPERM || errno == EACCES ? "refused" : std::strerror(errno);
}

const char* openSocket()
{
    return refusal(::socket(AF_INET, SOCK_STREAM, 0));
}

const char* startProgram()
{
    std::array<char, 8> name{"true"};
    std::array<char*, 2> arguments{name.data(), nullptr};
    return refusal(::execv("/bin/true", arguments.data()));
}

const char* startChild()
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::_exit(0);
    }
    return refusal(child);
}

const char* watchParent()
{
    return refusal(::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr));
}

// Signal 0: only asks whether it may be sent.
const char* killParent()
{
    return refusal(::kill(::getppid(), 0));
}

const char* killParentsThread()
{
    return refusal(::syscall(SYS_tgkill, ::getppid(), ::getppid(), 0));
}

const char* queueSignalToParent()
{
    siginfo_t information{};
    information.si_code = SI_QUEUE;
    return refusal(::syscall(SYS_rt_sigqueueinfo, ::getppid(), 0, &information));
}

const char* limitParent()
{
    rlimit limit{};
    return refusal(::syscall(SYS_prlimit64, ::getppid(), RLIMIT_CORE, nullptr, &limit));
}

const char* giveOutputToParent()
{
    return refusal(::fcntl(STDOUT_FILENO, F_SETOWN, ::getppid()));
}

const char* giveOutputToParentsThread()
{
    const f_owner_ex owner{F_OWNER_PID, ::getppid()};
    return refusal(::fcntl(STDOUT_FILENO, F_SETOWN_EX, &owner));
}

const char* chooseOutputsSignal()
{
    return refusal(::fcntl(STDOUT_FILENO, F_SETSIG, SIGKILL));
}

const char* lookAtOutput()
{
    return refusal(::fcntl(STDOUT_FILENO, F_GETFL));
}

const char* giveUp()
{
    std::abort();
}

const char* writeFile()
{
    return refusal(::open("/tmp/parley-sandbox-probe", O_WRONLY | O_CREAT, 0600));
}

const char* readPasswords()
{
    return refusal(::open("/etc/passwd", O_RDONLY));
}

const char* readInput()
{
    return std::fgetc(stdin) == EOF ? "nothing" : refusal(::open("/proc/self/fd/0", O_RDONLY));
}

const char* openFiles()
{
    for (int descriptor = 3; descriptor < 256; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) >= 0 && ::lseek(descriptor, 0, SEEK_CUR) < 0) {
            return "a pipe or socket was inherited";
        }
    }
    return "none";
}

const char* environmentOf()
{
    return std::getenv("PATH") == nullptr && std::getenv("HOME") == nullptr ? "empty" : "inherited";
}

const char* takeMemory()
{
    std::vector<std::vector<char>> taken;
    try {
        for (int i = 0; i < 4096; ++i) {
            taken.emplace_back(1 << 20, 'x');
        }
    } catch (const std::bad_alloc&) {
        taken.clear();
        std::_Exit(12);
    }
    return "4 GB were given";
}

const char* runForever()
{
    static std::atomic<unsigned long> count{0};
    for (;;) {
        ++count;
    }
}

const char* waitForever()
{
    for (;;) {
        ::sleep(1000);
    }
}

const char* crash()
{
    volatile int* nowhere = nullptr;
    *nowhere = 1;
    return "survived";
}

const char* writeForever()
{
    std::array<char, 4096> bytes{};
    for (;;) {
        std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    }
}

} // namespace

int main(int count, char** words)
{
    SandboxLimits limits;
    limits.readable = {"/usr", "/lib", "/lib64"};
    std::string what;
    for (int i = 1; i < count; ++i) {
        const std::string_view word(words[i]);
        if (word.starts_with("--memory=")) {
            limits.memoryBytes = std::strtoull(words[i] + 9, nullptr, 10);
        } else if (word.starts_with("--cpu=")) {
            limits.cpu = std::chrono::seconds(std::strtol(words[i] + 6, nullptr, 10));
        } else if (word.starts_with("--type=probe/")) {
            what = word.substr(13);
        }
    }
    const std::map<std::string, std::function<const char*()>> probes{{"network", openSocket},
                                                                     {"exec", startProgram},
                                                                     {"fork", startChild},
                                                                     {"ptrace", watchParent},
                                                                     {"kill", killParent},
                                                                     {"tgkill", killParentsThread},
                                                                     {"queue", queueSignalToParent},
                                                                     {"prlimit", limitParent},
                                                                     {"owner", giveOutputToParent},
                                                                     {"owner_ex", giveOutputToParentsThread},
                                                                     {"signal", chooseOutputsSignal},
                                                                     {"flags", lookAtOutput},
                                                                     {"abort", giveUp},
                                                                     {"write", writeFile},
                                                                     {"read", readPasswords},
                                                                     {"input", readInput},
                                                                     {"files", openFiles},
                                                                     {"environment", environmentOf},
                                                                     {"memory", takeMemory},
                                                                     {"loop", runForever},
                                                                     {"wait", waitForever},
                                                                     {"crash", crash},
                                                                     {"garbage", writeForever}};
    const auto state = parley::server::runtime::platform::enterSandbox(limits);
    if (what == "state") {
        std::printf("limits %d calls %d files %d", state.limits, state.systemCalls, state.files);
    } else if (const auto probe = probes.find(what); probe != probes.end()) {
        std::fputs(probe->second(), stdout);
    }
    std::fflush(stdout);
    std::_Exit(0);
}
