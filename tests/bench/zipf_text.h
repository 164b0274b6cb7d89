// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley::bench {

/// Texts whose words are as unevenly spread as those of English: the commonest ones are its function words,
/// then come words of a support desk, then made-up ones. The same seed gives the same texts.
/// @source Zipf's law with Mandelbrot's shift; 50,000 words
class ZipfText {
public:
    explicit ZipfText(std::uint64_t seed);

    /// Sentences of about 15 words.
    std::string text(std::size_t words);
    /// 4 to 12 words, about half of them from `passage`, the rest as they come; one in twenty has a slip.
    std::string question(std::string_view passage);

private:
    std::size_t below(std::size_t limit);
    const std::string& word();

    std::uint64_t m_state;
    std::vector<std::string> m_words;
    std::vector<double> m_shares; ///< cumulated
};

} // namespace parley::bench
