// SPDX-License-Identifier: MIT
#include "server/nlp/sentiment/support_sentiment.h"

#include "server/nlp/sentiment/support_text.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace parley::server::nlp {
namespace {

// Our own, tuned on a few dozen labelled tickets; none of them is sharp.
constexpr double kGeneral = 0.4;       ///< what a word of the general lexicon counts beside the cues
constexpr double kBroken = 1.2;        ///< "doesn't load"
constexpr double kWished = 0.25;       ///< "it would be great if"
constexpr double kTurnedRound = 0.6;   ///< "not great"
constexpr double kBeforeBut = 0.5;     ///< "great, but"
constexpr double kIrony = -0.3;        ///< "I love how it crashes"
constexpr double kBesideProblem = 0.5; ///< praise in one sentence with a problem
constexpr double kPlainProblem = 1.5;  ///< a report of what is wrong is not anger, however detailed
constexpr double kMoreProblems = 0.4;
constexpr double kPlainQuestion = 0.3; ///< somebody who wants to do something, and nothing is wrong
constexpr double kShout = 0.5;
constexpr double kExclamation = 0.25;
constexpr double kNormalisation = 12;
constexpr std::size_t kUsualWords = 60; ///< longer messages name more, and are not so much angrier

/// What one sentence says.
struct Mood {
    double good = 0;
    double bad = 0;      ///< anger, waiting, urgency
    double problems = 0; ///< of the things
};

class Reader {
public:
    explicit Reader(const SupportText& text) : m_text(text), m_language(text.language()) {}

    double score()
    {
        for (std::size_t i = 0; i < m_text.words.size();) {
            if (m_text.words[i].sentence != m_sentence) {
                endSentence();
                m_sentence = m_text.words[i].sentence;
            }
            const Cue cue = cueAt(std::span(m_text.hashes).subspan(i), m_language);
            read(i, cue);
            m_desk += static_cast<double>(cue.desk);
            i += std::max<std::size_t>(cue.words, 1);
        }
        endSentence();
        return total();
    }

    [[nodiscard]] double desk() const { return m_desk; }

private:
    static constexpr std::size_t kFar = 1'000'000;

    void read(std::size_t i, const Cue& cue)
    {
        const SupportWord& word = m_text.words[i];
        m_shouted += word.isShouted ? 1 : 0;
        const double weight = static_cast<double>(std::abs(cue.weight));
        const bool negated = m_negation + 3 >= i && m_negation < i;
        const bool closelyNegated = m_negation + 2 >= i && m_negation < i;
        switch (cue.kind) {
        case CueKind::None:
            readGeneral(word, negated);
            break;
        case CueKind::Problem:
            addProblem(closelyNegated && weight < 1.5 ? 0 : weight);
            break;
        case CueKind::Anger:
        case CueKind::Repeat:
        case CueKind::Urgent:
            addBad(weight);
            break;
        case CueKind::Sarcasm:
            addBad(weight);
            m_now.good = 0;
            m_sarcastic = true;
            break;
        case CueKind::Praise:
            addPraise(weight, negated);
            break;
        case CueKind::Success:
            if (!negated && !m_wished) {
                m_now.good += weight;
                m_hasGood = true;
            }
            break;
        case CueKind::Thanks:
            m_thanks = std::max(m_thanks, weight);
            break;
        case CueKind::Working:
            addProblem(closelyNegated ? kBroken : 0);
            break;
        case CueKind::Wish:
            m_wished = true;
            break;
        case CueKind::Plain:
        case CueKind::Negation:
            break;
        }
        if (cue.kind == CueKind::Negation || (word.isNegation && m_language == CueLanguage::English)) {
            m_negation = i + std::max<std::size_t>(cue.words, 1) - 1;
        }
        if (word.isBut) {
            m_now.good *= kBeforeBut;
            m_hasBut = true;
        }
    }

    /// A word without meaning to a desk counts a little as what the general lexicon has it for.
    void readGeneral(const SupportWord& word, bool negated)
    {
        if (word.valence == 0 || (m_language != CueLanguage::English && word.hash != kEmojiHash)) {
            return;
        }
        const double value = kGeneral * static_cast<double>(word.valence) * (negated ? -kTurnedRound : 1.0);
        if (value > 0) {
            m_now.good += value * (m_wished ? kWished : 1.0);
        } else {
            m_now.bad -= value;
        }
    }

