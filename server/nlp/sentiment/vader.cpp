// SPDX-License-Identifier: MIT
#include "server/nlp/sentiment/vader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace parley::server::nlp {
namespace {

// All constants: vaderSentiment 3.3, which names the ratings they come from.
constexpr double kCapitals = 0.733;
constexpr double kNegated = -0.74;
constexpr double kExclamation = 0.292;
constexpr double kQuestion = 0.18;
constexpr double kManyQuestions = 0.96;
constexpr double kNormalisation = 15;
constexpr double kIntensified = 1.25;

struct Idiom {
    std::array<std::string_view, 3> words; ///< an empty one ends it
    double value;
};

constexpr std::array kIdioms{
    Idiom{{"the", "shit", ""}, 3.0},
    Idiom{{"the", "bomb", ""}, 3.0},
    Idiom{{"bad", "ass", ""}, 1.5},
    Idiom{{"bus", "stop", ""}, 0.0},
    Idiom{{"yeah", "right", ""}, -2.0},
    Idiom{{"kiss", "of", "death"}, -1.5},
    Idiom{{"to", "die", "for"}, 3.0},
    Idiom{{"beating", "heart", ""}, 3.1},
    Idiom{{"broken", "heart", ""}, -2.9},
};

constexpr std::array kDampeningPairs{
    Idiom{{"just", "enough", ""}, -0.293},
    Idiom{{"kind", "of", ""}, -0.293},
    Idiom{{"sort", "of", ""}, -0.293},
};

/// Rates the words of one text.
class Rater {
public:
    explicit Rater(const VaderText& text) : m_text(text) {}

    [[nodiscard]] double sum() const
    {
        const std::size_t but = indexOfBut();
        double total = 0;
        for (std::size_t i = 0; i < m_text.words.size(); ++i) {
            const double weight = but == kNone || i == but ? 1.0 : i < but ? 0.5 : 1.5;
            total += weight * valence(i);
        }
        return total;
    }

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    [[nodiscard]] const VaderTraits& traits(std::size_t i) const { return m_text.words[i].traits; }
    [[nodiscard]] bool is(std::size_t i, std::string_view word) const { return m_text.word(i) == word; }
    [[nodiscard]] bool isSoOrThis(std::size_t i) const { return is(i, "so") || is(i, "this"); }

    [[nodiscard]] std::size_t indexOfBut() const
    {
        for (std::size_t i = 0; i < m_text.words.size(); ++i) {
            if (is(i, "but")) {
                return i;
            }
        }
        return kNone;
    }

    [[nodiscard]] double valence(std::size_t i) const
    {
        const bool isKindOf = is(i, "kind") && i + 1 < m_text.words.size() && is(i + 1, "of");
        if (!traits(i).hasValence || traits(i).booster != 0 || isKindOf) {
            return 0;
        }
        double value = ownValence(i);
        if (m_text.words[i].isUpper && m_text.isCapsMixed) {
            value += value > 0 ? kCapitals : -kCapitals;
        }
        for (std::size_t before = 1; before <= 3 && before <= i; ++before) {
            if (traits(i - before).hasValence) {
                continue;
            }
            value += boost(i - before, value) * (before == 1 ? 1.0 : before == 2 ? 0.95 : 0.9);
            value = negated(value, i, before);
            if (before == 3) {
                value = withIdioms(value, i);
            }
        }
        return least(value, i);
    }

    /// "no" is a negation before a word of the lexicon and a rating of its own elsewhere.
    [[nodiscard]] double ownValence(std::size_t i) const
    {
        if (is(i, "no") && i + 1 < m_text.words.size() && traits(i + 1).hasValence) {
            return 0;
        }
        const bool afterNo = (i > 0 && is(i - 1, "no")) || (i > 1 && is(i - 2, "no")) ||
                             (i > 2 && is(i - 3, "no") && (is(i - 1, "or") || is(i - 1, "nor")));
        return static_cast<double>(traits(i).valence) * (afterNo ? kNegated : 1.0);
    }

    [[nodiscard]] double boost(std::size_t i, double value) const
    {
        double change = static_cast<double>(traits(i).booster);
        if (change == 0) {
            return 0;
        }
        change = value < 0 ? -change : change;
        if (m_text.words[i].isUpper && m_text.isCapsMixed) {
            change += value > 0 ? kCapitals : -kCapitals;
        }
        return change;
    }

    [[nodiscard]] double negated(double value, std::size_t i, std::size_t before) const
    {
        const std::size_t at = i - before;
        if (before > 1) {
            const bool near = isSoOrThis(i - 1) || (before == 3 && isSoOrThis(i - 2));
            if (is(at, "never") && near) {
                return value * kIntensified;
            }
            const bool doubt = is(i - 1, "doubt") || (before == 3 && is(i - 2, "doubt"));
            if (is(at, "without") && doubt) {
                return value;
            }
        }
        return traits(at).isNegation ? value * kNegated : value;
    }

    [[nodiscard]] double least(double value, std::size_t i) const
    {
        const bool isLeast = i > 0 && is(i - 1, "least") && !traits(i - 1).hasValence;
        const bool isHarmless = i > 1 && (is(i - 2, "at") || is(i - 2, "very"));
        return isLeast && !isHarmless ? value * kNegated : value;
    }

    [[nodiscard]] bool standsAt(const Idiom& idiom, std::size_t i) const
    {
        for (std::size_t n = 0; n < idiom.words.size() && !idiom.words[n].empty(); ++n) {
            if (i + n >= m_text.words.size() || !is(i + n, idiom.words[n])) {
                return false;
            }
        }
        return true;
    }

    /// @param i  at least 3
    [[nodiscard]] double withIdioms(double value, std::size_t i) const
    {
        for (std::size_t first = i - 3; first <= i; ++first) {
            for (const Idiom& idiom : kIdioms) {
                value = standsAt(idiom, first) ? idiom.value : value;
            }
        }
        for (std::size_t first = i - 3; first <= i - 2; ++first) {
            for (const Idiom& pair : kDampeningPairs) {
                value += standsAt(pair, first) ? pair.value : 0;
            }
        }
        return value;
    }

    const VaderText& m_text;
};

double emphasis(const VaderText& text)
{
    const double questions = text.questions > 3   ? kManyQuestions
                             : text.questions > 1 ? kQuestion * text.questions
                                                  : 0;
    return kExclamation * std::min(text.exclamations, 4) + questions;
}

} // namespace

double vaderCompound(const VaderText& text)
{
    double sum = Rater(text).sum();
    sum += sum > 0 ? emphasis(text) : sum < 0 ? -emphasis(text) : 0;
    return sum / std::sqrt(sum * sum + kNormalisation);
}

} // namespace parley::server::nlp
