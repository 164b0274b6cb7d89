// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// What a word or phrase is to a support desk.
enum class CueKind : std::uint8_t {
    None,
    Anger,   ///< counts wherever it stands
    Problem, ///< something does not work; not after a negation ("no error")
    Praise,  ///< counts little in wishes, turns round after a negation
    Success, ///< a problem is over ("works now")
    Thanks,  ///< joy only where nothing is wrong and nothing is asked
    Plain,   ///< polite or technical words that say nothing of a mood, whatever a lexicon says
    Working, ///< a verb of things that work: a problem after a negation
    Negation,
    Wish,   ///< "would", "if", "hope": what follows is not yet so
    Repeat, ///< written before, waiting for days
    Urgent,
    Sarcasm, ///< "just great", "so much for"
};

/// The languages whose cues are known.
enum class CueLanguage : std::uint8_t { English, German, Spanish, French };
constexpr std::size_t kCueLanguages = 4;

struct Cue {
    CueKind kind = CueKind::None;
    float weight = 0;       ///< on the lexicon's scale, -4..4
    float desk = 0;         ///< how much it speaks for a message to a support desk
    std::uint8_t words = 0; ///< how many it has; 0: it is none
};

/// The longest cue that begins the words.
/// @param words  wordHash of lower-cased, folded words without apostrophes; not empty
Cue cueAt(std::span<const std::uint64_t> words, CueLanguage language);

/// Whether a word is one of the most common of each language, one bit each by the order of CueLanguage.
unsigned commonIn(std::uint64_t word);

/// One group of cues: phrases apart by commas; "*" stands for the endings of a verb.
struct CueGroup {
    CueKind kind;
    float weight;
    float desk;
    std::string_view phrases;
};

// Our own lists. Where two groups of a language have a phrase, its meaning comes from the first.
std::vector<CueGroup> englishCues();
std::vector<CueGroup> deskCues();
std::vector<CueGroup> germanCues();
std::vector<CueGroup> spanishCues();
std::vector<CueGroup> frenchCues();

/// Apart by commas.
std::string_view commonWords(CueLanguage language);

} // namespace parley::server::nlp
