// SPDX-License-Identifier: MIT
#include "tests/bench/options.h"

#include <charconv>
#include <sstream>
#include <stdexcept>

namespace parley::bench {

namespace {

std::vector<std::string> split(const std::string& list)
{
    std::vector<std::string> parts;
    std::istringstream in(list);
    for (std::string part; std::getline(in, part, ',');) {
        parts.push_back(part);
    }
    return parts;
}

template <class Number>
Number numberOf(const std::string& name, const std::string& text, Number atLeast)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < atLeast) {
        throw std::invalid_argument(name + ": '" + text + "' is not a number that fits");
    }
    return value;
}

template <class Number>
std::vector<Number> numbersOf(const std::string& name, const std::string& list, Number atLeast)
{
    std::vector<Number> numbers;
    for (const std::string& part : split(list)) {
        numbers.push_back(numberOf<Number>(name, part, atLeast));
    }
    return numbers;
}

void set(Options& options, const std::string& name, const std::string& value)
{
    static const std::set<std::string> kParts{
        "health", "read", "turns", "nodes", "tenants", "streams", "process", "desk"};
    if (name == "--parleyd") {
        options.parleyd = value;
    } else if (name == "--data") {
        options.data = value;
    } else if (name == "--markdown") {
        options.markdown = value;
    } else if (name == "--only") {
        for (const std::string& part : split(value)) {
            if (!kParts.contains(part)) {
                throw std::invalid_argument("--only: there is no part '" + part + "'");
            }
            options.only.insert(part);
        }
    } else if (name == "--seconds") {
        options.duration = std::chrono::seconds(numberOf<int>(name, value, 1));
    } else if (name == "--streams") {
        options.streams = numberOf<std::size_t>(name, value, 1);
    } else if (name == "--chats") {
        options.chats = numberOf<std::size_t>(name, value, 1);
    } else if (name == "--tenants") {
        options.tenants = numberOf<std::size_t>(name, value, 1);
    } else if (name == "--connections") {
        options.connections = numbersOf<std::size_t>(name, value, 1);
    } else if (name == "--server-cpus") {
        options.serverCpus = numbersOf<int>(name, value, 0);
    } else if (name == "--client-cpus") {
        options.clientCpus = numbersOf<int>(name, value, 0);
    } else {
        throw std::invalid_argument("there is no option " + name);
    }
}

std::string commandOf(int argc, char** argv)
{
    std::string command = std::filesystem::path(argv[0]).filename().string();
    for (int i = 1; i < argc; ++i) {
        command.append(" ").append(argv[i]);
    }
    return command;
}

} // namespace

Options parseOptions(int argc, char** argv)
{
    Options options;
    options.command = commandOf(argc, argv);
    options.parleyd = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "parleyd";
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        if (name == "--") {
            options.daemonOptions.assign(argv + i + 1, argv + argc);
            break;
        }
        if (i + 1 == argc) {
            throw std::invalid_argument(name + " needs a value");
        }
        set(options, name, argv[++i]);
    }
    if (options.serverCpus.empty() != options.clientCpus.empty()) {
        throw std::invalid_argument("--server-cpus and --client-cpus come together");
    }
    return options;
}

const char* usage()
{
    return "Options (value after a blank):\n"
           "  --parleyd FILE        the daemon to measure (default: next to this program)\n"
           "  --data DIR            where temporary data folders are made; its disk is what is measured\n"
           "  --markdown FILE       write the table there too\n"
           "  --only PARTS          of health,read,turns,nodes,tenants,streams,process,desk (comma between)\n"
           "  --seconds N           length of each measurement (5)\n"
           "  --connections LIST    for turns (1,64,512)\n"
           "  --streams N           open event streams (10000)\n"
           "  --tenants N           for the part tenants (200)\n"
           "  --chats N             open chats, for the part desk (5000)\n"
           "  --server-cpus LIST    pin the server, and the bare server of the ceilings\n"
           "  --client-cpus LIST    pin the load generator\n"
           "  -- OPTION...          what follows is passed on to parleyd\n";
}

} // namespace parley::bench
