// SPDX-License-Identifier: MIT
#include "server/nlp/intent_llm/llm_intent_classifier.h"

#include "server/nlp/intent_llm/intent_prompt.h"

#include <algorithm>
#include <utility>

namespace parley::server::nlp {

namespace {

/// Labels are short; room for a model that thinks a few words aloud.
constexpr int kMaxAnswerTokens = 200;
/// The share of what the local classifier leaves open that a plausible word of the model fills. It is not
/// asked how sure it is, because models always are.
constexpr double kModelWeight = 0.8;

double probabilityOf(const IntentResult& local, const std::string& label)
{
    const auto found = std::find_if(local.guesses.begin(),
                                    local.guesses.end(),
                                    [&](const IntentGuess& guess) { return guess.label == label; });
    return found == local.guesses.end() ? 0 : found->probability;
}

LlmIntents localOnly(const IntentResult& local, std::vector<IntentGuess> parts)
{
    LlmIntents result;
    result.intents = std::move(parts);
    if (result.intents.empty() && !local.guesses.empty()) {
        result.intents.push_back(local.guesses.front());
    }
    return result;
}

LlmIntents because(LlmIntents local, std::string reason)
{
    local.reason = std::move(reason);
    return local;
}

} // namespace

boost::asio::awaitable<LlmIntents>
LlmIntentClassifier::classify(llm::ChatModel& model,
                              std::string text,
                              std::shared_ptr<const ExampleFinder> examples,
                              IntentResult local,
                              std::vector<IntentGuess> parts,
                              runtime::Budget budget) const
{
    LlmIntents fallback = localOnly(local, std::move(parts));
    const auto matches = examples->find(text, m_options.examplesPerLabel);
    const auto labels = offeredLabels(matches, local.guesses, m_options.maxLabels);
    if (labels.empty() || budget.isSpent()) {
        co_return because(std::move(fallback), labels.empty() ? "no labels" : "no time left");
    }
    llm::ChatOptions options;
    options.temperature = 0;
    options.maxTokens = kMaxAnswerTokens;
    options.schema = intentSchema(labels);
    auto reply = co_await model.chat(intentPrompt(text, labels, matches),
                                     std::move(options),
                                     budget.atMost(m_options.timeout));
    if (!reply) {
        co_return because(std::move(fallback), "the model failed: " + reply.error().message);
    }
    fallback.usage = reply->usage;
    auto named = readIntents(reply->text, labels);
    if (!named) {
        co_return because(std::move(fallback), "the model's answer was refused: " + named.error().detail);
    }
    co_return judged(*named, matches, local, std::move(fallback));
}

LlmIntents LlmIntentClassifier::judged(const std::vector<std::string>& labels,
                                       const ExampleFinder::Matches& matches,
                                       const IntentResult& local,
                                       LlmIntents fallback) const
{
    LlmIntents result;
    result.source = LlmIntents::Source::Model;
    result.usage = fallback.usage;
    if (labels.empty()) {
        const bool isCertain = !local.guesses.empty() && local.inScope >= m_options.localCertainty &&
                               local.guesses.front().probability >= m_options.localCertainty;
        if (isCertain) {
            return because(std::move(fallback), "the model found no label, the local classifier is certain");
        }
        result.isOutOfScope = true;
        return result;
    }
    for (const std::string& label : labels) {
        const double probability = probabilityOf(local, label);
        if (probability >= m_options.minProbability ||
            matches.similarityOf(label) >= m_options.minSimilarity) {
            result.intents.push_back(IntentGuess{label, probability + (1 - probability) * kModelWeight});
        }
    }
    if (result.intents.empty()) {
        return because(std::move(fallback), "the model's label is not plausible");
    }
    return result;
}

} // namespace parley::server::nlp
