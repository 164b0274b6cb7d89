// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/child_process.h"

#include <chrono>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace parley::bench {

/// What the command line asks for. The same options serve both programs; bench_ceiling uses fewer.
struct Options {
    std::filesystem::path parleyd; ///< default: next to this program
    std::filesystem::path data = std::filesystem::temp_directory_path();
    std::filesystem::path markdown;   ///< empty: standard output alone
    std::set<std::string> only;       ///< parts to run; empty: all
    std::chrono::seconds duration{5}; ///< of each measurement
    std::size_t streams = 10'000;
    std::size_t tenants = 200;
    std::size_t chats = 5'000; ///< open ones, for the part desk
    std::vector<std::size_t> connections{1, 64, 512};
    Cpus serverCpus;
    Cpus clientCpus;
    std::vector<std::string> daemonOptions; ///< after `--`: passed on to parleyd
    std::string command;                    ///< as it was typed

    bool runs(const std::string& part) const { return only.empty() || only.contains(part); }
};

/// Throws std::invalid_argument naming what is wrong with the command line.
Options parseOptions(int argc, char** argv);

/// What --help prints.
const char* usage();

} // namespace parley::bench
