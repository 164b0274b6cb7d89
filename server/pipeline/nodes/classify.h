// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/intent_llm/llm_intent_classifier.h"
#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// The supervisor: which of the tenant's agents the message is for, whether it wants several things, and
/// between which agents it cannot tell. Writes turn.agent, intents, wishes, choices and category. Tenants
/// whose agents have no examples are routed by the classes that ship with Parley.
class ClassifyNode final : public Node {
public:
    /// @param model  asked too where one is configured; null: the local classifier alone
    explicit ClassifyNode(const nlp::LlmIntentClassifier* model = nullptr) : m_model(model) {}

    [[nodiscard]] std::string_view name() const override { return "classify"; }
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;

private:
    boost::asio::awaitable<void> byExamples(Turn& turn, runtime::Budget budget) const;

    const nlp::LlmIntentClassifier* m_model;
};

} // namespace parley::server::pipeline
