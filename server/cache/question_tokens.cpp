// SPDX-License-Identifier: MIT
#include "server/cache/question_tokens.h"

#include "server/cache/question_reading.h"
#include "server/cache/question_words.h"
#include "server/cache/word_forms.h"
#include "server/nlp/code_points.h"

#include <algorithm>
#include <span>
#include <utility>

namespace parley::server::cache {

namespace {

constexpr double kTitleCase = 0.6;

/// A sign between two words that is as much as a word.
std::string_view wordOfSign(char32_t sign)
{
    switch (sign) {
    case U'$':
        return "dollar";
    case 0x20AC:
        return "euro";
    case 0xA3:
        return "pound";
    case 0xA5:
        return "yen";
    case 0x20B9:
        return "rupee";
    case U'%':
        return "percent";
    case U'&':
        return "and";
    case U'+':
        return "plus";
    case U'#':
        return "sharp";
    default:
        break;
    }
    return {};
}

/// Signs that stand for themselves: arrows, trade marks, mathematics, emoji.
bool isSymbol(char32_t c)
{
    return c == 0xA9 || c == 0xAE || (c >= 0x2100 && c < 0x2E80) || (c >= 0x1F000 && c < 0x20000);
}

void addSigns(std::string_view between, std::vector<Word>& words)
{
    for (std::size_t position = 0; position < between.size();) {
        const char32_t c = nlp::decodeAt(between, position);
        if (const std::string_view sign = wordOfSign(c); !sign.empty()) {
            words.push_back(Word{std::string(sign), false, false, false});
        } else if (isSymbol(c)) {
            std::string symbol;
            nlp::appendUtf8(symbol, c);
            words.push_back(Word{std::move(symbol), false, false, true});
        }
    }
}

bool hasDigit(std::string_view text)
{
    return text.find_first_of("0123456789") != std::string_view::npos;
}

/// "10gb" is "10", "gb"; "3rd" stays.
void addFigure(const std::string& text, std::vector<Word>& words)
{
    const std::size_t digits = text.find_first_not_of("0123456789.");
    if (digits != std::string::npos && digits > 0 && numberOf(text).empty() &&
        text.find_first_of("0123456789", digits) == std::string::npos) {
        words.push_back(Word{text.substr(0, digits), false, true, false});
        words.push_back(Word{text.substr(digits), false, false, false});
        return;
    }
    words.push_back(Word{text, false, true, false});
}

bool endsSentence(std::string_view between)
{
    return between.find_first_of(".?!:\n\"") != std::string_view::npos;
}

/// "US" is a country, "us" are we; "IT" is a trade; "A" may be a grade.
bool isAcronym(std::string_view surface)
{
    return surface != "I" &&
           std::all_of(surface.begin(), surface.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

} // namespace

std::vector<Word> wordsOf(std::string_view text, const std::vector<nlp::Token>& tokens)
{
    const auto capitals = static_cast<double>(
        std::count_if(tokens.begin(), tokens.end(), [](const nlp::Token& t) { return t.capitalized; }));
    const bool isTitle = tokens.size() > 3 && capitals > kTitleCase * static_cast<double>(tokens.size());
    std::vector<Word> words;
    words.reserve(tokens.size() + 4);
    const bool isLoud = std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    std::size_t end = 0;
    for (const nlp::Token& token : tokens) {
        const std::string_view between =
            text.substr(std::min(end, token.begin), token.begin - std::min(end, token.begin));
        addSigns(between, words);
        const bool isFirst = words.empty() || endsSentence(between);
        end = token.end;
        const std::string folded = nlp::folded(token.text);
        if (hasDigit(folded) ||
            (token.kind != nlp::TokenKind::Word && token.kind != nlp::TokenKind::Ideographs)) {
            addFigure(folded, words);
            continue;
        }
        const bool isName = token.capitalized && !isFirst && !isTitle && token.kind == nlp::TokenKind::Word;
        const std::string_view surface = text.substr(token.begin, token.end - token.begin);
        if (!isLoud && !isFirst && isAcronym(surface)) {
            words.push_back(Word{folded == "us" ? "usa" : folded, true, false, true});
            continue;
        }
        // What is quoted is spoken of: the difference between "of" and "for".
        const bool isQuoted = between.ends_with('"') && end < text.size() && text[end] == '"';
        bool isAfterComma = between.find(',') != std::string_view::npos;
        for (std::string& part : expanded(folded)) {
            words.push_back(
                Word{std::move(part), isName, false, isQuoted, std::exchange(isAfterComma, false)});
        }
    }
    addSigns(text.substr(std::min(end, text.size())), words);
    return words;
}

std::vector<Word> rephrased(const std::vector<Word>& words, bool& isGeneric)
{
    const PhraseTable& phrases = QuestionWords::instance().phrases();
    std::vector<std::string> texts;
    texts.reserve(words.size());
    for (const Word& word : words) {
        texts.push_back(word.isAcronym ? std::string() : word.text);
    }
    std::vector<Word> out;
    out.reserve(words.size());
    for (std::size_t i = 0; i < words.size();) {
        const PhraseTable::Match match = phrases.longest(std::span(texts).subspan(i));
        if (match.words == 0) {
            out.push_back(words[i]);
            ++i;
            continue;
        }
        const bool isHow = !match.reading.empty() && match.reading.front() == "?how";
        isGeneric = isGeneric || (isHow && std::find(&texts[i], &texts[i] + match.words, "you") !=
                                               &texts[i] + match.words);
        for (const std::string& word : match.reading) {
            out.push_back(Word{word, false, false, false});
        }
        i += match.words;
    }
    return out;
}

std::string exactKey(std::string_view text)
{
    std::string key;
    for (const Word& word : wordsOf(text, nlp::tokenize(text))) {
        if (!key.empty()) {
            key.push_back(' ');
        }
        key += word.text;
    }
    return key;
}

} // namespace parley::server::cache
