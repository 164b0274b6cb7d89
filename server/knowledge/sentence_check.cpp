// SPDX-License-Identifier: MIT
#include "server/knowledge/sentence_check.h"

#include "server/knowledge/key_table.h"
#include "server/knowledge/passage_analysis.h"
#include "server/nlp/code_points.h"
#include "server/nlp/language.h"
#include "server/nlp/sentences.h"
#include "server/nlp/terms.h"
#include "server/nlp/tokens.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace parley::server::knowledge {
namespace {

// Below it, a sentence speaks of something else even when its numbers and names agree.
constexpr double kLeastSupport = 0.75;

using Keys = std::vector<std::uint64_t>; // ascending, each once

void keepEachOnce(Keys& keys)
{
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

struct Claims {
    nlp::Language language = nlp::Language::English;
    Keys stems;
    Keys figures; ///< numbers, addresses, ids
    Keys names;   ///< capitalized within the sentence, or acronyms
    bool negated = false;
};

/// Two capitals or more: "VAT", "iOS".
bool isAcronym(std::string_view surface)
{
    return std::count_if(surface.begin(), surface.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
}

Claims claimsOf(std::string_view text)
{
    Claims claims;
    const std::vector<nlp::Token> tokens = nlp::tokenize(text);
    claims.language = nlp::guessLanguage(tokens).language;
    claims.negated = isNegated(tokens);
    for (const nlp::Term& term : nlp::contentTerms(tokens, claims.language)) {
        if (const TermKey key = keyOf(term); key.courtesy == 0) {
            claims.stems.push_back(key.stem);
        }
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const nlp::Token& token = tokens[i];
        const std::string_view surface = text.substr(token.begin, token.end - token.begin);
        const bool hasDigit = token.text.find_first_of("0123456789") != std::string::npos;
        if (token.kind == nlp::TokenKind::Word && !hasDigit) {
            // German writes every noun with a capital, so there a capital alone is no name.
            const bool capital = token.capitalized && i > 0 && claims.language != nlp::Language::German;
            if (capital || isAcronym(surface)) {
                const std::string word = nlp::folded(token.text);
                if (!nlp::isStopWord(word, claims.language)) {
                    claims.names.push_back(wordKey(word));
                }
            }
        } else if (token.kind != nlp::TokenKind::Ideographs) {
            claims.figures.push_back(wordKey(token.text));
        }
    }
    keepEachOnce(claims.stems);
    keepEachOnce(claims.figures);
    keepEachOnce(claims.names);
    return claims;
}

bool hasAll(const Keys& there, const Keys& wanted)
{
    return std::includes(there.begin(), there.end(), wanted.begin(), wanted.end());
}

/// Counts which of a claim's stems the sentences of a passage have.
class StemCount {
public:
    explicit StemCount(const Keys& wanted)
        : m_table(wanted.size()), m_lastSeen(wanted.size(), 0), m_wanted(wanted.size())
    {
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            m_table.add(wanted[i], i);
        }
    }

    /// The share of the stems that one sentence has, 0..1.
    double shareOf(std::span<const TermKey> sentence)
    {
        ++m_sentence;
        std::size_t here = 0;
        for (const TermKey& term : sentence) {
            if (term.courtesy != 0) {
                continue;
            }
            m_table.each(term.stem, [&](std::size_t i) {
                m_found += m_lastSeen[i] == 0 ? 1U : 0U;
                here += m_lastSeen[i] != m_sentence ? 1U : 0U;
                m_lastSeen[i] = m_sentence;
            });
        }
        return shareOf(here);
    }

    /// ... that all sentences so far have between them.
    [[nodiscard]] double share() const { return shareOf(m_found); }

private:
    [[nodiscard]] double shareOf(std::size_t found) const
    {
        return m_wanted == 0 ? 1 : static_cast<double>(found) / static_cast<double>(m_wanted);
    }

    KeyTable<std::size_t> m_table;
    std::vector<std::size_t> m_lastSeen; // number of the last sentence that had it, from 1
    std::size_t m_wanted = 0;
    std::size_t m_sentence = 0;
    std::size_t m_found = 0;
};

SentenceCheck checkAgainst(const Claims& claims, const PassageAnalysis& passage)
{
    // The sentence that is nearest to the claim must agree with it on being negated.
    StemCount stems(claims.stems);
    double best = -1;
    bool agrees = true;
    const auto compare = [&](TermRange terms, bool negated) {
        const double near = stems.shareOf(passage.of(terms));
        const bool same = negated == claims.negated;
        if (near > best || (near == best && same)) {
            best = near;
            agrees = same;
        }
    };
    for (const PassageAnalysis::Head& head : passage.heads) {
        compare(head.terms, head.negated);
    }
    for (std::size_t i = passage.inHeads; i < passage.sentences.size(); ++i) {
        compare(passage.sentences[i].terms, passage.sentences[i].negated);
    }

    SentenceCheck check;
    check.support = stems.share();
    check.fault = !hasAll(passage.words, claims.figures) ? SentenceFault::Number
                  : !hasAll(passage.words, claims.names) ? SentenceFault::Name
                  : check.support < kLeastSupport        ? SentenceFault::Unsupported
                  : agrees                               ? SentenceFault::None
                                                         : SentenceFault::Negation;
    return check;
}

/// What any passage supports.
bool claimsNothing(const Claims& claims)
{
    return claims.stems.empty() && claims.figures.empty();
}

Claims claimsOfSentence(std::string_view sentence)
{
    return claimsOf(sentence.substr(nlp::listMarkerLength(sentence)));
}

constexpr SentenceCheck kNothingClaimed{SentenceFault::None, 1, 0};

} // namespace

SentenceCheck checkSentence(std::string_view sentence, std::span<const std::string> passages)
{
    const Claims claims = claimsOfSentence(sentence);
    if (claimsNothing(claims)) {
        return kNothingClaimed;
    }
    SentenceCheck best;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        SentenceCheck check = checkAgainst(claims, analysePassage({}, {}, passages[i], claims.language));
        check.passage = i;
        const bool settles = check.isSupported() && !best.isSupported();
        if (i == 0 || settles ||
            (check.support > best.support && (check.isSupported() || !best.isSupported()))) {
            best = check;
        }
    }
    return best;
}

SentenceCheck checkSentenceAgainst(std::string_view sentence, const Hit& passage)
{
    const Claims claims = claimsOfSentence(sentence);
    if (claimsNothing(claims)) {
        return kNothingClaimed;
    }
    if (passage.analysis && passage.analysis->language == claims.language) {
        return checkAgainst(claims, *passage.analysis);
    }
    return checkAgainst(claims,
                        analysePassage(passage.title, passage.headings, passage.text, claims.language));
}

} // namespace parley::server::knowledge
