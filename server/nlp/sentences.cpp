// SPDX-License-Identifier: MIT
#include "server/nlp/sentences.h"

#include "server/nlp/code_points.h"
#include "shared/core/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace parley::server::nlp {
namespace {

// Lower case, without the last point.
constexpr std::array<std::string_view, 58> kAbbreviations{
    "mr",   "mrs",  "ms",   "dr",   "prof",   "sr",   "jr",   "st",  "vs",   "e.g", "i.e", "eg",
    "ie",   "inc",  "ltd",  "corp", "approx", "tel",  "ca",   "bzw", "z.b",  "u.a", "d.h", "ggf",
    "evtl", "inkl", "zzgl", "str",  "nr",     "abs",  "p.ej", "sra", "dept", "fig", "vol", "pp",
    "jan",  "feb",  "mar",  "apr",  "jun",    "jul",  "aug",  "sep", "sept", "oct", "nov", "dec",
    "mo",   "vgl",  "z. b", "a.m",  "p.m",    "mind", "max",  "min", "incl", "excl"};
// These end a sentence where a capital follows.
constexpr std::array<std::string_view, 9> kWeakAbbreviations{
    "etc", "usw", "a.m", "p.m", "inc", "ltd", "corp", "max", "min"};

template <class List>
bool contains(const List& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool isTableRow(std::string_view line)
{
    return line.starts_with('|') || line.find(" | ") != std::string_view::npos;
}

bool isFullStopOfUnspaced(char32_t c)
{
    return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF61;
}

bool isCloser(char32_t c)
{
    return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0xBB ||
           c == '*' || c == '_' || c == 0x300D || c == 0x300F || c == 0xFF09;
}

class Splitter {
public:
    explicit Splitter(std::string_view text) : m_text(text) {}

    std::vector<Sentence> run()
    {
        std::size_t segment = 0;
        SentenceKind kind = SentenceKind::Prose;
        bool open = false;
        for (std::size_t begin = 0; begin < m_text.size();) {
            std::size_t end = m_text.find('\n', begin);
            end = end == std::string_view::npos ? m_text.size() : end;
            const std::string_view raw = m_text.substr(begin, end - begin);
            const std::string_view line = trimmed(raw);
            const bool indented = !raw.empty() && (raw.front() == ' ' || raw.front() == '\t');
            const SentenceKind lineKind = kindOf(line);
            const bool continues =
                open && !line.empty() && lineKind == SentenceKind::Prose &&
                (kind == SentenceKind::Prose || (kind == SentenceKind::ListItem && indented));
            if (!continues) {
                if (open) {
                    close(segment, begin, kind);
                }
                open = !line.empty();
                segment = begin;
                kind = lineKind;
                m_paragraph += line.empty() && m_used ? 1U : 0U;
                m_used = m_used && !line.empty();
            }
            begin = end + 1;
        }
        if (open) {
            close(segment, m_text.size(), kind);
        }
        return std::move(m_sentences);
    }

private:
    static SentenceKind kindOf(std::string_view line)
    {
        if (line.starts_with('#')) {
            return SentenceKind::Heading;
        }
        if (listMarkerLength(line) > 0) {
            return SentenceKind::ListItem;
        }
        return isTableRow(line) ? SentenceKind::TableRow : SentenceKind::Prose;
    }

    void emit(std::size_t begin, std::size_t end, SentenceKind kind)
    {
        const std::string_view text = trimmed(m_text.substr(begin, end - begin));
        if (!text.empty()) {
            m_sentences.push_back(Sentence{text, kind, m_paragraph});
            m_used = true;
        }
    }

    void close(std::size_t begin, std::size_t end, SentenceKind kind)
    {
        if (kind != SentenceKind::Prose) {
            emit(begin, end, kind);
            return;
        }
        std::size_t start = begin;
        for (std::size_t position = begin; position < end;) {
            const std::size_t mark = position;
            const char32_t c = decodeAt(m_text, position);
            if (isFullStopOfUnspaced(c)) {
                position = pastClosers(position, end);
                emit(start, position, kind);
                start = position;
            } else if (c == '.' || c == '!' || c == '?' || c == 0x2026) {
                const std::size_t after = pastClosers(position, end);
                if (endsSentence(c, start, mark, after, end)) {
                    emit(start, after, kind);
                    start = after;
                }
                position = after;
            }
        }
        emit(start, end, kind);
    }

    /// Behind repeated marks and closing quotes or brackets.
    std::size_t pastClosers(std::size_t position, std::size_t end) const
    {
        while (position < end) {
            std::size_t next = position;
            const char32_t c = decodeAt(m_text, next);
            if (!isCloser(c) && c != '.' && c != '!' && c != '?') {
                break;
            }
            position = next;
        }
        return position;
    }

    bool
    endsSentence(char32_t c, std::size_t start, std::size_t mark, std::size_t after, std::size_t end) const
    {
        if (after >= end) {
            return true;
        }
        std::size_t next = after;
        char32_t follower = decodeAt(m_text, next);
        if (!isSpace(follower)) {
            return false;
        }
        while (isSpace(follower) && next < end) {
            follower = decodeAt(m_text, next);
        }
        const bool small =
            isLetter(follower) && !isUnspaced(follower) && !isUpper(follower) && follower < 0x590;
        if (c == '!' || c == '?') {
            return !small;
        }
        if (small) {
            return false;
        }
        return !isAbbreviation(start, mark, isUpper(follower));
    }

    bool isAbbreviation(std::size_t start, std::size_t mark, bool capitalFollows) const
    {
        constexpr std::size_t kLongest = 8;
        std::size_t begin = mark;
        while (begin > start && mark - begin < kLongest && m_text[begin - 1] != ' ' &&
               m_text[begin - 1] != '\n' && m_text[begin - 1] != '(') {
            --begin;
        }
        const std::string word = asciiLower(m_text.substr(begin, mark - begin));
        const bool digits = !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
        if (digits) { // "1. Open": a marker inside a line; "costs 5. Then" ends
            return begin == start || trimmed(m_text.substr(start, begin - start)).empty();
        }
        if (word.size() == 1 && word[0] >= 'a' && word[0] <= 'z' && word != "i") {
            return m_text[begin] != word[0]; // an initial is a capital
        }
        if (capitalFollows && contains(kWeakAbbreviations, word)) {
            return false;
        }
        return contains(kAbbreviations, word) || contains(kWeakAbbreviations, word);
    }

    std::string_view m_text;
    std::vector<Sentence> m_sentences;
    std::size_t m_paragraph = 0;
    bool m_used = false;
};

} // namespace

std::vector<Sentence> splitSentences(std::string_view text)
{
    return Splitter(text).run();
}

std::size_t listMarkerLength(std::string_view line)
{
    std::size_t length = 0;
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) {
        length = 2;
    } else if (line.starts_with("\xE2\x80\xA2 ")) {
        length = 4;
    } else {
        std::size_t digits = 0;
        while (digits < line.size() && digits < 3 && line[digits] >= '0' && line[digits] <= '9') {
            ++digits;
        }
        const bool marker = digits > 0 && digits + 1 < line.size() &&
                            (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
        length = marker ? digits + 2 : 0;
    }
    while (length > 0 && length < line.size() && line[length] == ' ') {
        ++length;
    }
    return length < line.size() ? length : 0;
}

bool isNumberedItem(std::string_view line)
{
    return listMarkerLength(line) > 0 && line[0] >= '0' && line[0] <= '9';
}

} // namespace parley::server::nlp
