// SPDX-License-Identifier: MIT
#include "tests/support/postgres_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pwd.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <vector>

namespace parley::test {

namespace {

namespace fs = std::filesystem;

/// The newest installed version's programs, or nothing.
std::string findPrograms()
{
    std::vector<std::string> found;
    std::error_code ignored;
    for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", ignored)) {
        if (fs::exists(version.path() / "bin" / "initdb", ignored)) {
            found.push_back((version.path() / "bin").string());
        }
    }
    std::sort(found.begin(), found.end());
    return found.empty() ? std::string() : found.back();
}

/// The account the server runs under: PostgreSQL refuses root.
const passwd* serverAccount()
{
    return geteuid() == 0 ? getpwnam("postgres") : nullptr;
}

void becomeServerAccount(const passwd* account)
{
    if (account != nullptr && (setgid(account->pw_gid) != 0 || setuid(account->pw_uid) != 0)) {
        _exit(126);
    }
}

std::vector<char*> pointers(std::vector<std::string>& arguments)
{
    std::vector<char*> raw;
    for (auto& argument : arguments) {
        raw.push_back(argument.data());
    }
    raw.push_back(nullptr);
    return raw;
}

/// Starts a program as the server's account; its words go to `log`. Everything is looked up before the fork.
/// @param signalAtDeath  sent to it when this process dies
int spawn(std::vector<std::string> arguments, const std::string& log, int signalAtDeath)
{
    const passwd* account = serverAccount();
    const auto raw = pointers(arguments);
    const int parent = getpid();
    const int child = fork();
    if (child != 0) {
        return child;
    }
    const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    dup2(out, STDOUT_FILENO);
    dup2(out, STDERR_FILENO);
    becomeServerAccount(account);
    // After setuid, which would undo it.
    prctl(PR_SET_PDEATHSIG, signalAtDeath);
    if (getppid() != parent || chdir("/") != 0) {
        _exit(126);
    }
    execv(raw[0], raw.data());
    _exit(127);
}

bool runProgram(std::vector<std::string> arguments, const std::string& log)
{
    const int child = spawn(std::move(arguments), log, SIGKILL);
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int freePort()
{
    const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    const bool bound = bind(probe, generic, size) == 0 && getsockname(probe, generic, &size) == 0;
    close(probe);
    return bound ? ntohs(address.sin_port) : 0;
}

/// Makes one empty cluster a build folder and version, which every server begins as a copy of.
std::string ensureTemplate(const std::string& programs, std::string& problem)
{
    const std::string version = fs::path(programs).parent_path().filename().string();
    const std::string base = std::string(PARLEY_BINARY_DIR) + "/postgres-template-" + version;
    const int lock = open((base + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    flock(lock, LOCK_EX);
    if (!fs::exists(base + "/ready")) {
        std::string scratch = (fs::temp_directory_path() / "parley-initdb-XXXXXX").string();
        std::error_code failure;
        if (mkdtemp(scratch.data()) == nullptr) {
            problem = "no temporary folder";
        } else {
            if (const passwd* account = serverAccount()) {
                static_cast<void>(chown(scratch.c_str(), account->pw_uid, account->pw_gid) == 0);
            }
            const bool made = runProgram({programs + "/initdb",
                                          "-D",
                                          scratch + "/data",
                                          "-U",
                                          "postgres",
                                          "-A",
                                          "trust",
                                          "-E",
                                          "UTF8",
                                          "--locale=C.UTF-8",
                                          "--no-sync",
                                          "--no-instructions"},
                                         base + ".log");
            if (made) {
                fs::remove_all(base, failure);
                fs::create_directories(base, failure);
                fs::copy(scratch + "/data", base + "/data", fs::copy_options::recursive, failure);
                fs::create_directory(base + "/ready", failure);
            } else {
                problem = "initdb failed, see " + base + ".log";
            }
            fs::remove_all(scratch, failure);
        }
    }
    close(lock);
    return base + "/data";
}

void giveToServerAccount(const fs::path& folder)
{
    const passwd* account = serverAccount();
    if (account == nullptr) {
        return;
    }
    const auto give = [&](const fs::path& path) {
        static_cast<void>(lchown(path.c_str(), account->pw_uid, account->pw_gid) == 0);
    };
    give(folder);
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        give(entry.path());
    }
}

/// A child that deletes the folder when this process is gone, even after a crash: it then reads the end of a
/// pipe.
void startUndertaker(const std::string& folder)
{
    std::array<int, 2> pipe{};
    if (pipe2(pipe.data(), O_CLOEXEC) != 0) {
        return;
    }
    const int child = fork();
    if (child != 0) {
        close(pipe[0]);
        return;
    }
    // Nothing of the parent's may stay open here, or its reader would wait for this process.
    setsid();
    for (int fd = 0; fd < 1024; ++fd) {
        if (fd != pipe[0]) {
            close(fd);
        }
    }
    char byte = 0;
    while (read(pipe[0], &byte, 1) > 0) {}
    // The server got its signal at the same moment; it must not write into what is being deleted.
    const std::string command = "i=0; while [ -e '" + folder +
                                "/data/postmaster.pid' ] && [ $i -lt 100 ]; do sleep 0.1; i=$((i+1)); done; "
                                "rm -rf '" +
                                folder + "'";
    execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    _exit(127);
}

} // namespace

PostgresServer& PostgresServer::instance()
{
    static PostgresServer server;
    return server;
}

PostgresServer::PostgresServer()
{
    const std::string programs = findPrograms();
    if (programs.empty()) {
        m_unavailable = "PostgreSQL is not installed (no /usr/lib/postgresql/*/bin/initdb)";
        return;
    }
    if (geteuid() == 0 && serverAccount() == nullptr) {
        m_unavailable = "there is no user 'postgres' to run PostgreSQL as";
        return;
    }
    const std::string templateFolder = ensureTemplate(programs, m_unavailable);
    if (!m_unavailable.empty()) {
        return;
    }
    m_folder = (fs::temp_directory_path() / "parley-pg-XXXXXX").string();
    if (mkdtemp(m_folder.data()) == nullptr) {
        m_unavailable = "no temporary folder";
        return;
    }
    startUndertaker(m_folder);
    fs::copy(templateFolder, m_folder + "/data", fs::copy_options::recursive);
    fs::permissions(m_folder + "/data", fs::perms::owner_all);
    giveToServerAccount(m_folder);
    m_port = freePort();
    // Tests ask what is visible and what is refused; what survives a power cut is PostgreSQL's own promise.
    m_server = spawn({programs + "/postgres",
                      "-D",
                      m_folder + "/data",
                      "-p",
                      std::to_string(m_port),
                      "-h",
                      "127.0.0.1",
                      "-k",
                      m_folder,
                      "-F",
                      "-c",
                      "full_page_writes=off",
                      "-c",
                      "synchronous_commit=off",
                      "-c",
                      "max_connections=200",
                      "-c",
                      "shared_buffers=32MB",
                      "-c",
                      "autovacuum=off"},
                     m_folder + "/log",
                     SIGINT);
    const bool isUp =
        runProgram({"/bin/sh",
                    "-c",
                    "for i in $(seq 300); do '" + programs + "/pg_isready' -q -h '" + m_folder + "' -p " +
                        std::to_string(m_port) + " && exit 0; sleep 0.1; done; exit 1"},
                   m_folder + "/log");
    if (!isUp) {
        m_unavailable = "PostgreSQL did not start in " + m_folder;
    }
}

PostgresServer::~PostgresServer()
{
    if (m_server > 0) {
        // Fast shutdown: open sessions are ended.
        kill(m_server, SIGINT);
        waitpid(m_server, nullptr, 0);
    }
}

std::string PostgresServer::url(const std::string& database, const std::string& user) const
{
    return "host=" + m_folder + " port=" + std::to_string(m_port) + " user=" + user + " dbname=" + database;
}

std::string PostgresServer::freshName()
{
    return "test_" + std::to_string(++m_names);
}

} // namespace parley::test
