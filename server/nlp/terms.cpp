// SPDX-License-Identifier: MIT
#include "server/nlp/terms.h"

#include "server/nlp/code_points.h"
#include "server/nlp/stemmer.h"

#include <algorithm>
#include <array>

namespace parley::server::nlp {
namespace {

constexpr std::array<std::string_view, 11> kVerbs{
    "log", "sign", "set", "check", "back", "opt", "shut", "start", "roll", "lock", "pick"};
constexpr std::array<std::string_view, 5> kParticles{"in", "on", "up", "out", "off"};

template <class Container>
bool contains(const Container& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

Term termOf(std::string_view lowerWord, Language language)
{
    Term term;
    term.word = folded(lowerWord);
    term.stem = stem(lowerWord, language);
    term.filler = isFillerWord(term.word, language);
    return term;
}

/// "logged in" -> "login"; empty where the two are no such pair.
std::string phrasalVerb(const Token& verb, const Token& particle, const std::string& verbStem)
{
    const bool adjacent = particle.begin <= verb.end + 1;
    if (!adjacent || !contains(kParticles, particle.text) || !contains(kVerbs, verbStem)) {
        return {};
    }
    return verbStem + (particle.text == "on" && verbStem != "opt" ? "in" : particle.text);
}

void addIdentifier(const Token& token, Language language, std::vector<Term>& terms)
{
    std::size_t begin = 0;
    while (begin < token.text.size()) {
        std::size_t end = token.text.find_first_of("-_/", begin);
        end = end == std::string::npos ? token.text.size() : end;
        if (end > begin) {
            Term term = termOf(std::string_view(token.text).substr(begin, end - begin), language);
            term.number = term.word.find_first_not_of("0123456789") == std::string::npos;
            terms.push_back(std::move(term));
        }
        begin = end + 1;
    }
}

std::vector<Term> termsOf(const std::vector<Token>& tokens, Language language, bool keepStopWords)
{
    std::vector<Term> terms;
    terms.reserve(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.kind == TokenKind::Identifier) {
            addIdentifier(token, language, terms);
            continue;
        }
        const bool plain = token.kind == TokenKind::Word;
        Term term;
        if (plain) {
            term = termOf(token.text, language);
        } else {
            term.word = term.stem = folded(token.text);
            term.number = token.kind == TokenKind::Number;
        }
        if (plain && language == Language::English && i + 1 < tokens.size()) {
            if (std::string joined = phrasalVerb(token, tokens[i + 1], term.stem); !joined.empty()) {
                term.word = term.stem = std::move(joined);
                terms.push_back(std::move(term));
                ++i;
                continue;
            }
        }
        term.stop = plain && isStopWord(term.word, language);
        if (keepStopWords || !term.stop) {
            terms.push_back(std::move(term));
        }
    }
    return terms;
}

} // namespace

std::vector<Term> contentTerms(std::string_view text, Language language)
{
    return termsOf(tokenize(text), language, false);
}

std::vector<Term> contentTerms(const std::vector<Token>& tokens, Language language)
{
    return termsOf(tokens, language, false);
}

std::vector<Term> allTerms(std::string_view text, Language language)
{
    return termsOf(tokenize(text), language, true);
}

std::vector<Term> allTerms(const std::vector<Token>& tokens, Language language)
{
    return termsOf(tokens, language, true);
}

} // namespace parley::server::nlp
