// SPDX-License-Identifier: MIT
#include "tests/support/test_main.h"

#include <QCoreApplication>

// Alone in its file, so that an executable with a main() of its own does not get this one.
int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    return parley::test::runSuites(argc, argv);
}
