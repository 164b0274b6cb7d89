// SPDX-License-Identifier: MIT
#include "tests/bench/ceilings.h"
#include "tests/bench/machine.h"
#include "tests/bench/measurements.h"

#include <cstdio>
#include <exception>
#include <fstream>
#include <string_view>

using namespace parley::bench;

namespace {

void run(const Options& options)
{
    raiseFileLimit();
    pinTo(options.clientCpus);
    Report report("Ceilings of this machine", options.command);
    Ceilings ceilings(options, report);
    ceilings.gets(kConnections);
    for (const std::size_t connections : options.connections) {
        ceilings.posts(connections);
    }
    ceilings.syncedAppends();
    ceilings.fanOut();
    if (!options.markdown.empty()) {
        std::ofstream(options.markdown) << report.markdown(describeMachine(options.data));
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 2 && std::string_view(argv[1]) == "--help") {
        std::printf("Measures what this machine can do at best.\n%s", usage());
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
