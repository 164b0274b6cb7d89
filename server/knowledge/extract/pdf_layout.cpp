// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/pdf_layout.h"

#include "server/nlp/code_points.h"
#include "shared/core/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace parley::server::knowledge {

namespace {

constexpr double kHeadingRatio = 1.12;       // to the running text's size
constexpr std::size_t kLongestHeading = 200; // bytes, set larger
constexpr std::size_t kLongestBoldHeading = 100;
constexpr int kMostHeadingLines = 3;
constexpr std::size_t kLongestParagraph = 16 << 10;

char32_t lastOf(std::string_view text)
{
    std::size_t at = text.size();
    while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0) == 0x80) {
        --at;
    }
    if (at == 0) {
        return 0;
    }
    --at;
    return nlp::decodeAt(text, at);
}

char32_t firstOf(std::string_view text)
{
    std::size_t at = 0;
    return text.empty() ? 0 : nlp::decodeAt(text, at);
}

bool endsSentence(std::string_view text)
{
    constexpr std::u32string_view kEnds = U".!?:;。！？：…”\"";
    return kEnds.find(lastOf(text)) != std::u32string_view::npos;
}

bool isLower(char32_t c)
{
    return nlp::isLetter(c) && !nlp::isUpper(c) && !nlp::isUnspaced(c);
}

std::string_view firstWord(std::string_view text)
{
    return text.substr(0, text.find(' '));
}

/// "2.3.1" -> 3, "4" and "IV." -> 0.
int numberDepth(std::string_view text)
{
    const std::string_view word = firstWord(text);
    int parts = 0;
    bool digit = false;
    for (const char c : word) {
        if (c >= '0' && c <= '9') {
            parts += digit ? 0 : 1;
            digit = true;
        } else if (c == '.' && digit) {
            digit = false;
        } else {
            return 0;
        }
    }
    return parts >= 2 && word.size() < text.size() ? std::min(parts, 6) : 0;
}

bool isItem(std::string_view text)
{
    const std::string_view word = firstWord(text);
    return word.size() < text.size() && isListMarker(word);
}

/// Lines that belong together.
struct Open {
    std::vector<const PdfLine*> lines;
    bool item = false;

    [[nodiscard]] const PdfLine& first() const { return *lines.front(); }
    [[nodiscard]] const PdfLine& last() const { return *lines.back(); }
    [[nodiscard]] double right() const
    {
        double right = 0;
        for (const PdfLine* line : lines) {
            right = std::max(right, line->right);
        }
        return right;
    }
};

bool otherFont(const Open& open, const PdfLine& line)
{
    return std::abs(open.last().size - line.size) > std::max(0.6, 0.08 * line.size) ||
           open.first().bold != line.bold;
}

/// From one line to the next within paragraphs: the lower quartile, so that gaps between paragraphs do not
/// count.
double usualPitch(const std::vector<PdfLine>& lines)
{
    std::vector<double> pitches;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const double height = std::max(1.0, lines[i].bottom - lines[i].top);
        const double pitch = (lines[i].top - lines[i - 1].top) / height;
        if (pitch > 0.5 && pitch < 4 && !lines[i].row && lines[i].rotation == lines[i - 1].rotation) {
            pitches.push_back(pitch);
        }
    }
    if (pitches.size() < 4) {
        return 1.25;
    }
    const auto quartile = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 4);
    std::nth_element(pitches.begin(), quartile, pitches.end());
    return *quartile;
}

/// Whether white space above the line sets it apart. Lines set wide are no paragraphs as long as they are
/// full.
/// @param usual  line pitch of the page, in heights
bool standsApart(const Open& open, const PdfLine& line, double usual)
{
    const double height = std::max(1.0, line.bottom - line.top);
    const double pitch = (line.top - open.last().top) / height;
    if (open.lines.size() >= 2) {
        const double before = (open.last().top - open.lines[open.lines.size() - 2]->top) / height;
        return before > 0 && pitch > std::max(1.3 * before, before + 0.25);
    }
    const bool full = open.last().right > line.right - 2 * line.size && !endsSentence(open.last().text);
    return pitch > 1.35 * std::min(usual, 1.5) && !(full && pitch < 1.15 * usual);
}

bool startsNew(const Open& open, const PdfLine& line, double usual)
{
    if (line.row || open.last().row || line.rotation != open.last().rotation || isItem(line.text)) {
        return true;
    }
    const bool jumpsUp = line.top < open.last().top - 1;
    if (jumpsUp) { // the next column
        return otherFont(open, line) || !goesOn(open.last().text, line.text);
    }
    if (otherFont(open, line) || standsApart(open, line, usual)) {
        return true;
    }
    const bool indented = line.left > open.last().left + 0.8 * line.size;
    if (!open.item && indented && (open.lines.size() > 1 || endsSentence(open.last().text))) {
        return true;
    }
    const double right = std::max(open.right(), line.right);
    const double width = right - std::min(open.last().left, line.left);
    return endsSentence(open.last().text) && right - open.last().right > 0.3 * width;
}

