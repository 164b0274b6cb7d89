// SPDX-License-Identifier: MIT
#include "app/style/theme.h"
#include "tests/support/test_main.h"

#include <QApplication>

int main(int argc, char** argv)
{
    // Dates, numbers and words as the tests expect them, wherever they run.
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("parley-console-tests"));
    parley::console::applyAppearance(app, parley::console::Appearance::Light);
    return parley::test::runSuites(argc, argv);
}
