// SPDX-License-Identifier: MIT
#include "server/nlp/escalation/phrase_text.h"

#include "server/nlp/code_points.h"
#include "server/nlp/tokens.h"

#include <algorithm>

namespace parley::server::nlp {
namespace {

// A message of 8,000 code points has fewer words; this bounds the time for anything longer.
constexpr std::size_t kMostWords = 4096;
constexpr std::size_t kMostBytes = 64 * 1024;
constexpr std::size_t kShout = 4;

std::string wordOf(const Token& token)
{
    switch (token.kind) {
    case TokenKind::Email:
        return "<mail>";
    case TokenKind::Url:
        return "<url>";
    default:
        break;
    }
    const bool ascii =
        std::all_of(token.text.begin(), token.text.end(), [](char c) { return (c & '\x80') == 0; });
    std::string word = ascii ? token.text : folded(token.text);
    std::erase(word, '\'');
    return word;
}

bool isShouted(std::string_view bytes)
{
    return bytes.size() >= kShout &&
           std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool endsSentence(std::string_view between, const Token& next)
{
    if (between.size() > 1 && between.find_first_of(".!?") != std::string_view::npos) {
        return true;
    }
    const std::size_t line = between.find('\n');
    return line != std::string_view::npos &&
           (next.capitalized || between.find('\n', line + 1) != std::string_view::npos);
}

void append(PhraseText& out, std::string_view text, bool isSubject)
{
    std::size_t end = 0;
    for (const Token& token : tokenize(text.substr(0, kMostBytes))) {
        if (out.words.size() == kMostWords) {
            break;
        }
        // Neighbours in a script without spaces share a character.
        const std::size_t gap = token.begin > end ? token.begin - end : 0;
        const std::string_view between = text.substr(end, gap);
        if (end > 0 && endsSentence(between, token)) {
            out.sentenceEnds.push_back(static_cast<std::uint32_t>(out.words.size()));
        }
        PhraseWord word;
        word.text = wordOf(token);
        word.begin = static_cast<std::uint32_t>(token.begin);
        word.end = static_cast<std::uint32_t>(token.end);
        word.sentence = static_cast<std::uint32_t>(out.sentenceEnds.size());
        word.inSubject = isSubject;
        word.afterBreak = between.find_first_of(",;:()") != std::string_view::npos;
        word.shouted = isShouted(text.substr(token.begin, token.end - token.begin));
        out.exclamations += static_cast<std::size_t>(std::count(between.begin(), between.end(), '!'));
        out.words.push_back(std::move(word));
        end = token.end;
    }
    const std::string_view rest = text.substr(end).substr(0, 64);
    out.exclamations += static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '!'));
    if (!out.words.empty() && (out.sentenceEnds.empty() || out.sentenceEnds.back() < out.words.size())) {
        out.sentenceEnds.push_back(static_cast<std::uint32_t>(out.words.size()));
    }
}

} // namespace

std::string_view PhraseText::quote(std::size_t first, std::size_t last) const
{
    const PhraseWord& begin = words[first];
    const std::string_view source = begin.inSubject ? subject : text;
    return source.substr(begin.begin, words[last - 1].end - begin.begin);
}

PhraseText readPhraseText(std::string_view subject, std::string_view text)
{
    PhraseText out{.subject = subject, .text = text, .words = {}, .sentenceEnds = {}, .exclamations = 0};
    append(out, subject, true);
    append(out, text, false);
    return out;
}

std::vector<std::string> phraseWordsOf(std::string_view keyword)
{
    std::vector<std::string> words;
    for (const Token& token : tokenize(keyword)) {
        words.push_back(wordOf(token));
        if (token.end < keyword.size() && keyword[token.end] == '*' && !words.back().starts_with('<')) {
            words.back() += '*';
        }
    }
    return words;
}

} // namespace parley::server::nlp
