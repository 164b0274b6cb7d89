// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/intent/intent_model.h"
#include "server/nlp/language.h"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// Finds the examples most like a message, by the stems they share: what a language model learns a tenant's
/// labels from, and what tells whether its choice is plausible.
/// @thread any; it never changes
class ExampleFinder {
public:
    /// Examples of no label of the tenant's (isOutOfScopeLabel) are left out.
    explicit ExampleFinder(std::span<const IntentExample> examples);

    /// One example and how like the message it is, 0..1.
    struct Match {
        std::string_view text;
        std::string_view label;
        double similarity = 0;
    };

    /// What a message is like.
    struct Matches {
        /// Of each label its best, best first; labels in the order of their best match, then by name. All
        /// labels are there, also those that share nothing.
        std::vector<std::vector<Match>> byLabel;
        /// The best similarity of a label; 0 for what is none.
        [[nodiscard]] double similarityOf(std::string_view label) const;
    };

    /// @param perLabel  matches of each label at most
    [[nodiscard]] Matches find(std::string_view text, std::size_t perLabel) const;

    /// Sorted.
    [[nodiscard]] std::vector<std::string> labels() const;

private:
    using Terms = std::map<std::string, double, std::less<>>; ///< stem -> weight, of unit length

    struct Entry {
        std::string text;
        std::string label;
        Terms terms;
    };

    [[nodiscard]] Terms weighted(std::string_view text) const;

    Language m_language = Language::English;
    std::vector<Entry> m_entries; ///< by label, then text
    std::map<std::string, double, std::less<>> m_rarity;
    double m_rarityOfUnknown = 1;
};

} // namespace parley::server::nlp
