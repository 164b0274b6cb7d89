// SPDX-License-Identifier: MIT
#pragma once

#include "server/cache/word_forms.h"
#include "server/nlp/language.h"

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::cache {

enum class UnitKind { Word, Name, Number, Negation, Question, Quantity, Relation };

/// One thing that a question says and that another question must say too to want the same answer.
struct Unit {
    std::string key;  ///< what it means: the name of its group of equals, or its stem
    std::string word; ///< as it was written, lower case, folded
    UnitKind kind = UnitKind::Word;
    WordForm form = WordForm::Plain;
    std::string link;     ///< the light preposition before it ("to", "in"), or empty
    std::string joint;    ///< "and" or "or" right before it, or empty
    bool isGroup = false; ///< its key is a group's
    bool isActed = false; ///< a person or "can" and the like right before it: a verb
};

/// What stands in a question besides its units.
struct QuestionManner {
    bool isPast = false;
    bool isFuture = false;
    bool can = false;
    bool must = false;
    bool should = false;
    std::string persons; ///< who acts and is acted on, in order: 1, 2, h(e), s(he), t(hey)
    std::string owners;  ///< whose things, each once, sorted
    std::size_t ors = 0;
    bool does = false;   ///< "what does ..." rather than "what is ..."
    bool points = false; ///< this, these, those: at what the text does not name
};

/// A question as the content guard compares it.
struct QuestionReading {
    nlp::Language language = nlp::Language::English;
    std::vector<Unit> units;
    QuestionManner manner;
    std::vector<std::string> light; ///< words that say nothing, in order
    /// "?how", "?yn", ...; empty: a statement.
    std::string kind;
};

/// Reads a question: contractions are expanded, courtesy is left out, phrases become the kind of question
/// they mean. English in full; of other languages every word counts but articles. Any bytes are accepted, the
/// time is linear.
/// @thread any
QuestionReading readQuestion(std::string_view text);

/// The key under which the same question is found again: without case, diacritics, punctuation and white
/// space beyond one blank; signs that change the meaning (currencies, %, +, #) stay. The words of scripts
/// without spaces stay as they are.
std::string exactKey(std::string_view text);

} // namespace parley::server::cache
