// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/answering_settings.h"
#include "server/agents/confidence_model.h"
#include "server/agents/dense_intents.h"
#include "server/agents/rule_book.h"
#include "server/nlp/entities/entities.h"
#include "server/nlp/escalation/escalation_rules.h"
#include "server/nlp/escalation/keyword_finder.h"
#include "server/nlp/intent/intent_model.h"
#include "server/nlp/intent_llm/example_finder.h"
#include "server/store/agent_repository.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::agents {

/// What the router knows of an agent.
struct AgentProfile {
    AgentId id;
    std::string name;
    std::string kind;
    std::string description;
    std::optional<double> confidenceThreshold;
    /// A wish among the tenant's models; empty: its first.
    std::string model;
    std::string systemPrompt;
    std::vector<std::string> tools;
    std::int64_t version = 1;
    std::int64_t priority = 0;
};

/// Rows of which a tenant's understanding is made.
struct UnderstandingSource {
    std::int64_t configVersion = 0;
    std::vector<store::AgentRow> agents;
    std::vector<nlp::IntentExample> corrections; ///< labelled by the agent's name
    std::vector<BookedRule> rules;
    std::string products; ///< JSON array of names, or empty
    AnsweringSettings answering;
    ConfidenceModel confidence;
};

/// How one tenant's messages are understood, as its configuration stood at one version. Never changes.
class TenantUnderstanding {
public:
    /// @param model  of exampleSentences(source); null: there is nothing to choose between
    /// @param examples  the sentences it learnt from, likewise
    /// @param dense  of the same sentences; without a model where there is no embedder
    TenantUnderstanding(UnderstandingSource source,
                        std::string ticketPrefix,
                        std::shared_ptr<const nlp::IntentModel> model,
                        std::shared_ptr<const nlp::ExampleFinder> examples,
                        DenseIntents dense = {});

    [[nodiscard]] std::int64_t configVersion() const { return m_configVersion; }
    /// The agents that are on, highest priority first.
    [[nodiscard]] const std::vector<AgentProfile>& agents() const { return m_agents; }
    /// Null where there is none of this name.
    [[nodiscard]] const AgentProfile* agent(std::string_view name) const;
    /// The first of the kind, or null.
    [[nodiscard]] const AgentProfile* agentOfKind(std::string_view kind) const;
    [[nodiscard]] const nlp::IntentModel* model() const { return m_model.get(); }
    [[nodiscard]] const std::shared_ptr<const nlp::IntentModel>& sharedModel() const { return m_model; }
    /// For texts that have a vector.
    [[nodiscard]] const DenseIntents& dense() const { return m_dense; }
    [[nodiscard]] const nlp::EscalationRules& rules() const { return m_rules; }
    /// Null where there is no model.
    [[nodiscard]] const std::shared_ptr<const nlp::ExampleFinder>& examples() const { return m_examples; }
    /// Null where there is none.
    [[nodiscard]] const BookedRule* ruleWithId(std::string_view id) const;
    [[nodiscard]] const nlp::EntityFinder& entities() const { return m_entities; }
    [[nodiscard]] const AnsweringSettings& answering() const { return m_answering; }
    /// The tenant's words that send a message to a person at once.
    [[nodiscard]] const nlp::KeywordFinder& escalateKeywords() const { return m_keywords; }
    /// How sure an answer is: fitted to the tenant's outcomes once there are enough.
    [[nodiscard]] const ConfidenceModel& confidence() const { return m_confidence; }
    /// Least confidence to answer with: the agent's own, or the tenant's.
    [[nodiscard]] double thresholdOf(std::string_view agent) const;

private:
    std::int64_t m_configVersion;
    std::vector<AgentProfile> m_agents;
    std::vector<BookedRule> m_book;
    std::shared_ptr<const nlp::IntentModel> m_model;
    std::shared_ptr<const nlp::ExampleFinder> m_examples;
    DenseIntents m_dense;
    nlp::EscalationRules m_rules;
    nlp::EntityFinder m_entities;
    AnsweringSettings m_answering;
    nlp::KeywordFinder m_keywords;
    ConfidenceModel m_confidence;
};

/// The sentences the classifier learns from: examples and intents' names of every agent that is on, and what
/// people corrected.
std::vector<nlp::IntentExample> exampleSentences(const UnderstandingSource& source);

/// Tells equal sets of sentences apart from others, so that a change of a rule trains nothing anew.
std::size_t digestOf(const std::vector<nlp::IntentExample>& examples);

} // namespace parley::server::agents
