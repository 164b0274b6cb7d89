// SPDX-License-Identifier: MIT
#include "server/knowledge/passage_analysis.h"

#include "server/nlp/code_points.h"
#include "server/nlp/stemmer.h"
#include "server/nlp/tokens.h"

#include <algorithm>
#include <array>
#include <string>

namespace parley::server::knowledge {
namespace {

// Words of politeness state nothing that a passage could bear out.
constexpr std::array<std::string_view, 16> kCourtesies{"sure",
                                                       "certainly",
                                                       "gladly",
                                                       "thanks",
                                                       "thank",
                                                       "welcome",
                                                       "sorry",
                                                       "hello",
                                                       "okay",
                                                       "naturlich",
                                                       "gerne",
                                                       "danke",
                                                       "hallo",
                                                       "claro",
                                                       "gracias",
                                                       "merci"};
constexpr std::array<std::string_view, 25> kDangling{"however", "this", "it",       "they",  "otherwise",
                                                     "then",    "also", "these",    "that",  "those",
                                                     "instead", "but",  "so",       "dies",  "dann",
                                                     "diese",   "sie",  "außerdem", "sonst", "esto",
                                                     "además",  "cela", "ils",      "sinon", "therefore"};
constexpr std::array<std::string_view, 10> kVerdicts{
    "yes", "no", "not", "none", "ja", "nein", "sí", "si", "oui", "non"};

template <class List>
bool contains(const List& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

void keepEachOnce(std::vector<std::uint64_t>& keys)
{
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    keys.shrink_to_fit();
}

bool hasDigit(std::string_view word)
{
    return word.find_first_of("0123456789") != std::string_view::npos;
}

class Analyser {
public:
    Analyser(std::string_view title, std::string_view headings, std::string_view text, nlp::Language language)
        : m_title(title), m_headings(headings), m_text(text)
    {
        m_out.language = language;
    }

    PassageAnalysis run()
    {
        readTitles();
        const std::uint32_t bodyBegin = size();
        for (const nlp::Sentence& sentence : nlp::splitSentences(m_text)) {
            readSentence(sentence);
        }
        m_out.body = {bodyBegin, size()};
        readHeads();
        keepEachOnce(m_out.words);
        keepEachOnce(m_out.names);
        m_out.terms.shrink_to_fit();
        m_out.sentences.shrink_to_fit();
        return std::move(m_out);
    }

private:
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_out.terms.size()); }

    TermRange addTerms(const std::vector<nlp::Token>& tokens)
    {
        const std::uint32_t begin = size();
        for (const nlp::Term& term : nlp::contentTerms(tokens, m_out.language)) {
            m_out.terms.push_back(keyOf(term));
        }
        return {begin, size()};
    }

    void addWords(const std::vector<nlp::Token>& tokens)
    {
        for (const nlp::Token& token : tokens) {
            const std::string word = nlp::folded(token.text);
            const bool plain = token.kind == nlp::TokenKind::Word && !hasDigit(token.text);
            if (!plain) {
                m_out.words.push_back(wordKey(token.text));
            }
            if (!plain || !nlp::isStopWord(word, m_out.language)) {
                m_out.words.push_back(wordKey(word));
            }
            if (token.capitalized) {
                m_out.names.push_back(wordKey(nlp::stem(word, m_out.language)));
            }
        }
    }

    void readTitles()
    {
        const std::vector<nlp::Token> title = nlp::tokenize(m_title);
        m_out.title = addTerms(title);
        addWords(title);

        const std::string_view own = ownHeading(m_headings);
        const std::vector<nlp::Token> above =
            nlp::tokenize(m_headings.substr(0, m_headings.size() - own.size()));
        const std::vector<nlp::Token> heading = nlp::tokenize(own);
        m_out.headings = addTerms(above);
        m_out.ownHeading = addTerms(heading);
        m_out.headings.end = m_out.ownHeading.end;
        addWords(above);
        addWords(heading);

        m_out.headingKind = own.ends_with('?') ? questionKind(heading) : QuestionKind::Open;
        const std::string counted = countedWord(heading);
        m_out.headingCounts = !counted.empty();
        m_out.headingCounted = addTerms(nlp::tokenize(counted));
    }

    void readSentence(const nlp::Sentence& sentence)
    {
        const std::vector<nlp::Token> tokens = nlp::tokenize(sentence.text);
        AnalysedSentence out;
        out.begin = static_cast<std::uint32_t>(sentence.text.data() - m_text.data());
        out.size = static_cast<std::uint32_t>(sentence.text.size());
        out.terms = addTerms(tokens);
        out.paragraph = static_cast<std::uint32_t>(sentence.paragraph);
        out.kind = sentence.kind;
        out.given = givenIn(sentence.text, tokens);
        out.negated = isNegated(tokens);
        out.numbered = nlp::isNumberedItem(sentence.text);
        out.dangling = !tokens.empty() && contains(kDangling, tokens.front().text);
        out.verdict = !tokens.empty() && contains(kVerdicts, tokens.front().text);
        addWords(tokens);
        m_out.sentences.push_back(out);
    }

    /// The title runs on into the text where no mark ends it, and a sentence of the text may stand on it.
    void readHeads()
    {
        if (m_title.empty() && m_headings.empty()) {
            return;
        }
        std::string whole(m_title);
        whole.append("\n").append(m_headings).append("\n");
        const std::size_t textBegin = whole.size();
        whole.append(m_text);
        std::size_t end = 0;
        for (const nlp::Sentence& sentence : nlp::splitSentences(whole)) {
            const auto begin = static_cast<std::size_t>(sentence.text.data() - whole.data());
            if (begin >= textBegin) {
                break;
            }
            const std::vector<nlp::Token> tokens = nlp::tokenize(sentence.text);
            m_out.heads.push_back({addTerms(tokens), isNegated(tokens)});
            end = begin + sentence.text.size();
        }
        while (m_out.inHeads < m_out.sentences.size() &&
               textBegin + m_out.sentences[m_out.inHeads].begin < end) {
            ++m_out.inHeads;
        }
        m_out.heads.shrink_to_fit();
    }

    std::string_view m_title;
    std::string_view m_headings;
    std::string_view m_text;
    PassageAnalysis m_out;
};

} // namespace

std::uint64_t wordKey(std::string_view word)
{
    constexpr std::uint64_t kMask = (std::uint64_t{1} << 62) - 1;
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : word) {
        hash = (hash ^ static_cast<std::uint8_t>(c)) * 1099511628211ULL;
    }
    return hash & kMask;
}

TermKey keyOf(const nlp::Term& term)
{
    TermKey key{};
    key.stem = wordKey(term.stem) & ((std::uint64_t{1} << 62) - 1);
    key.filler = term.filler ? 1 : 0;
    key.courtesy = contains(kCourtesies, term.word) ? 1 : 0;
    return key;
}

PassageAnalysis analysePassage(std::string_view title,
                               std::string_view headings,
                               std::string_view text,
                               nlp::Language language)
{
    return Analyser(title, headings, text, language).run();
}

std::string_view ownHeading(std::string_view headings)
{
    const std::size_t last = headings.rfind(" > ");
    return headings.substr(last == std::string_view::npos ? 0 : last + 3);
}

bool isNegated(const std::vector<nlp::Token>& tokens)
{
    return std::any_of(tokens.begin(), tokens.end(), [](const nlp::Token& token) {
        return token.text != "ne" && nlp::isNegation(nlp::folded(token.text));
    });
}

} // namespace parley::server::knowledge
