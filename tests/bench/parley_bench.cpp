// SPDX-License-Identifier: MIT
#include "tests/bench/machine.h"
#include "tests/bench/measurements.h"

#include <cstdio>
#include <exception>
#include <fstream>
#include <string_view>

using namespace parley::bench;

namespace {

/// What a daemon needs so that its own protection is not what is measured.
std::vector<std::string> daemonOptions(const Options& options)
{
    std::vector<std::string> all{"--limits.requests_per_minute",
                                 "0",
                                 "--log.level",
                                 "warn",
                                 "--edge.max_connections",
                                 "15000",
                                 "--edge.connections_per_address",
                                 "15000"};
    all.insert(all.end(), options.daemonOptions.begin(), options.daemonOptions.end());
    return all;
}

/// @return whether every part could be measured
bool run(const Options& options)
{
    raiseFileLimit();
    pinTo(options.clientCpus);
    Report report("parleyd", options.command);
    Ceilings ceilings(options, report);
    const TemporaryFolder folder(options.data);
    Daemon daemon(options.parleyd, folder.path(), daemonOptions(options), options.serverCpus);
    daemon.init();
    daemon.start();
    Bench bench{options, report, ceilings, daemon};
    const std::pair<const char*, void (*)(Bench&)> parts[] = {{"process", measureProcess},
                                                              {"health", measureHealth},
                                                              {"read", measureReads},
                                                              {"turns", measureTurnsOfOneTenant},
                                                              {"nodes", measureNodes},
                                                              {"streams", measureStreams},
                                                              {"desk", measureDesk},
                                                              {"tenants", measureTurnsOfManyTenants}};
    bool isComplete = true;
    for (const auto& [name, measure] : parts) {
        if (!options.runs(name)) {
            continue;
        }
        try {
            measure(bench);
        } catch (const std::exception& error) {
            std::fprintf(stderr, "%s: %s\n", name, error.what());
            Row row;
            row.what = std::string("part ") + name;
            row.value = "could not be measured";
            report.add(std::move(row));
            isComplete = false;
        }
    }
    if (!options.markdown.empty()) {
        std::ofstream(options.markdown) << report.markdown(describeMachine(folder.path()));
    }
    return isComplete;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 2 && std::string_view(argv[1]) == "--help") {
        std::printf("Measures parleyd against the limits of this machine.\n%s", usage());
        return 0;
    }
    try {
        return run(parseOptions(argc, argv)) ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
