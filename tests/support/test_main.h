// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTest>

#include <memory>
#include <string>

namespace parley::test {

/// Makes one suite of an executable known to its main().
class Registration {
public:
    Registration(const char* suite, std::unique_ptr<QObject> (*make)());
};

/// Runs the suites that the command line names, or all. @return the exit code
int runSuites(int argc, char** argv);

/// Ends the process as "skipped" for CTest, with the reason, when what the suite needs is not on this machine.
[[noreturn]] void skipSuite(const std::string& why);

} // namespace parley::test

/// Once at the end of each X_test.cpp, before `#include "X_test.moc"`: PARLEY_TEST("x", XTest)
#define PARLEY_TEST(suite, Class)                                                                            \
    static const parley::test::Registration registration##Class(                                            \
        suite, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
