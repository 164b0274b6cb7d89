// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// Finds a tenant's words and phrases in messages: whole words in their order, any case, diacritics or
/// inflection ("chargeback" finds "Chargebacks", "kündigen" finds "kündigt"); "charge*" finds what begins so.
/// @thread any; it never changes
class KeywordFinder {
public:
    explicit KeywordFinder(const std::vector<std::string>& keywords);

    [[nodiscard]] bool isEmpty() const { return m_phrases.empty(); }
    /// The first keyword that the text has, as it was given; none where it has none. Linear in the text.
    [[nodiscard]] std::optional<std::string> find(std::string_view text) const;

private:
    struct Word {
        std::string folded;
        bool isPrefix = false;
        std::vector<std::string> stems; ///< in each language that is stemmed, sorted
    };
    struct Phrase {
        std::string keyword;
        std::vector<Word> words;
    };

    std::vector<Phrase> m_phrases;
};

} // namespace parley::server::nlp
