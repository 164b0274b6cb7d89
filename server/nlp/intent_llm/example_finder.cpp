// SPDX-License-Identifier: MIT
#include "server/nlp/intent_llm/example_finder.h"

#include "server/nlp/terms.h"
#include "server/nlp/tokens.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>

namespace parley::server::nlp {

namespace {

/// Stop words count a little: "how do I" and "why was I" tell kinds of questions apart.
constexpr double kStopWordWeight = 0.25;

/// Enough text to tell its language by.
constexpr std::size_t kLanguageBytes = 20'000;

std::map<std::string, double, std::less<>> termsOf(std::string_view text, Language language)
{
    std::map<std::string, double, std::less<>> terms;
    for (const Term& term : allTerms(text, language)) {
        terms[term.stem] = std::max(terms[term.stem], term.stop || term.filler ? kStopWordWeight : 1.0);
    }
    return terms;
}

} // namespace

ExampleFinder::ExampleFinder(std::span<const IntentExample> examples)
{
    for (const IntentExample& example : examples) {
        if (!isOutOfScopeLabel(example.label) && !example.label.empty()) {
            m_entries.push_back(Entry{example.text, example.label, {}});
        }
    }
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.label, a.text) < std::tie(b.label, b.text);
    });
    // One language for all, messages too: words meet only where they are stemmed alike, and one sentence is
    // too short to tell its language by.
    std::string sample;
    for (std::size_t i = 0; i < m_entries.size() && sample.size() < kLanguageBytes; ++i) {
        sample += m_entries[i].text + "\n";
    }
    m_language = guessLanguage(tokenize(sample)).language;
    std::map<std::string, int, std::less<>> counts;
    for (const Entry& entry : m_entries) {
        for (const auto& [stem, weight] : termsOf(entry.text, m_language)) {
            ++counts[stem];
        }
    }
    // Smoothed inverse document frequency. @source Salton and Buckley, 1988
    const double all = static_cast<double>(m_entries.size()) + 1;
    for (const auto& [stem, count] : counts) {
        m_rarity[stem] = std::log(all / (count + 0.5)) + 1;
    }
    m_rarityOfUnknown = std::log(all / 0.5) + 1;
    for (Entry& entry : m_entries) {
        entry.terms = weighted(entry.text);
    }
}

ExampleFinder::Terms ExampleFinder::weighted(std::string_view text) const
{
    Terms terms = termsOf(text, m_language);
    double sum = 0;
    for (auto& [stem, weight] : terms) {
        const auto rarity = m_rarity.find(stem);
        weight *= rarity == m_rarity.end() ? m_rarityOfUnknown : rarity->second;
        sum += weight * weight;
    }
    for (auto& [stem, weight] : terms) {
        weight /= std::sqrt(sum);
    }
    return terms;
}

ExampleFinder::Matches ExampleFinder::find(std::string_view text, std::size_t perLabel) const
{
    const Terms wanted = weighted(text);
    Matches matches;
    for (const Entry& entry : m_entries) {
        double similarity = 0;
        for (const auto& [stem, weight] : wanted) {
            const auto shared = entry.terms.find(stem);
            similarity += shared == entry.terms.end() ? 0 : weight * shared->second;
        }
        if (matches.byLabel.empty() || matches.byLabel.back().front().label != entry.label) {
            matches.byLabel.emplace_back();
        }
        matches.byLabel.back().push_back(Match{entry.text, entry.label, similarity});
    }
    const auto isBetter = [](const Match& a, const Match& b) { return a.similarity > b.similarity; };
    for (auto& label : matches.byLabel) {
        std::stable_sort(label.begin(), label.end(), isBetter);
        label.resize(std::min(label.size(), std::max<std::size_t>(perLabel, 1)));
    }
    std::stable_sort(matches.byLabel.begin(), matches.byLabel.end(), [&](const auto& a, const auto& b) {
        return isBetter(a.front(), b.front());
    });
    return matches;
}

double ExampleFinder::Matches::similarityOf(std::string_view label) const
{
    const auto found = std::find_if(byLabel.begin(), byLabel.end(), [label](const auto& best) {
        return best.front().label == label;
    });
    return found == byLabel.end() ? 0 : found->front().similarity;
}

std::vector<std::string> ExampleFinder::labels() const
{
    std::set<std::string> labels;
    for (const Entry& entry : m_entries) {
        labels.insert(entry.label);
    }
    return {labels.begin(), labels.end()};
}

} // namespace parley::server::nlp
