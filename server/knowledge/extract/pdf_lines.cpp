// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/pdf_lines.h"

#include "server/knowledge/extract/block.h"
#include "server/knowledge/extract/pdf_tables.h"
#include "server/nlp/code_points.h"

#include <algorithm>
#include <array>
#include <limits>

namespace parley::server::knowledge {

namespace {

// Font sizes of white within a line; what stands further away belongs to another column.
constexpr double kWidestGap = 8;

bool isRightToLeft(char32_t c)
{
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

std::u32string decoded(std::string_view text)
{
    std::u32string out;
    for (std::size_t position = 0; position < text.size();) {
        out.push_back(nlp::decodeAt(text, position));
    }
    return out;
}

bool isStrongLeftToRight(char32_t c)
{
    return nlp::isDigit(c) || (nlp::isLetter(c) && !isRightToLeft(c));
}

/// Reverses each run of one direction; what stands between two letters of that direction belongs to the run.
template <class Belongs>
void reverseRuns(std::u32string& text, Belongs belongs)
{
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        if (!belongs(text[begin])) {
            continue;
        }
        std::size_t end = begin + 1;
        for (std::size_t i = end; i < text.size(); ++i) {
            const bool other = nlp::isLetter(text[i]) || nlp::isDigit(text[i]);
            if (belongs(text[i])) {
                end = i + 1;
            } else if (other) {
                break;
            }
        }
        std::reverse(text.begin() + static_cast<std::ptrdiff_t>(begin),
                     text.begin() + static_cast<std::ptrdiff_t>(end));
        begin = end - 1;
    }
}

bool sharesLine(const PdfLine& line, const PdfWord& last, const PdfWord& word)
{
    const double overlap = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
    const double least = std::min(line.bottom - line.top, word.height());
    return line.rotation == word.rotation && overlap > 0.4 * least && word.left > last.left - 0.01 &&
           word.left >= last.right - 0.6 * word.size && word.left <= last.right + kWidestGap * word.size;
}

void extend(PdfLine& line, const PdfWord& word)
{
    line.left = std::min(line.left, word.left);
    line.right = std::max(line.right, word.right);
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
}

/// Font size and weight by most of the line's letters.
void setFont(PdfLine& line, const std::vector<const PdfWord*>& words)
{
    std::size_t bold = 0;
    std::size_t all = 0;
    std::size_t most = 0;
    for (const PdfWord* word : words) {
        all += word->text.size();
        bold += word->bold ? word->text.size() : 0;
        if (word->text.size() > most) {
            most = word->text.size();
            line.size = word->size;
        }
    }
    line.bold = bold * 10 >= all * 9;
}

/// Collects words into lines.
class LineBuilder {
public:
    void add(const PdfWord& word)
    {
        if (!m_words.empty() && !sharesLine(m_line, *m_words.back(), word)) {
            close();
        }
        if (m_words.empty()) {
            m_line =
                PdfLine{{}, word.left, word.top, word.right, word.bottom, 0, false, false, word.rotation};
        }
        extend(m_line, word);
        m_words.push_back(&word);
    }

    void close()
    {
        if (m_words.empty()) {
            return;
        }
        m_line.text = joinedWords(m_words);
        setFont(m_line, m_words);
        m_words.clear();
        if (!m_line.text.empty()) {
            m_lines.push_back(std::move(m_line));
        }
    }

    void addRow(const std::string& text, const PdfWord& place)
    {
        close();
        m_lines.push_back(PdfLine{
            text, place.left, place.top, place.right, place.bottom, place.size, false, true, place.rotation});
    }

    std::vector<PdfLine> take()
    {
        close();
        return std::move(m_lines);
    }

private:
    std::vector<PdfLine> m_lines;
    PdfLine m_line;
    std::vector<const PdfWord*> m_words;
};

bool isBulletSign(char32_t c)
{
    constexpr std::u32string_view kSigns = U"•‣◦▪▫●○■□–—-*·∙⁃➢➤✓✔❖";
    return kSigns.find(c) != std::u32string_view::npos;
}

} // namespace

std::string logicalOrder(std::string_view drawn)
{
    if (std::all_of(drawn.begin(), drawn.end(), [](char c) {
            return static_cast<unsigned char>(c) < 0xD6;
        })) {
        return std::string(drawn); // nothing from U+0580 on
    }
    std::u32string text = decoded(drawn);
    const auto right = std::count_if(text.begin(), text.end(), isRightToLeft);
    if (right == 0) {
        return std::string(drawn);
    }
    const auto left = std::count_if(text.begin(), text.end(), isStrongLeftToRight);
    if (right >= left) {
        std::reverse(text.begin(), text.end());
        reverseRuns(text, isStrongLeftToRight);
    } else {
        reverseRuns(text, isRightToLeft);
    }
    std::string out;
    for (const char32_t c : text) {
        nlp::appendUtf8(out, c);
    }
    return out;
}

std::string joinedWords(const std::vector<const PdfWord*>& words)
{
    std::string text;
    const PdfWord* last = nullptr;
    for (const PdfWord* word : words) {
        if (last != nullptr && (last->spaceAfter || word->left - last->right > 0.2 * word->size)) {
            text.push_back(' ');
        }
        text += word->text;
        last = word;
    }
    return logicalOrder(collapsedSpace(text));
}

bool isListMarker(std::string_view text)
{
    const std::u32string marker = decoded(text);
    if (marker.empty() || marker.size() > 6) {
        return false;
    }
    if (marker.size() == 1) {
        return isBulletSign(marker[0]);
    }
    const char32_t end = marker.back();
    if (end != U'.' && end != U')') {
        return false;
    }
    const std::size_t begin = marker[0] == U'(' ? 1 : 0;
    const std::u32string inside = marker.substr(begin, marker.size() - 1 - begin);
    const bool number =
        !inside.empty() && inside.size() <= 3 &&
        std::all_of(inside.begin(), inside.end(), [](char32_t c) { return c >= '0' && c <= '9'; });
    const bool roman = inside.size() <= 4 && inside.find_first_not_of(U"ivx") == std::u32string::npos;
    return number || (!inside.empty() && roman) || (inside.size() == 1 && nlp::isLetter(inside[0]));
}

std::vector<PdfLine> linesOf(const PdfPage& page)
{
    const std::vector<PdfTable> tables = findTables(page);
    constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> tableOf(page.words.size(), kNone);
    for (std::size_t table = 0; table < tables.size(); ++table) {
        for (const std::size_t word : tables[table].words) {
            tableOf[word] = table;
        }
    }
    LineBuilder builder;
    std::vector<bool> written(tables.size(), false);
    for (std::size_t i = 0; i < page.words.size(); ++i) {
        const std::size_t table = tableOf[i];
        if (table == kNone) {
            builder.add(page.words[i]);
        } else if (!written[table]) {
            written[table] = true;
            for (const std::string& row : tables[table].rows) {
                builder.addRow(row, page.words[i]);
            }
        }
    }
    return builder.take();
}

} // namespace parley::server::knowledge
