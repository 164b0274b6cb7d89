// SPDX-License-Identifier: MIT
#include "server/nlp/classes/shipped_classes.h"

#include "server/nlp/classes/class_cues.h"
#include "server/nlp/classes/class_examples.h"
#include "server/nlp/sentiment/sentiment.h"
#include "server/nlp/text_guard.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace parley::server::nlp {
namespace {

constexpr std::string_view kUnknown = "UNKNOWN";
constexpr std::string_view kGeneral = "general";

std::string cued(std::string_view subject, std::string_view text)
{
    std::string all(subject);
    all += all.empty() ? "" : ". ";
    all += text;
    return withCues(subject, text, sentiment(all));
}

std::shared_ptr<const IntentModel> learn(std::span<const std::string_view> lines)
{
    std::vector<IntentExample> examples;
    for (const std::string_view line : lines) {
        const std::size_t tab = line.find('\t');
        if (tab != std::string_view::npos) {
            examples.push_back({cued({}, line.substr(tab + 1)), std::string(line.substr(0, tab)), 1.0});
        }
    }
    auto model = IntentModel::train(examples);
    if (!model) {
        throw std::logic_error("the shipped classes cannot be learnt: " + model.error().message);
    }
    return *std::move(model);
}

ShippedClass best(const std::vector<ShippedClass>& classes)
{
    return *std::max_element(classes.begin(),
                             classes.end(),
                             [](const ShippedClass& a, const ShippedClass& b) {
                                 return a.probability < b.probability;
                             });
}

} // namespace

ShippedClasses::ShippedClasses()
    : m_router(learn(routerExampleLines())), m_category(learn(categoryExampleLines()))
{}

const ShippedClasses& ShippedClasses::instance()
{
    static const ShippedClasses kInstance;
    return kInstance;
}

ShippedClass ShippedClasses::routerClass(std::string_view text) const
{
    const GuardedText guarded = guardText(text);
    if (guarded.empty || guarded.smallTalk != SmallTalk::None) {
        return {std::string(kUnknown), 1.0};
    }
    const IntentResult result = m_router->classify(cued({}, text));
    if (result.guesses.empty()) {
        return {std::string(kUnknown), 1.0};
    }
    // The classes share what is left once the message may belong nowhere.
    constexpr double kInScopeFrom = 0.5;
    if (result.inScope < kInScopeFrom) {
        return {std::string(kUnknown), 1.0 - result.inScope};
    }
    return {result.guesses.front().label, result.guesses.front().probability * result.inScope};
}

std::vector<IntentGuess> ShippedClasses::categories(std::string_view subject, std::string_view text) const
{
    const GuardedText guarded = guardText(text);
    if (guarded.empty && guardText(subject).empty) {
        return {{std::string(kGeneral), 1.0}};
    }
    std::vector<IntentGuess> guesses = m_category->classify(cued(subject, text)).guesses;
    if (guesses.empty()) {
        guesses.push_back({std::string(kGeneral), 1.0});
    }
    return guesses;
}

ShippedClass ShippedClasses::category(std::string_view subject, std::string_view text) const
{
    // A fault is a technical matter; praise and wishes are what is general.
    std::map<std::string, double> shares;
    for (const IntentGuess& guess : categories(subject, text)) {
        const std::string label = guess.label == "bug_report" ? "technical"
                                  : guess.label == "feedback" ? std::string(kGeneral)
                                                              : guess.label;
        shares[label] += guess.probability;
    }
    std::vector<ShippedClass> classes;
    for (const auto& [label, probability] : shares) {
        classes.push_back({label, probability});
    }
    return best(classes);
}

ShippedClass ShippedClasses::formCategory(std::string_view subject, std::string_view text) const
{
    const IntentGuess guess = categories(subject, text).front();
    return {guess.label, guess.probability};
}

} // namespace parley::server::nlp
