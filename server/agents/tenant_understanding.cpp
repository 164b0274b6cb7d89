// SPDX-License-Identifier: MIT
#include "server/agents/tenant_understanding.h"

#include "server/agents/agent_rules.h"

#include <algorithm>
#include <functional>
#include <set>

namespace parley::server::agents {

namespace {

/// What the name of an intent counts beside a sentence that a person wrote.
constexpr double kNameWeight = 0.5;

std::vector<nlp::EscalationRule> rulesOf(const std::vector<BookedRule>& book)
{
    std::vector<nlp::EscalationRule> rules;
    for (const BookedRule& booked : book) {
        rules.push_back(booked.rule);
    }
    return rules;
}

nlp::EntityLists listsOf(const std::string& products, std::string ticketPrefix)
{
    nlp::EntityLists lists;
    lists.products = textsOf(products);
    lists.ticketPrefix = std::move(ticketPrefix);
    return lists;
}

std::vector<AgentProfile> profilesOf(const std::vector<store::AgentRow>& rows)
{
    std::vector<AgentProfile> profiles;
    for (const store::AgentRow& row : rows) {
        if (row.enabled) {
            profiles.push_back({row.id,
                                row.name,
                                row.kind,
                                row.description,
                                row.confidenceThreshold,
                                row.model,
                                row.systemPrompt,
                                textsOf(row.tools),
                                row.version,
                                row.priority});
        }
    }
    std::stable_sort(profiles.begin(), profiles.end(), [](const AgentProfile& a, const AgentProfile& b) {
        return a.priority > b.priority;
    });
    return profiles;
}

} // namespace

TenantUnderstanding::TenantUnderstanding(UnderstandingSource source,
                                         std::string ticketPrefix,
                                         std::shared_ptr<const nlp::IntentModel> model,
                                         std::shared_ptr<const nlp::ExampleFinder> examples,
                                         DenseIntents dense)
    : m_configVersion(source.configVersion),
      m_agents(profilesOf(source.agents)),
      m_book(std::move(source.rules)),
      m_model(std::move(model)),
      m_examples(std::move(examples)),
      m_dense(std::move(dense)),
      m_rules(rulesOf(m_book)),
      m_entities(listsOf(source.products, std::move(ticketPrefix))),
      m_answering(std::move(source.answering)),
      m_keywords(m_answering.escalateKeywords),
      m_confidence(source.confidence)
{}

const AgentProfile* TenantUnderstanding::agent(std::string_view name) const
{
    const auto found = std::find_if(m_agents.begin(), m_agents.end(), [&](const AgentProfile& one) {
        return one.name == name;
    });
    return found == m_agents.end() ? nullptr : &*found;
}

const AgentProfile* TenantUnderstanding::agentOfKind(std::string_view kind) const
{
    const auto found = std::find_if(m_agents.begin(), m_agents.end(), [&](const AgentProfile& one) {
        return one.kind == kind;
    });
    return found == m_agents.end() ? nullptr : &*found;
}

double TenantUnderstanding::thresholdOf(std::string_view name) const
{
    const AgentProfile* known = agent(name);
    return known != nullptr ? known->confidenceThreshold.value_or(m_answering.confidenceThreshold)
                            : m_answering.confidenceThreshold;
}

const BookedRule* TenantUnderstanding::ruleWithId(std::string_view id) const
{
    const auto found = std::find_if(m_book.begin(), m_book.end(), [&](const BookedRule& booked) {
        return booked.rule.id == id;
    });
    return found == m_book.end() ? nullptr : &*found;
}

std::vector<nlp::IntentExample> exampleSentences(const UnderstandingSource& source)
{
    std::vector<nlp::IntentExample> sentences;
    std::set<std::string> taught;
    for (const store::AgentRow& row : source.agents) {
        if (!row.enabled) {
            continue;
        }
        for (std::string& text : textsOf(row.examples)) {
            sentences.push_back({std::move(text), row.name, 1});
            taught.insert(row.name);
        }
        for (std::string& name : textsOf(row.intents)) {
            std::replace(name.begin(), name.end(), '_', ' ');
            sentences.push_back({std::move(name), row.name, kNameWeight});
        }
    }
    for (const nlp::IntentExample& correction : source.corrections) {
        const bool isThere =
            std::any_of(source.agents.begin(), source.agents.end(), [&](const store::AgentRow& row) {
                return row.enabled && row.name == correction.label;
            });
        // What belonged to an agent that is gone teaches nothing.
        if (isThere || nlp::isOutOfScopeLabel(correction.label)) {
            sentences.push_back(correction);
            taught.insert(correction.label);
        }
    }
    return taught.empty() ? std::vector<nlp::IntentExample>() : sentences;
}

std::size_t digestOf(const std::vector<nlp::IntentExample>& examples)
{
    std::size_t digest = examples.size();
    for (const nlp::IntentExample& example : examples) {
        const std::size_t one = std::hash<std::string>{}(example.text + '\0' + example.label) ^
                                std::hash<double>{}(example.weight);
        // Boost's hash_combine.
        digest ^= one + 0x9e3779b97f4a7c15ULL + (digest << 6) + (digest >> 2);
    }
    return digest;
}

} // namespace parley::server::agents
