// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/chat_model.h"
#include "server/nlp/intent_llm/example_finder.h"
#include "server/runtime/deadline.h"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace parley::server::nlp {

struct LlmIntentOptions {
    /// Labels and examples of one prompt; with 40 labels and 3 of each some 3,000 tokens.
    std::size_t maxLabels = 40;
    std::size_t examplesPerLabel = 3;
    /// A label is plausible when the local classifier gives it at least this ...
    double minProbability = 0.02;
    /// ... or when the message is at least so like one of its examples (cosine over stems).
    double minSimilarity = 0.12;
    /// "None" is not believed where the local classifier is at least so sure of its own label and of the
    /// scope.
    double localCertainty = 0.9;
    std::chrono::milliseconds timeout{10'000};
};

/// What a message wants, as far as both classifiers know.
struct LlmIntents {
    enum class Source { Model, Local };

    /// Whose word it is: Local where the model failed, was too slow, or named what is not plausible.
    Source source = Source::Local;
    std::vector<IntentGuess> intents; ///< in the order of the message
    bool isOutOfScope = false;        ///< the model found that nothing fits; never with intents
    std::string reason;               ///< why the local result stands: for the trace, no text of customers
    llm::TokenUsage usage;
};

/// Asks a language model which of a tenant's labels a message belongs to, with the tenant's most similar
/// examples to learn them from, and takes its word only where the local classifier finds it possible. The
/// model's own confidence is not asked for.
/// @thread any
class LlmIntentClassifier {
public:
    explicit LlmIntentClassifier(LlmIntentOptions options) : m_options(options) {}

    /// Never fails: the local result is what is left when the model does not help.
    /// @param model     the tenant's; outlives the call
    /// @param text      PII-masked: it goes to somebody else's server as it stands
    /// @param examples  the tenant's; not null
    /// @param local     what the local classifier says of the same text
    /// @param parts     its intents where it found several (classifyParts); may be empty
    boost::asio::awaitable<LlmIntents> classify(llm::ChatModel& model,
                                                std::string text,
                                                std::shared_ptr<const ExampleFinder> examples,
                                                IntentResult local,
                                                std::vector<IntentGuess> parts,
                                                runtime::Budget budget) const;

private:
    [[nodiscard]] LlmIntents judged(const std::vector<std::string>& labels,
                                    const ExampleFinder::Matches& matches,
                                    const IntentResult& local,
                                    LlmIntents fallback) const;

    LlmIntentOptions m_options;
};

} // namespace parley::server::nlp
