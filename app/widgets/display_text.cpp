// SPDX-License-Identifier: MIT
#include "app/widgets/display_text.h"

namespace parley::console {

namespace {

constexpr char16_t kSpace = 0x20;
constexpr char16_t kDelete = 0x7f;
constexpr char16_t kLastC1 = 0x9f;
constexpr char16_t kPictures = 0x2400;
constexpr char16_t kDeletePicture = 0x2421;
constexpr char16_t kForceLeft = 0x202d;
constexpr char16_t kForceRight = 0x202e;

/// Embeddings, overrides and isolates.
bool isDirectionMark(char16_t unit)
{
    return (unit >= 0x202a && unit <= kForceRight) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0x200e ||
           unit == 0x200f || unit == 0x061c;
}

char16_t shown(char16_t unit)
{
    if (unit == u'\n' || unit == QChar::ParagraphSeparator) {
        return QChar::LineSeparator;
    }
    if (unit == u'\t') {
        return kSpace;
    }
    if (unit < kSpace) {
        return static_cast<char16_t>(kPictures + unit);
    }
    if (unit == kDelete) {
        return kDeletePicture;
    }
    if ((unit > kDelete && unit <= kLastC1) || unit == kForceLeft || unit == kForceRight) {
        return QChar::ReplacementCharacter;
    }
    return unit;
}

} // namespace

QString displayText(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    for (QChar& each : text) {
        each = QChar(shown(each.unicode()));
    }
    return text;
}

QString displayLine(const QString& text, int most)
{
    QString line;
    // Twice: marks are left out, and what is left must still fill the line.
    const QString begin = displayText(text.left(most * 2));
    line.reserve(begin.size());
    for (const QChar each : begin) {
        if (each == QChar::LineSeparator) {
            line.append(QLatin1Char(' '));
        } else if (!isDirectionMark(each.unicode())) {
            line.append(each);
        }
    }
    line = std::move(line).simplified();
    if (line.size() <= most && text.size() <= most * 2) {
        return line;
    }
    line.truncate(most - 1);
    if (!line.isEmpty() && line.back().isHighSurrogate()) {
        line.chop(1);
    }
    return line + QChar(0x2026);
}

QString displayBlock(const QString& text, int most)
{
    if (text.size() <= most) {
        return displayText(text);
    }
    QString begin = text.left(most);
    if (begin.back().isHighSurrogate()) {
        begin.chop(1);
    }
    return displayText(begin) + QChar(0x2026);
}

int codePoints(const QString& text)
{
    int count = 0;
    for (const QChar each : text) {
        count += each.isLowSurrogate() ? 0 : 1;
    }
    return count;
}

} // namespace parley::console
