// SPDX-License-Identifier: MIT
#include "server/runtime/platform/sandbox_filter.h"

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <span>
#if __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#define PARLEY_HAS_LANDLOCK 1
#else
#define PARLEY_HAS_LANDLOCK 0
#endif

namespace parley::server::runtime::platform::detail {

namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#else
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#endif

// Whatever can reach another process (kill, sigqueueinfo, pidfd, prlimit64, process_vm, ioctl) is not here.
constexpr std::array kAllowed
{
    // reading, and writing to what is open
    SYS_read, SYS_pread64, SYS_readv, SYS_write, SYS_writev, SYS_close, SYS_lseek, SYS_dup, SYS_fadvise64,
        SYS_fstat, SYS_newfstatat, SYS_statx, SYS_statfs, SYS_fstatfs, SYS_faccessat, SYS_readlinkat,
        SYS_getdents64, SYS_getcwd, SYS_ppoll,
        // memory
        SYS_brk, SYS_mmap, SYS_munmap, SYS_mprotect, SYS_mremap, SYS_madvise,
        // time and chance
        SYS_clock_gettime, SYS_clock_getres, SYS_clock_nanosleep, SYS_nanosleep, SYS_gettimeofday, SYS_times,
        SYS_getrandom, SYS_getrusage,
        // itself
        SYS_getpid, SYS_gettid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid, SYS_uname, SYS_sysinfo,
        SYS_futex, SYS_sched_yield, SYS_sched_getaffinity, SYS_rt_sigaction, SYS_rt_sigprocmask,
        SYS_rt_sigreturn, SYS_sigaltstack, SYS_set_robust_list, SYS_restart_syscall, SYS_exit, SYS_exit_group,
#if defined(SYS_rseq)
        SYS_rseq,
#endif
#if defined(SYS_faccessat2)
        SYS_faccessat2,
#endif
#if defined(__x86_64__)
        SYS_access, SYS_stat, SYS_lstat, SYS_readlink, SYS_poll, SYS_time, SYS_arch_prctl,
#endif
};

/// Who gets a descriptor's signals, and which: with those, another process could be ended.
constexpr std::array<std::uint32_t, 3> kSignalCommands{F_SETOWN, F_SETOWN_EX, F_SETSIG};

constexpr std::uint32_t kWritingFlags = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;

constexpr std::uint32_t offsetOfArgument(unsigned index)
{
    // The lower half: both processors are little-endian.
    return static_cast<std::uint32_t>(offsetof(seccomp_data, args) + index * sizeof(std::uint64_t));
}

sock_filter statement(int code, std::uint32_t value)
{
    return sock_filter{static_cast<std::uint16_t>(code), 0, 0, value};
}

sock_filter jump(int code, std::uint32_t value, unsigned yes, unsigned no)
{
    return sock_filter{static_cast<std::uint16_t>(code),
                       static_cast<std::uint8_t>(yes),
                       static_cast<std::uint8_t>(no),
                       value};
}

constexpr int kLoad = BPF_LD | BPF_W | BPF_ABS;
constexpr int kEqual = BPF_JMP | BPF_JEQ | BPF_K;
constexpr int kReturn = BPF_RET | BPF_K;

/// "If the call is `number`: allowed when no writing flag is set in that argument."
void allowReadingOpen(std::vector<sock_filter>& program, long number, unsigned flagsArgument)
{
    program.push_back(jump(kEqual, static_cast<std::uint32_t>(number), 0, 4));
    program.push_back(statement(kLoad, offsetOfArgument(flagsArgument)));
    program.push_back(jump(BPF_JMP | BPF_JSET | BPF_K, kWritingFlags, 0, 1));
    program.push_back(statement(kReturn, SECCOMP_RET_ERRNO | EACCES));
    program.push_back(statement(kReturn, SECCOMP_RET_ALLOW));
}

/// "If the call is `number`: allowed when that argument is `value`." The kernel, too, looks at 32 bits of it.
void allowOnlyWith(std::vector<sock_filter>& program, long number, unsigned argument, std::uint32_t value)
{
    program.push_back(jump(kEqual, static_cast<std::uint32_t>(number), 0, 4));
    program.push_back(statement(kLoad, offsetOfArgument(argument)));
    program.push_back(jump(kEqual, value, 0, 1));
    program.push_back(statement(kReturn, SECCOMP_RET_ALLOW));
    program.push_back(statement(kReturn, SECCOMP_RET_ERRNO | EPERM));
}

/// "If the call is `number`: allowed unless that argument is one of `refused`." 32 bits as well.
void allowExcept(std::vector<sock_filter>& program,
                 long number,
                 unsigned argument,
                 std::span<const std::uint32_t> refused)
{
    // Jumps count from the next instruction; behind the comparisons stand "allow" and "refuse".
    auto left = static_cast<unsigned>(refused.size());
    program.push_back(jump(kEqual, static_cast<std::uint32_t>(number), 0, left + 3));
    program.push_back(statement(kLoad, offsetOfArgument(argument)));
    for (const std::uint32_t value : refused) {
        program.push_back(jump(kEqual, value, left, 0));
        --left;
    }
    program.push_back(statement(kReturn, SECCOMP_RET_ALLOW));
    program.push_back(statement(kReturn, SECCOMP_RET_ERRNO | EPERM));
}

std::vector<sock_filter> filterProgram()
{
    std::vector<sock_filter> program;
    program.push_back(statement(kLoad, static_cast<std::uint32_t>(offsetof(seccomp_data, arch))));
    program.push_back(jump(kEqual, kArchitecture, 1, 0));
    program.push_back(statement(kReturn, SECCOMP_RET_KILL_PROCESS));
    program.push_back(statement(kLoad, static_cast<std::uint32_t>(offsetof(seccomp_data, nr))));
    for (const long number : kAllowed) {
        program.push_back(jump(kEqual, static_cast<std::uint32_t>(number), 0, 1));
        program.push_back(statement(kReturn, SECCOMP_RET_ALLOW));
    }
    allowReadingOpen(program, SYS_openat, 2);
#if defined(__x86_64__)
    allowReadingOpen(program, SYS_open, 1);
#endif
    allowExcept(program, SYS_fcntl, 1, kSignalCommands);
    allowOnlyWith(program, SYS_tgkill, 0, static_cast<std::uint32_t>(getpid())); // abort()
    program.push_back(statement(kReturn, SECCOMP_RET_ERRNO | EPERM));
    return program;
}

} // namespace

