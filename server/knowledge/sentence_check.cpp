// SPDX-License-Identifier: MIT
#include "server/knowledge/sentence_check.h"

#include "server/nlp/code_points.h"
#include "server/nlp/language.h"
#include "server/nlp/sentences.h"
#include "server/nlp/terms.h"
#include "server/nlp/tokens.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace parley::server::knowledge {
namespace {

// Below it, a sentence speaks of something else even when its numbers and names agree.
constexpr double kLeastSupport = 0.75;

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

using Set = std::set<std::string>;

struct Claims {
    Set stems;
    Set figures; ///< numbers, addresses, ids
    Set names;   ///< capitalized within the sentence, or acronyms
    bool negated = false;
};

Set stemsOf(std::string_view text, nlp::Language language)
{
    Set stems;
    for (nlp::Term& term : nlp::contentTerms(text, language)) {
        if (std::find(kCourtesies.begin(), kCourtesies.end(), term.word) != kCourtesies.end()) {
            continue;
        }
        stems.insert(std::move(term.stem));
    }
    return stems;
}

bool isNegated(const std::vector<nlp::Token>& tokens)
{
    return std::any_of(tokens.begin(), tokens.end(), [](const nlp::Token& token) {
        return nlp::isNegation(nlp::folded(token.text)) && token.text != "no." && token.text != "ne";
    });
}

/// Two capitals or more: "VAT", "iOS".
bool isAcronym(std::string_view surface)
{
    return std::count_if(surface.begin(), surface.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
}

Claims claimsOf(std::string_view text, nlp::Language language)
{
    Claims claims;
    const std::vector<nlp::Token> tokens = nlp::tokenize(text);
    claims.stems = stemsOf(text, language);
    claims.negated = isNegated(tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const nlp::Token& token = tokens[i];
        const std::string_view surface = text.substr(token.begin, token.end - token.begin);
        const bool hasDigit = token.text.find_first_of("0123456789") != std::string::npos;
        if (token.kind == nlp::TokenKind::Word && !hasDigit) {
            // German writes every noun with a capital, so there a capital alone is no name.
            const bool capital = token.capitalized && i > 0 && language != nlp::Language::German;
            if ((capital || isAcronym(surface)) && !nlp::isStopWord(nlp::folded(token.text), language)) {
                claims.names.insert(nlp::folded(token.text));
            }
        } else if (token.kind != nlp::TokenKind::Ideographs) {
            claims.figures.insert(token.text);
        }
    }
    return claims;
}

double share(const Set& wanted, const Set& there)
{
    if (wanted.empty()) {
        return 1;
    }
    const auto found = std::count_if(wanted.begin(), wanted.end(), [&](const std::string& one) {
        return there.contains(one);
    });
    return static_cast<double>(found) / static_cast<double>(wanted.size());
}

/// Whether the sentence of the passage that is nearest to the claim agrees with it on being negated.
bool negationAgrees(const Claims& claims, std::string_view passage, nlp::Language language)
{
    double best = -1;
    bool agrees = true;
    for (const nlp::Sentence& sentence : nlp::splitSentences(passage)) {
        const double near = share(claims.stems, stemsOf(sentence.text, language));
        const bool same = isNegated(nlp::tokenize(sentence.text)) == claims.negated;
        if (near > best || (near == best && same)) {
            best = near;
            agrees = same;
        }
    }
    return agrees;
}

SentenceFault faultOf(const Claims& claims, std::string_view passage, nlp::Language language, double support)
{
    Set words;
    for (const nlp::Token& token : nlp::tokenize(passage)) {
        words.insert(token.text);
        words.insert(nlp::folded(token.text));
    }
    if (share(claims.figures, words) < 1) {
        return SentenceFault::Number;
    }
    if (share(claims.names, words) < 1) {
        return SentenceFault::Name;
    }
    if (support < kLeastSupport) {
        return SentenceFault::Unsupported;
    }
    return negationAgrees(claims, passage, language) ? SentenceFault::None : SentenceFault::Negation;
}

} // namespace

SentenceCheck checkSentence(std::string_view sentence, std::span<const std::string> passages)
{
    const std::string_view claim = sentence.substr(nlp::listMarkerLength(sentence));
    const nlp::Language language = nlp::guessLanguage(nlp::tokenize(claim)).language;
    const Claims claims = claimsOf(claim, language);
    SentenceCheck best;
    if (claims.stems.empty() && claims.figures.empty()) {
        best.fault = SentenceFault::None;
        best.support = 1;
        return best;
    }
    bool first = true;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const double support = share(claims.stems, stemsOf(passages[i], language));
        const SentenceFault fault = faultOf(claims, passages[i], language, support);
        const bool settles = fault == SentenceFault::None && !best.isSupported();
        if (first || settles ||
            (support > best.support && (fault == SentenceFault::None || !best.isSupported()))) {
            best = SentenceCheck{fault, support, i};
            first = false;
        }
    }
    return best;
}

} // namespace parley::server::knowledge
