// SPDX-License-Identifier: MIT
#include "server/nlp/embedding/wordpiece_words.h"

#include "server/nlp/code_points.h"

#include <QChar>
#include <QString>

#include <algorithm>
#include <array>
#include <utility>

namespace parley::server::nlp {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Blocks of ideographs; Hangul and kana are written with spaces or fall apart in the vocabulary.
/// @source BERT, tokenization.py, _is_chinese_char
constexpr std::array<std::pair<char32_t, char32_t>, 8> kIdeographs{{{0x4E00, 0x9FFF},
                                                                    {0x3400, 0x4DBF},
                                                                    {0x20000, 0x2A6DF},
                                                                    {0x2A700, 0x2B73F},
                                                                    {0x2B740, 0x2B81F},
                                                                    {0x2B820, 0x2CEAF},
                                                                    {0xF900, 0xFAFF},
                                                                    {0x2F800, 0x2FA1F}}};

bool isIdeograph(char32_t c)
{
    return c >= 0x3400 && std::any_of(kIdeographs.begin(), kIdeographs.end(), [c](const auto& block) {
               return c >= block.first && c <= block.second;
           });
}

bool isWhite(char32_t c)
{
    if (c < 0x80) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
    return QChar::category(c) == QChar::Separator_Space;
}

/// What is neither shown nor white: controls, formats, surrogates, private and unassigned code points.
bool isInvisible(char32_t c)
{
    if (c < 0x80) {
        return c < 0x20 || c == 0x7F;
    }
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return true;
    default:
        return c == kReplacement;
    }
}

/// ASCII's symbols count as punctuation too, unlike those of the rest of Unicode.
bool isPunctuation(char32_t c)
{
    if (c < 0x80) {
        return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
    }
    return QChar::isPunct(c);
}

std::u32string decoded(std::string_view text)
{
    std::u32string out;
    out.reserve(text.size());
    std::size_t position = 0;
    while (position < text.size()) {
        const char32_t c = decodeAt(text, position);
        if (isWhite(c)) {
            out.push_back(U' ');
        } else if (!isInvisible(c)) {
            out.push_back(c);
        }
    }
    return out;
}

bool isAscii(const std::u32string& text)
{
    return std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 0x80; });
}

std::u32string uncased(std::u32string text)
{
    if (isAscii(text)) {
        for (char32_t& c : text) {
            c = lowered(c);
        }
        return text;
    }
    const QString lower = QString::fromStdU32String(text).toLower();
    std::u32string out = lower.normalized(QString::NormalizationForm_D).toStdU32String();
    std::erase_if(out, [](char32_t c) { return c >= 0x300 && QChar::category(c) == QChar::Mark_NonSpacing; });
    return out;
}

} // namespace

std::vector<std::string> wordpieceWords(std::string_view text, bool lowerCase, std::size_t maxWords)
{
    std::u32string clean = decoded(text);
    if (lowerCase) {
        clean = uncased(std::move(clean));
    }
    std::vector<std::string> words;
    std::string word;
    const auto endWord = [&] {
        if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    };
    for (const char32_t c : clean) {
        if (words.size() >= maxWords) {
            return words;
        }
        if (c == U' ') {
            endWord();
        } else if (isPunctuation(c) || isIdeograph(c)) {
            endWord();
            appendUtf8(word, c);
            endWord();
        } else {
            appendUtf8(word, c);
        }
    }
    endWord();
    return words;
}

} // namespace parley::server::nlp
