// SPDX-License-Identifier: MIT
#include "tests/bench/machine.h"

#include <sys/utsname.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <ctime>
#include <fstream>
#include <sstream>

namespace parley::bench {

namespace {

std::string valueIn(const char* file, const std::string& name)
{
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        const auto colon = line.find(':');
        if (line.starts_with(name) && colon != std::string::npos) {
            return line.substr(line.find_first_not_of(" \t", colon + 1));
        }
    }
    return "unknown";
}

/// @source linux/magic.h
std::string fileSystemOf(const std::filesystem::path& path)
{
    struct statfs info {};
    if (statfs(path.c_str(), &info) != 0) {
        return "unknown";
    }
    switch (static_cast<std::uint64_t>(info.f_type)) {
    case 0xef53:
        return "ext4";
    case 0x58465342:
        return "xfs";
    case 0x9123683e:
        return "btrfs";
    case 0x01021994:
        return "tmpfs (memory: durability costs nothing there)";
    case 0x794c7630:
        return "overlayfs";
    case 0x2fc12fc1:
        return "zfs";
    default: {
        std::ostringstream hex;
        hex << "file system 0x" << std::hex << info.f_type;
        return hex.str();
    }
    }
}

} // namespace

std::string describeMachine(const std::filesystem::path& data)
{
    utsname system{};
    uname(&system);
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 32> date{};
    std::strftime(date.data(), date.size(), "%Y-%m-%d %H:%M UTC", &utc);
    const double memory = static_cast<double>(sysconf(_SC_PHYS_PAGES)) *
                          static_cast<double>(sysconf(_SC_PAGESIZE)) / 1024 / 1024 / 1024;
    std::ostringstream out;
    out << date.data() << "; " << valueIn("/proc/cpuinfo", "model name") << ", "
        << sysconf(_SC_NPROCESSORS_ONLN) << " processors; " << static_cast<int>(memory + 0.5)
        << " GB memory; " << system.sysname << " " << system.release << "; compiler " << __VERSION__
        << "; data on " << fileSystemOf(data) << ".";
    return out.str();
}

} // namespace parley::bench