    void addBad(double weight)
    {
        m_now.bad += weight;
        m_hasBad = m_hasBad || weight > 0;
    }

    void addProblem(double weight)
    {
        m_praisesProblem = m_praisesProblem || (weight >= 1 && m_now.good >= 1 && !m_hasBut);
        m_now.problems += weight;
        m_hasBad = m_hasBad || weight > 0;
    }

    void addPraise(double weight, bool negated)
    {
        if (negated || m_sarcastic) {
            addBad(m_sarcastic ? 0 : weight * kTurnedRound);
            return;
        }
        const bool asks = m_sentence < m_text.asks.size() && m_text.asks[m_sentence];
        m_now.good += weight * (m_wished || asks ? kWished : 1.0);
        m_hasGood = m_hasGood || !(m_wished || asks);
    }

    void endSentence()
    {
        const bool isMixed = m_now.good > 0 && m_now.bad + m_now.problems >= 1.0;
        m_all.good += m_now.good * (m_praisesProblem ? kIrony : isMixed ? kBesideProblem : 1.0);
        m_all.bad += m_now.bad;
        m_all.problems += m_now.problems;
        m_now = {};
        m_wished = m_sarcastic = m_hasBut = m_praisesProblem = false;
        m_negation = kFar;
    }

    [[nodiscard]] double total()
    {
        const bool asks = std::find(m_text.asks.begin(), m_text.asks.end(), true) != m_text.asks.end();
        if (m_hasGood || (!m_hasBad && !asks && m_text.words.size() <= 12)) {
            m_all.good += m_thanks;
        }
        const double problems = std::min(m_all.problems, kPlainProblem) +
                                kMoreProblems * std::max(m_all.problems - kPlainProblem, 0.0);
        double sum = m_all.good - m_all.bad - problems;
        if (!m_hasBad && asks && m_language == CueLanguage::English) {
            sum += kPlainQuestion;
        }
        const int emphasis = std::min(m_text.exclamations, 3);
        if (sum < -0.5) {
            sum -= kShout * std::min(m_shouted, 4) + kExclamation * emphasis;
        } else if (sum > 0.5) {
            sum += kExclamation * emphasis;
        }
        const double length = static_cast<double>(std::max(m_text.words.size(), kUsualWords));
        sum /= std::sqrt(length / static_cast<double>(kUsualWords));
        return sum / std::sqrt(sum * sum + kNormalisation);
    }

    const SupportText& m_text;
    CueLanguage m_language;
    Mood m_now;
    Mood m_all;
    double m_thanks = 0;
    double m_desk = 0;
    int m_shouted = 0;
    std::size_t m_sentence = 0;
    std::size_t m_negation = kFar;
    bool m_wished = false;
    bool m_sarcastic = false;
    bool m_hasBut = false;
    bool m_praisesProblem = false;
    bool m_hasGood = false;
    bool m_hasBad = false;
};

/// @source fitted by hand on public posts and reviews against tickets
double likenessOf(const SupportText& text, double desk)
{
    constexpr double kSlope = 1.6;
    constexpr double kMiddle = 1.4;
    constexpr double kMark = 1.2;
    constexpr double kQuestion = 0.5;
    constexpr double kShortText = 10;
    constexpr double kLengthPower = 0.2; // longer texts name more of everything
    // The words for desks know some anger that the general lexicon does not: a mixture beats either,
    // everywhere.
    constexpr double kAlways = 0.25;
    if (text.language() != CueLanguage::English) {
        return 1;
    }
    const double length = std::max(static_cast<double>(text.words.size()) / kShortText, 1.0);
    const bool asks = std::find(text.asks.begin(), text.asks.end(), true) != text.asks.end();
    const double evidence =
        (desk + (asks ? kQuestion : 0)) / std::pow(length, kLengthPower) - kMiddle - kMark * text.marks;
    return kAlways + (1 - kAlways) / (1.0 + std::exp(-kSlope * evidence));
}

} // namespace

SupportReading supportReading(std::string_view text)
{
    const SupportText words = supportText(text);
    Reader reader(words);
    const double score = reader.score();
    return {score, likenessOf(words, reader.desk())};
}

} // namespace parley::server::nlp
