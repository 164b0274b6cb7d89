// SPDX-License-Identifier: MIT
#include "app/widgets/display_text.h"

namespace parley::console {

namespace {

constexpr char16_t kSpace = 0x20;
constexpr char16_t kDelete = 0x7f;
constexpr char16_t kLastC1 = 0x9f;
constexpr char16_t kPictures = 0x2400;
constexpr char16_t kDeletePicture = 0x2421;
constexpr char16_t kFirstStrongIsolate = 0x2068;
constexpr char16_t kPopIsolate = 0x2069;
constexpr char16_t kLeftAngle = 0x2039;
constexpr char16_t kRightAngle = 0x203a;
constexpr int kLongestRow = 4'000;
constexpr int kLongestWord = 40;
constexpr int kMostMarks = 4;
constexpr char16_t kForceLeft = 0x202d;
constexpr char16_t kForceRight = 0x202e;

/// Embeddings, overrides and isolates.
bool isDirectionMark(char16_t unit)
{
    return (unit >= 0x202a && unit <= kForceRight) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0x200e ||
           unit == 0x200f || unit == 0x061c;
}

bool isMark(QChar unit)
{
    return unit.category() == QChar::Mark_NonSpacing || unit.category() == QChar::Mark_Enclosing;
}

/// Ends what a paragraph's own marks began.
void closeDirections(QString& shown, int& embedded, int& isolated)
{
    shown.append(QString(isolated, QChar(0x2069)));
    shown.append(QString(embedded, QChar(0x202c)));
    embedded = 0;
    isolated = 0;
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
    int marks = 0;
    for (const QChar each : begin) {
        marks = isMark(each) ? marks + 1 : 0;
        if (each == QChar::LineSeparator) {
            line.append(QLatin1Char(' '));
        } else if (!isDirectionMark(each.unicode()) && marks <= kMostMarks) {
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

QString displayLines(const QString& text, int mostLines)
{
    const QStringList lines = text.left(kLongestRow).split(QLatin1Char('\n'));
    QStringList shown;
    for (const QString& each : lines.mid(0, mostLines)) {
        shown.append(displayLine(each));
    }
    return shown.join(QLatin1Char('\n'));
}

QString inOwnDirection(const QString& text)
{
    return text.isEmpty() ? text : QChar(kFirstStrongIsolate) + text + QChar(kPopIsolate);
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

QString displayCaption(const QString& text, int most)
{
    return displayLine(text, most).replace(QLatin1Char('&'), QLatin1String("&&"));
}

QString displayUntagged(const QString& text, int most)
{
    return displayLine(text, most)
        .replace(QLatin1Char('<'), QChar(kLeftAngle))
        .replace(QLatin1Char('>'), QChar(kRightAngle));
}

QString displayLabel(const QString& text)
{
    QString label;
    int word = 0;
    int marks = 0;
    int embedded = 0;
    int isolated = 0;
    for (const QChar each : displayBlock(text)) {
        const char16_t unit = each.unicode();
        if (each == QChar::LineSeparator) {
            closeDirections(label, embedded, isolated);
            label.append(QLatin1Char('\n'));
            word = 0;
            continue;
        }
        marks = isMark(each) ? marks + 1 : 0;
        if (marks > kMostMarks) {
            continue; // towers of them would cover the lines above
        }
        const bool mayEnd = each.isSpace() || unit == kWordBreak;
        if (!mayEnd && word >= kLongestWord && marks == 0 && !each.isLowSurrogate()) {
            label.append(QChar(kWordBreak));
            word = 0;
        }
        word = mayEnd ? 0 : word + 1;
        const bool closesNothing = (unit == 0x202c && embedded == 0) || (unit == 0x2069 && isolated == 0);
        if (!closesNothing) {
            label.append(each);
        }
        embedded += unit == 0x202a || unit == 0x202b ? 1 : unit == 0x202c && embedded > 0 ? -1 : 0;
        isolated += unit >= 0x2066 && unit <= 0x2068 ? 1 : unit == 0x2069 && isolated > 0 ? -1 : 0;
    }
    closeDirections(label, embedded, isolated);
    return label;
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
