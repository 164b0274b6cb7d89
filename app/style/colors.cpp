// SPDX-License-Identifier: MIT
#include "app/style/colors.h"

namespace parley::console {

namespace {

constexpr int kMiddleLightness = 128;

QColor hex(QRgb rgb)
{
    return QColor::fromRgb(rgb);
}

} // namespace

const Colors& lightColors()
{
    static const Colors colors{.window = hex(0xf4f5f8),
                               .surface = hex(0xffffff),
                               .raised = hex(0xebedf2),
                               .border = hex(0xd5d9e2),
                               .text = hex(0x1b2130),
                               .muted = hex(0x596275),
                               .accent = hex(0x2457d6),
                               .onAccent = hex(0xffffff),
                               .accentSoft = hex(0xe3ebfd),
                               .danger = hex(0xb3261e),
                               .dangerSoft = hex(0xfbe6e4),
                               .warning = hex(0x8a5300),
                               .warningSoft = hex(0xfdf0d9),
                               .success = hex(0x1d6b3a),
                               .successSoft = hex(0xe0f3e6),
                               .customer = hex(0xeceef3),
                               .agent = hex(0xe3ebfd),
                               .supporter = hex(0xdff2e7),
                               .note = hex(0xfdf3d3)};
    return colors;
}

const Colors& darkColors()
{
    static const Colors colors{.window = hex(0x15181f),
                               .surface = hex(0x1c2029),
                               .raised = hex(0x252a35),
                               .border = hex(0x373e4d),
                               .text = hex(0xe8ebf2),
                               .muted = hex(0xa3acbd),
                               .accent = hex(0x8ab0ff),
                               .onAccent = hex(0x0d1526),
                               .accentSoft = hex(0x26345a),
                               .danger = hex(0xff9d94),
                               .dangerSoft = hex(0x4a2422),
                               .warning = hex(0xf3c372),
                               .warningSoft = hex(0x45351a),
                               .success = hex(0x84d6a2),
                               .successSoft = hex(0x1d3b2a),
                               .customer = hex(0x2a303c),
                               .agent = hex(0x25335a),
                               .supporter = hex(0x1e4030),
                               .note = hex(0x453a1c)};
    return colors;
}

bool isDark(const QPalette& palette)
{
    // A style sheet puts a widget's own ground into Window and Base of the palette that its delegates get;
    // not into this.
    return palette.color(QPalette::AlternateBase).lightness() < kMiddleLightness;
}

const Colors& colorsOf(const QPalette& palette)
{
    return isDark(palette) ? darkColors() : lightColors();
}

QPalette paletteOf(const Colors& colors)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colors.window);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::Base, colors.surface);
    palette.setColor(QPalette::AlternateBase, colors.window);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.muted);
    palette.setColor(QPalette::Button, colors.surface);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::BrightText, colors.danger);
    palette.setColor(QPalette::ToolTipBase, colors.raised);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, colors.onAccent);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.accent);
    palette.setColor(QPalette::Light, colors.surface);
    palette.setColor(QPalette::Midlight, colors.raised);
    palette.setColor(QPalette::Mid, colors.border);
    palette.setColor(QPalette::Dark, colors.border);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, colors.muted);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.border);
    return palette;
}

} // namespace parley::console