std::string textOf(const Open& open)
{
    std::string text;
    for (const PdfLine* line : open.lines) {
        if (text.size() < kLongestParagraph) {
            appendLine(text, line->text);
        } else {
            text += " " + line->text;
        }
    }
    return text;
}

int headingLevel(const Open& open, const std::string& text, const FontSizes& sizes)
{
    const double body = sizes.body();
    const double ratio = body > 0 ? open.first().size / body : 1;
    const bool letters = std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
    });
    if (!letters || text.size() > kLongestHeading ||
        static_cast<int>(open.lines.size()) > kMostHeadingLines) {
        return 0;
    }
    const char32_t end = lastOf(text);
    const bool sentence = end == U'.' || end == U',' || end == U';' || end == U'。';
    const bool bullet = open.item && firstOf(text) >= 0x80;
    if (ratio >= kHeadingRatio && !bullet && (!sentence || text.size() < 40)) {
        const int numbered = numberDepth(text);
        return numbered > 0 ? numbered : ratio >= 1.8 ? 1 : ratio >= 1.4 ? 2 : 3;
    }
    const bool strong = open.first().bold && !sizes.mostlyBold() && ratio >= 0.98;
    if (strong && !sentence && !bullet && text.size() <= kLongestBoldHeading && open.lines.size() <= 2) {
        const int numbered = numberDepth(text);
        return numbered > 0 ? numbered : 4;
    }
    return 0;
}

Block blockOf(const Open& open, int page, const FontSizes& sizes)
{
    std::string text = textOf(open);
    if (open.first().row) {
        return Block{Block::Kind::TableRow, 0, std::move(text), page};
    }
    if (const int level = headingLevel(open, text, sizes); level > 0) {
        return Block{Block::Kind::Heading, level, std::move(text), page};
    }
    if (!open.item) {
        return Block{Block::Kind::Paragraph, 0, std::move(text), page};
    }
    const std::string_view marker = firstWord(text);
    const char32_t sign = firstOf(marker);
    if (!nlp::isDigit(sign) && !nlp::isLetter(sign) && sign != U'(') {
        text.replace(0, marker.size(), "-");
    }
    return Block{Block::Kind::ListItem, 1, std::move(text), page};
}

} // namespace

void FontSizes::add(const std::vector<PdfLine>& lines)
{
    for (const PdfLine& line : lines) {
        m_letterCounts[static_cast<int>(std::lround(std::clamp(line.size, 0.0, 1000.0) * 2))] +=
            line.text.size();
        m_letters += line.text.size();
        m_bold += line.bold ? line.text.size() : 0;
    }
}

double FontSizes::body() const
{
    const auto most = std::max_element(m_letterCounts.begin(),
                                       m_letterCounts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == m_letterCounts.end() ? 0 : most->first / 2.0;
}

void appendLine(std::string& text, std::string_view line)
{
    // "self-" at a line's end is more often a compound than a cut word.
    static constexpr std::array<std::string_view, 8> kCompounds{
        "self", "non", "long", "short", "well", "high", "low", "real"};
    if (text.empty() || line.empty()) {
        text.append(line);
        return;
    }
    const char32_t last = lastOf(text);
    const char32_t next = firstOf(line);
    const bool hyphen = last == U'-' || last == 0xAD || last == 0x2010;
    if (hyphen && isLower(next)) {
        std::string_view before(text);
        before.remove_suffix(last == U'-' ? 1 : last == 0xAD ? 2 : 3);
        const std::string word = asciiLower(before.substr(before.find_last_of(' ') + 1));
        if (nlp::isLetter(lastOf(before))) {
            const bool compound =
                last == U'-' && std::find(kCompounds.begin(), kCompounds.end(), word) != kCompounds.end();
            text.resize(compound ? text.size() : before.size());
            text.append(line);
            return;
        }
    }
    const bool unspaced = nlp::isUnspaced(last) && nlp::isUnspaced(next);
    const bool korean = last >= 0xAC00 && last <= 0xD7A3;
    if (!unspaced || korean) {
        text.push_back(' ');
    }
    text.append(line);
}

bool goesOn(std::string_view text, std::string_view next)
{
    return !endsSentence(text) && (isLower(firstOf(next)) || lastOf(text) == U',' ||
                                   (nlp::isUnspaced(lastOf(text)) && nlp::isUnspaced(firstOf(next))));
}

std::vector<Block> blocksOf(const std::vector<PdfLine>& lines, int page, const FontSizes& sizes)
{
    std::vector<Block> blocks;
    Open open;
    const double usual = usualPitch(lines);
    const auto close = [&] {
        if (!open.lines.empty()) {
            blocks.push_back(blockOf(open, page, sizes));
        }
        open = Open{};
    };
    for (const PdfLine& line : lines) {
        if (!open.lines.empty() && startsNew(open, line, usual)) {
            close();
        }
        if (open.lines.empty()) {
            open.item = !line.row && isItem(line.text);
        }
        open.lines.push_back(&line);
    }
    close();
    return blocks;
}

} // namespace parley::server::knowledge
