// SPDX-License-Identifier: MIT
#include "server/nlp/intent/text_features.h"

#include "server/nlp/code_points.h"
#include "server/nlp/intent/concepts.h"
#include "server/nlp/stemmer.h"
#include "server/nlp/tokens.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace parley::server::nlp {
namespace {

constexpr int kGroupShift = 60;
constexpr std::size_t kMostWords = 600;
constexpr std::size_t kShortestGram = 2;
constexpr std::size_t kLongestGram = 5;
// Words further apart rarely belong to one wish, and long texts stay linear.
constexpr std::size_t kPairReach = 20;
constexpr std::uint64_t kTextEnd = 0x9e3779b97f4a7c15;

/// @source FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
std::uint64_t hashOf(std::string_view bytes)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : bytes) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    }
    return hash;
}

/// The finalizer of splitmix64: joins two hashes, the order counts.
std::uint64_t joined(std::uint64_t a, std::uint64_t b)
{
    std::uint64_t mixed = a * 0x9e3779b97f4a7c15 + b;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
}

std::uint64_t unordered(std::uint64_t a, std::uint64_t b)
{
    return a < b ? joined(a, b) : joined(b, a);
}

struct Word {
    std::uint64_t surface = 0;
    std::uint64_t stem = 0;
    std::span<const std::uint16_t> concepts;
};

class Extractor {
public:
    explicit Extractor(Language language) : m_language(language) {}

    std::vector<TextFeature> run(std::string_view text)
    {
        constexpr std::size_t kFeaturesOfText = 512; // a guess, so that the list rarely moves
        m_keys.reserve(kFeaturesOfText);
        const std::vector<Token> tokens = tokenize(text);
        const std::size_t count = std::min(tokens.size(), kMostWords);
        m_words.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            addWord(tokens[i]);
        }
        if (!m_words.empty()) {
            addSequences();
            addPairs();
        }
        return counted();
    }

private:
    void add(FeatureGroup group, std::uint64_t hash)
    {
        m_keys.push_back((hash >> 4) | (static_cast<std::uint64_t>(group) << kGroupShift));
    }

    void addWord(const Token& token)
    {
        const std::string surface = folded(token.text);
        Word word;
        word.surface = hashOf(surface);
        if (token.kind == TokenKind::Word) {
            const std::string stemmed = stem(token.text, m_language);
            word.stem = hashOf(stemmed);
            word.concepts = conceptsOf(stemmed, m_language);
        } else if (token.kind == TokenKind::Number) {
            // "4 digits" says more than which; the surface keeps the number itself.
            word.stem = joined(hashOf("#"), std::min<std::size_t>(surface.size(), 4));
        } else {
            word.stem = word.surface;
        }
        add(FeatureGroup::Words, word.surface);
        add(FeatureGroup::Stems, word.stem);
        for (const std::uint16_t number : word.concepts) {
            add(FeatureGroup::Concepts, joined(1, number));
        }
        if (token.kind != TokenKind::Number) {
            addGrams(surface);
        }
        m_words.push_back(word);
    }

    void addGrams(const std::string& surface)
    {
        m_bounded = " " + surface + " ";
        m_starts.clear();
        for (std::size_t at = 0; at < m_bounded.size(); ++at) {
            if ((static_cast<unsigned char>(m_bounded[at]) & 0xC0U) != 0x80U) {
                m_starts.push_back(at);
            }
        }
        m_starts.push_back(m_bounded.size());
        const std::size_t length = m_starts.size() - 1;
        for (std::size_t n = kShortestGram; n <= kLongestGram; ++n) {
            if (length <= n) { // the whole word, once
                add(FeatureGroup::Characters, hashOf(m_bounded));
                return;
            }
            for (std::size_t i = 0; i + n <= length; ++i) {
                add(FeatureGroup::Characters,
                    hashOf(std::string_view(m_bounded).substr(m_starts[i], m_starts[i + n] - m_starts[i])));
            }
        }
    }

    void addSequences()
    {
        const std::size_t count = m_words.size();
        for (std::size_t i = 0; i <= count; ++i) {
            const std::uint64_t before = i == 0 ? kTextEnd : m_words[i - 1].stem;
            const std::uint64_t after = i == count ? kTextEnd : m_words[i].stem;
            add(FeatureGroup::Bigrams, joined(before, after));
        }
        for (std::size_t gap = 2; gap <= 3; ++gap) {
            for (std::size_t i = 0; i + gap < count; ++i) {
                add(FeatureGroup::Skips, joined(joined(m_words[i].stem, gap), m_words[i + gap].stem));
            }
        }
    }

    void addPairs()
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            const std::size_t end = std::min(m_words.size(), i + 1 + kPairReach);
            for (std::size_t j = i + 1; j < end; ++j) {
                if (m_words[i].stem != m_words[j].stem) {
                    add(FeatureGroup::Pairs, unordered(m_words[i].stem, m_words[j].stem));
                }
                for (const std::uint16_t a : m_words[i].concepts) {
                    for (const std::uint16_t b : m_words[j].concepts) {
                        if (a != b) {
                            add(FeatureGroup::ConceptPairs, unordered(a, b));
                        }
                    }
                }
            }
        }
    }

    std::vector<TextFeature> counted()
    {
        std::sort(m_keys.begin(), m_keys.end());
        std::vector<TextFeature> features;
        features.reserve(m_keys.size());
        for (const std::uint64_t key : m_keys) {
            if (features.empty() || features.back().key != key) {
                features.push_back({key, 0});
            }
            ++features.back().count;
        }
        return features;
    }

    Language m_language;
    std::vector<Word> m_words;
    std::vector<std::uint64_t> m_keys;
    std::string m_bounded;
    std::vector<std::size_t> m_starts;
};

} // namespace

FeatureGroup groupOf(std::uint64_t key)
{
    return static_cast<FeatureGroup>(key >> kGroupShift);
}

std::vector<TextFeature> featuresOf(std::string_view text, Language language)
{
    return Extractor(language).run(text);
}

} // namespace parley::server::nlp