bool filterSystemCalls()
{
    std::vector<sock_filter> program = filterProgram();
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0;
}

#if PARLEY_HAS_LANDLOCK

namespace {

/// @source Linux, Documentation/userspace-api/landlock.rst: the rights of its first version
constexpr std::uint64_t kHandled =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE |
    LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
    LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
    LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |
    LANDLOCK_ACCESS_FS_MAKE_SYM;

bool allowBeneath(int ruleset, int place, std::uint64_t rights)
{
    const landlock_path_beneath_attr rule{rights, place};
    return syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

} // namespace

bool restrictFiles(const std::vector<std::string>& readable)
{
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = kHandled;
    const auto made = syscall(SYS_landlock_create_ruleset, &attributes, sizeof(attributes), 0);
    if (made < 0) {
        return false;
    }
    const int ruleset = static_cast<int>(made);
    bool all = true;
    for (const std::string& folder : readable) {
        const int place = ::open(folder.c_str(), O_PATH | O_CLOEXEC);
        if (place >= 0) {
            // A file takes no rights of folders: the whole rule would be refused.
            struct stat status {};
            const bool isFolder = ::fstat(place, &status) == 0 && S_ISDIR(status.st_mode);
            const std::uint64_t folderRights = isFolder ? LANDLOCK_ACCESS_FS_READ_DIR : 0;
            all = allowBeneath(ruleset, place, LANDLOCK_ACCESS_FS_READ_FILE | folderRights) && all;
            ::close(place);
        }
    }
    // The file itself, which some libraries want by a name: "/proc/self/fd/0". A pipe has no such rule.
    allowBeneath(ruleset, STDIN_FILENO, LANDLOCK_ACCESS_FS_READ_FILE);
    all = all && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    ::close(ruleset);
    return all;
}

#else

bool restrictFiles(const std::vector<std::string>&)
{
    return false;
}

#endif

} // namespace parley::server::runtime::platform::detail

#else

namespace parley::server::runtime::platform::detail {

bool filterSystemCalls()
{
    return false;
}

bool restrictFiles(const std::vector<std::string>&)
{
    return false;
}

} // namespace parley::server::runtime::platform::detail

#endif
