// SPDX-License-Identifier: MIT
#include "tests/support/test_main.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <vector>

namespace parley::test {

namespace {

using Factory = std::unique_ptr<QObject> (*)();

std::map<std::string, Factory>& suites()
{
    static std::map<std::string, Factory> known;
    return known;
}

} // namespace

Registration::Registration(const char* suite, Factory make)
{
    suites()[suite] = make;
}

void skipSuite(const std::string& why)
{
    std::fprintf(stderr, "SKIP: %s\n", why.c_str());
    std::exit(77);
}

int runSuites(int argc, char** argv)
{
    // QTest::qExec wants argv without the suite's name: "exe SUITE [qtest arguments]".
    std::vector<char*> arguments{argv[0]};
    std::vector<std::string> chosen;
    for (int i = 1; i < argc; ++i) {
        if (suites().contains(argv[i])) {
            chosen.emplace_back(argv[i]);
        } else {
            arguments.push_back(argv[i]);
        }
    }
    if (chosen.empty() && argc > 1 && argv[1][0] != '-') {
        std::fprintf(stderr, "There is no suite '%s'.\n", argv[1]);
        return 2;
    }
    int failures = 0;
    for (const auto& [name, make] : suites()) {
        if (chosen.empty() || std::find(chosen.begin(), chosen.end(), name) != chosen.end()) {
            const auto suite = make();
            failures += QTest::qExec(suite.get(), static_cast<int>(arguments.size()), arguments.data());
        }
    }
    return failures == 0 ? 0 : 1;
}

} // namespace parley::test
