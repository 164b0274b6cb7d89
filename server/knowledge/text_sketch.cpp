// SPDX-License-Identifier: MIT
#include "server/knowledge/text_sketch.h"

#include "server/nlp/code_points.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace parley::server::knowledge {

namespace {

constexpr std::size_t kDigits = 8;
constexpr std::size_t kRows = 4;
/// @source FNV-1a, 64 bits: draft-eastlake-fnv
constexpr std::uint64_t kFnvBasis = 0xcbf29ce484222325ULL;
constexpr std::uint64_t kFnvPrime = 0x100000001b3ULL;

/// @source S. Vigna, SplitMix64
constexpr std::uint64_t mixed(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31U);
}

struct HashFunction {
    std::uint64_t factor;
    std::uint64_t summand;
};

/// Multiply-add-shift functions; the same in every process, since sketches are kept.
/// @source Dietzfelbinger et al., A reliable randomized algorithm for the closest-pair problem, 1997
template <std::size_t count>
constexpr std::array<HashFunction, count> makeFunctions()
{
    std::array<HashFunction, count> functions{};
    for (std::size_t i = 0; i < count; ++i) {
        functions[i] = {mixed(2 * i) | 1U, mixed(2 * i + 1)};
    }
    return functions;
}

bool isHex(std::string_view text)
{
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

TextSketch::TextSketch() : m_least()
{
    m_least.fill(std::numeric_limits<std::uint32_t>::max());
}

void TextSketch::add(std::string_view text)
{
    std::uint64_t hash = kFnvBasis;
    bool inWord = false;
    const auto endWord = [&] {
        if (inWord) {
            addWord(hash);
        }
        hash = kFnvBasis;
        inWord = false;
    };
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = nlp::decodeAt(text, position);
        const bool isAlone = nlp::isUnspaced(c); // each such character counts as a word
        if (isAlone || (!nlp::isLetter(c) && !nlp::isDigit(c))) {
            endWord();
        }
        if (isAlone || nlp::isLetter(c) || nlp::isDigit(c)) {
            hash = (hash ^ nlp::lowered(c)) * kFnvPrime;
            inWord = true;
        }
        if (isAlone) {
            endWord();
        }
    }
    endWord();
}

void TextSketch::addWord(std::uint64_t hash)
{
    static constexpr auto kFunctions = makeFunctions<kPlaces>();
    if (++m_words >= 3) {
        const std::uint64_t shingle = mixed(mixed(mixed(m_before[0]) ^ m_before[1]) ^ hash);
        for (std::size_t i = 0; i < kPlaces; ++i) {
            const auto value =
                static_cast<std::uint32_t>((shingle * kFunctions[i].factor + kFunctions[i].summand) >> 32U);
            m_least[i] = std::min(m_least[i], value);
        }
        ++m_shingles;
    }
    m_before = {m_before[1], hash};
}

std::string TextSketch::text() const
{
    std::string hex;
    for (std::size_t i = 0; i < kPlaces && !isEmpty(); ++i) {
        for (std::size_t digit = kDigits; digit-- > 0;) {
            hex.push_back("0123456789abcdef"[m_least[i] >> (4 * digit) & 15U]);
        }
    }
    return hex;
}

std::vector<std::int64_t> TextSketch::bands() const
{
    std::vector<std::int64_t> bands;
    for (std::size_t begin = 0; begin < kPlaces && !isEmpty(); begin += kRows) {
        std::uint64_t hash = mixed(begin);
        for (std::size_t i = begin; i < begin + kRows; ++i) {
            hash = mixed(hash ^ m_least[i]);
        }
        bands.push_back(static_cast<std::int64_t>(hash >> 1U));
    }
    return bands;
}

nlohmann::json TextSketch::state() const
{
    return {{"least", m_least}, {"before", m_before}, {"words", m_words}, {"shingles", m_shingles}};
}

bool TextSketch::restore(const nlohmann::json& state)
{
    try {
        state.at("least").get_to(m_least);
        state.at("before").get_to(m_before);
        m_words = state.at("words").get<std::uint64_t>();
        m_shingles = state.at("shingles").get<std::uint64_t>();
        return true;
    } catch (const nlohmann::json::exception&) {
        return false;
    }
}

double TextSketch::similarity(std::string_view left, std::string_view right)
{
    if (left.size() != kPlaces * kDigits || right.size() != left.size() || !isHex(left) || !isHex(right)) {
        return 0;
    }
    std::size_t same = 0;
    for (std::size_t i = 0; i < kPlaces; ++i) {
        same += left.substr(i * kDigits, kDigits) == right.substr(i * kDigits, kDigits) ? 1U : 0U;
    }
    return static_cast<double>(same) / static_cast<double>(kPlaces);
}

} // namespace parley::server::knowledge
