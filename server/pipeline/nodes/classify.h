// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/vectors/dense_search.h"
#include "server/llm/chat_models.h"
#include "server/nlp/intent_llm/llm_intent_classifier.h"
#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// The supervisor: which of the tenant's agents the message is for, whether it wants several things, and
/// between which agents it cannot tell. Writes turn.agent, intents, wishes, choices and category. Tenants
/// whose agents have no examples are routed by the classes that ship with Parley.
class ClassifyNode final : public Node {
public:
    /// @param models  the tenant's is asked too where it has one; null: the local classifier alone
    /// @param vectors  gives messages their vectors, for tenants whose classifier reads them; null: words
    /// alone
    explicit ClassifyNode(llm::ChatModels* models = nullptr,
                          nlp::LlmIntentOptions options = {},
                          knowledge::DenseSearch* vectors = nullptr)
        : m_models(models), m_vectors(vectors), m_classifier(options)
    {}

    [[nodiscard]] std::string_view name() const override { return "classify"; }
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;

private:
    boost::asio::awaitable<void> byExamples(Turn& turn, runtime::Budget budget) const;
    boost::asio::awaitable<nlp::IntentResult> classifyLocally(Turn& turn, runtime::Budget budget) const;
    boost::asio::awaitable<void> askModel(Turn& turn, nlp::IntentResult local, runtime::Budget budget) const;

    llm::ChatModels* m_models;
    knowledge::DenseSearch* m_vectors;
    nlp::LlmIntentClassifier m_classifier;
};

} // namespace parley::server::pipeline
