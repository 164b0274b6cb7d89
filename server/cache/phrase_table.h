// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parley::server::cache {

/// Phrases that are read as something shorter: "what is the best way to" is "?how".
/// @thread any, once filled
class PhraseTable {
public:
    struct Match {
        std::size_t words = 0; ///< how many it takes; 0: none
        std::span<const std::string> reading;
    };

    /// @param line  "pattern = reading" as resources/understanding/cache/words.txt describes it
    void add(std::string_view line);

    /// The longest phrase that begins with the first of `words`.
    [[nodiscard]] Match longest(std::span<const std::string> words) const;

private:
    struct Place {
        std::vector<std::string> words; ///< one of them
        bool isOptional = false;
    };
    struct Phrase {
        std::vector<Place> places;
        std::vector<std::string> reading;
    };

    static std::size_t
    matched(std::span<const Place> places, std::span<const std::string> words, std::size_t taken);

    std::vector<Phrase> m_phrases;
    std::unordered_map<std::string, std::vector<std::size_t>> m_byFirst;
};

/// The parts of a text between single spaces.
std::vector<std::string> spaced(std::string_view text);

} // namespace parley::server::cache
