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

void run(const Options& options)
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
                                                              {"streams", measureStreams},
                                                              {"tenants", measureTurnsOfManyTenants}};
    for (const auto& [name, measure] : parts) {
        if (options.runs(name)) {
            measure(bench);
        }
    }
    if (!options.markdown.empty()) {
        std::ofstream(options.markdown) << report.markdown(describeMachine(folder.path()));
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 2 && std::string_view(argv[1]) == "--help") {
        std::printf("Measures parleyd against the limits of this machine.\n%s", usage());
        return 0;
    }
    try {
        run(parseOptions(argc, argv));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
