// SPDX-License-Identifier: MIT
#include "server/nlp/intent/clauses.h"

#include "server/nlp/sentences.h"
#include "server/nlp/tokens.h"

#include <algorithm>
#include <array>

namespace parley::server::nlp {
namespace {

constexpr std::array<std::string_view, 22> kLinks{"and",          "also", "but",      "then",   "plus",
                                                  "additionally", "und",  "außerdem", "aber",   "sowie",
                                                  "dann",         "y",    "e",        "además", "también",
                                                  "pero",         "et",   "aussi",    "mais",   "puis",
                                                  "ensuite",      "or"};
constexpr std::array<std::string_view, 86> kStarts{// English
                                                   "i",
                                                   "i'd",
                                                   "i'm",
                                                   "i've",
                                                   "we",
                                                   "my",
                                                   "can",
                                                   "could",
                                                   "would",
                                                   "will",
                                                   "do",
                                                   "does",
                                                   "did",
                                                   "is",
                                                   "are",
                                                   "was",
                                                   "what",
                                                   "what's",
                                                   "how",
                                                   "how's",
                                                   "where",
                                                   "where's",
                                                   "when",
                                                   "why",
                                                   "which",
                                                   "who",
                                                   "please",
                                                   "tell",
                                                   "show",
                                                   "give",
                                                   "send",
                                                   "let",
                                                   "help",
                                                   "there",
                                                   "it",
                                                   "the",
                                                   "your",
                                                   "you",
                                                   "change",
                                                   "cancel",
                                                   "update",
                                                   "check",
                                                   // German
                                                   "ich",
                                                   "wir",
                                                   "mein",
                                                   "meine",
                                                   "wie",
                                                   "wo",
                                                   "wann",
                                                   "warum",
                                                   "was",
                                                   "wer",
                                                   "welche",
                                                   "kann",
                                                   "können",
                                                   "könnt",
                                                   "könnten",
                                                   "bitte",
                                                   "ist",
                                                   "gibt",
                                                   "habe",
                                                   "der",
                                                   "die",
                                                   "das",
                                                   // Spanish
                                                   "quiero",
                                                   "mi",
                                                   "cómo",
                                                   "dónde",
                                                   "cuándo",
                                                   "qué",
                                                   "cuál",
                                                   "cuánto",
                                                   "puedo",
                                                   "puede",
                                                   "necesito",
                                                   // French
                                                   "je",
                                                   "j",
                                                   "mon",
                                                   "ma",
                                                   "comment",
                                                   "où",
                                                   "quand",
                                                   "pourquoi",
                                                   "quel",
                                                   "est",
                                                   "pouvez"};

// "and the jacket" is no wish of its own.
constexpr std::size_t kFewestWords = 3;

template <class Words>
bool contains(const Words& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool hasBreak(std::string_view between)
{
    return between.find_first_of(",;:") != std::string_view::npos ||
           between.find(" - ") != std::string_view::npos;
}

bool startsAt(std::string_view sentence, const std::vector<Token>& tokens, std::size_t at)
{
    const std::size_t before = tokens[at - 1].end;
    return contains(kStarts, tokens[at].text) && hasBreak(sentence.substr(before, tokens[at].begin - before));
}

/// How many linking words begin at token `at` and are followed by the start of a wish; none where they
/// only join words ("salt and pepper").
std::size_t linksAt(const std::vector<Token>& tokens, std::size_t at)
{
    std::size_t next = at;
    while (next < tokens.size() && contains(kLinks, tokens[next].text)) {
        ++next;
    }
    return next > at && next < tokens.size() && contains(kStarts, tokens[next].text) ? next - at : 0;
}

} // namespace

std::vector<std::pair<std::size_t, std::size_t>> clausesOf(std::string_view text)
{
    std::vector<std::pair<std::size_t, std::size_t>> clauses;
    for (const Sentence& sentence : splitSentences(text)) {
        const std::vector<Token> tokens = tokenize(sentence.text);
        if (tokens.empty()) {
            continue;
        }
        const auto offset = static_cast<std::size_t>(sentence.text.data() - text.data());
        const std::size_t leading = linksAt(tokens, 0);
        std::size_t first = leading; // of the clause at hand
        for (std::size_t i = leading + 1; i < tokens.size(); ++i) {
            const std::size_t links = linksAt(tokens, i);
            if ((links > 0 || startsAt(sentence.text, tokens, i)) && i - first >= kFewestWords &&
                tokens.size() - i - links >= kFewestWords) {
                clauses.emplace_back(offset + tokens[first].begin, offset + tokens[i - 1].end);
                i += links;
                first = i;
            }
        }
        clauses.emplace_back(offset + (first == 0 ? 0 : tokens[first].begin), offset + sentence.text.size());
    }
    return clauses;
}

} // namespace parley::server::nlp
