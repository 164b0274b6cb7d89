// SPDX-License-Identifier: MIT
#include "app/style/colors.h"
#include "app/widget_designer/contrast.h"
#include "app/widgets/badge.h"
#include "tests/support/test_main.h"

#include <QImage>
#include <QPainter>

using namespace parley::console;

namespace {

constexpr double kText = 4.5;
constexpr double kShape = 3;

} // namespace

/// @source WCAG 2.2, 1.4.3 (text) and 1.4.11 (what shows a state)
class ContrastTest : public QObject {
    Q_OBJECT

private:
    static void check(const QColor& text, const QColor& ground, double least, const QString& what)
    {
        const double ratio = contrastRatio(text, ground);
        QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1: %2").arg(what).arg(ratio)));
    }

private Q_SLOTS:
    void everyTextIsReadOnEveryGround_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void everyTextIsReadOnEveryGround()
    {
        QFETCH(bool, isDark);
        const Colors& colors = isDark ? darkColors() : lightColors();
        const std::pair<const char*, QColor> texts[] = {{"text", colors.text},
                                                        {"muted", colors.muted},
                                                        {"accent", colors.accent},
                                                        {"danger", colors.danger},
                                                        {"warning", colors.warning},
                                                        {"success", colors.success}};
        const std::pair<const char*, QColor> grounds[] = {{"window", colors.window},
                                                          {"surface", colors.surface},
                                                          {"raised", colors.raised},
                                                          {"accentSoft", colors.accentSoft},
                                                          {"dangerSoft", colors.dangerSoft},
                                                          {"warningSoft", colors.warningSoft},
                                                          {"successSoft", colors.successSoft},
                                                          {"customer", colors.customer},
                                                          {"agent", colors.agent},
                                                          {"supporter", colors.supporter},
                                                          {"note", colors.note}};
        for (const auto& [textName, text] : texts) {
            for (const auto& [groundName, ground] : grounds) {
                check(text,
                      ground,
                      kText,
                      QStringLiteral("%1 on %2").arg(QLatin1String(textName), QLatin1String(groundName)));
            }
        }
        check(colors.onAccent, colors.accent, kText, QStringLiteral("a primary button"));
        for (const auto& ground : {colors.window, colors.surface, colors.raised, colors.accentSoft}) {
            check(colors.accent, ground, kShape, QStringLiteral("the ring of the focus"));
        }
        const QPalette palette = paletteOf(colors);
        const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[] = {
            {QPalette::WindowText, QPalette::Window},
            {QPalette::Text, QPalette::Base},
            {QPalette::PlaceholderText, QPalette::Base},
            {QPalette::ButtonText, QPalette::Button},
            {QPalette::ToolTipText, QPalette::ToolTipBase},
            {QPalette::HighlightedText, QPalette::Highlight},
            {QPalette::Link, QPalette::Base}};
        for (const auto& [text, ground] : pairs) {
            check(palette.color(text),
                  palette.color(ground),
                  kText,
                  QStringLiteral("role %1").arg(static_cast<int>(text)));
        }
    }

    void badgesAndAvatarsAreRead_data() { everyTextIsReadOnEveryGround_data(); }

    void badgesAndAvatarsAreRead()
    {
        QFETCH(bool, isDark);
        const QPalette palette = paletteOf(isDark ? darkColors() : lightColors());
        for (const Tone tone : {Tone::Neutral, Tone::Accent, Tone::Success, Tone::Warning, Tone::Danger}) {
            const ToneColors colors = toneColors(tone, palette);
            check(colors.text, colors.ground, kText, QStringLiteral("tone %1").arg(static_cast<int>(tone)));
        }
        for (int i = 0; i < 400; ++i) {
            const auto [ground, text] = avatarColors(QStringLiteral("Person %1").arg(i), palette);
            check(text, ground, kText, QStringLiteral("avatar %1").arg(i));
        }
    }
};

PARLEY_TEST("contrast", ContrastTest)
#include "contrast_test.moc"
