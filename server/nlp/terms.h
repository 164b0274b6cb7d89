// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/language.h"
#include "server/nlp/tokens.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// A word that carries meaning: what retrieval compares.
struct Term {
    std::string stem;    ///< Snowball stem, folded; compared by the word ranking
    std::string word;    ///< surface, folded; compared by the n-gram ranking
    bool filler = false; ///< see isFillerWord
    bool number = false;
    bool stop = false; ///< a stop word; only in allTerms
};

/// The words of `text` that are no stop words, in order. English "log in", "set up" and the like become one
/// word, so that they meet "login" and "setup"; ids are split at their joints.
std::vector<Term> contentTerms(std::string_view text, Language language);

std::vector<Term> contentTerms(const std::vector<Token>& tokens, Language language);

/// The same with its stop words, marked.
std::vector<Term> allTerms(std::string_view text, Language language);
std::vector<Term> allTerms(const std::vector<Token>& tokens, Language language);

/// Stems that mean nearly the same to a support desk (price, cost, charge ...), without `stem` itself.
/// Empty where none is known.
std::span<const std::string> synonymsOf(const std::string& stem, Language language);

/// Stems of neighbouring things (folder, directory ...), without `stem` itself: they may raise a passage in a
/// ranking, but state nothing about it. Empty where none is known.
std::span<const std::string> relatedTo(const std::string& stem, Language language);

} // namespace parley::server::nlp
