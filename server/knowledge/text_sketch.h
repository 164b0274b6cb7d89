// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::knowledge {

/// A small picture of a long text: of the word 3-shingles' hashes, the least under each of 128 hash
/// functions. The share of places at which two sketches agree estimates the Jaccard similarity of the texts,
/// with a standard error of at most .044. Case and punctuation do not count. @thread any, one at a time
/// @source A. Broder, On the resemblance and containment of documents, 1997
class TextSketch {
public:
    TextSketch();

    /// Further text; words do not run on from the text before, shingles do.
    void add(std::string_view text);

    /// Nothing was long enough for a shingle.
    [[nodiscard]] bool isEmpty() const { return m_shingles == 0; }
    /// 1,024 hex digits; empty when isEmpty().
    [[nodiscard]] std::string text() const;
    /// Hashes of 32 groups of 4 places. Texts of similarity .8 have one in common with a probability of 1 -
    /// 5e-8, those of .3 with .23: so few others have to be compared. Empty when isEmpty().
    /// @source Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, 3.4
    [[nodiscard]] std::vector<std::int64_t> bands() const;

    [[nodiscard]] nlohmann::json state() const;
    /// @return false: it is no state of a sketch
    bool restore(const nlohmann::json& state);

    /// Estimated Jaccard similarity, 0..1; 0 when either is no sketch.
    static double similarity(std::string_view left, std::string_view right);

private:
    static constexpr std::size_t kPlaces = 128;

    void addWord(std::uint64_t hash);

    std::array<std::uint32_t, kPlaces> m_least;
    std::array<std::uint64_t, 2> m_before{}; ///< hashes of the last two words
    std::uint64_t m_words = 0;
    std::uint64_t m_shingles = 0;
};

} // namespace parley::server::knowledge
