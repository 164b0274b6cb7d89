// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/classify.h"

#include "server/nlp/classes/shipped_classes.h"

#include <algorithm>
#include <optional>

namespace parley::server::pipeline {

namespace {

/// Below this a message is taken to belong to none of the tenant's agents.
constexpr double kLeastInScope = 0.5;
/// Intents that the trace and the reply name.
constexpr std::size_t kNamedIntents = 3;
/// Wishes of one message that are answered apart.
constexpr std::size_t kMostWishes = 4;

/// Where a shipped class is answered by default.
std::string_view kindFor(std::string_view shippedClass)
{
    return shippedClass == "ACCOUNT" ? "account" : shippedClass == "COMPLAINT" ? "ticket" : "faq";
}

/// The words of each of several intents.
std::vector<Wish> wishesOf(const nlp::MultiIntent& several, const std::string& text)
{
    std::vector<Wish> wishes;
    for (std::size_t i = 0; i < std::min(several.intents.size(), kMostWishes); ++i) {
        const auto [begin, end] = several.parts.at(i);
        wishes.push_back({several.intents[i].label, text.substr(begin, end - begin)});
    }
    return wishes;
}

/// A model named the intents: the words of each are known where the local model cut the message alike.
void matchWishes(Turn& turn)
{
    const auto isNamed = [&](const Wish& wish) {
        return std::ranges::find(turn.intents, wish.agent, &nlp::IntentGuess::label) != turn.intents.end();
    };
    const bool isSame =
        turn.wishes.size() == turn.intents.size() && std::ranges::all_of(turn.wishes, isNamed);
    if (isSame) {
        return;
    }
    turn.wishes.clear();
    for (std::size_t i = 0; turn.intents.size() > 1 && i < std::min(turn.intents.size(), kMostWishes); ++i) {
        turn.wishes.push_back({turn.intents[i].label, turn.masked.text});
    }
}

/// What the classifier found, told and judged. @param model  reads words alone
void readResult(Turn& turn, const nlp::IntentModel& model, const nlp::IntentResult& result)
{
    turn.nodeInput = {{"labels", model.labels().size()}};
    turn.nodeOutput["in_scope"] = result.inScope;
    turn.nodeOutput["margin"] = result.margin;
    turn.judgement.inScope = result.inScope;
    turn.judgement.intentMargin = result.margin;
    if (!turn.chosen.empty()) {
        // The customer has said it himself.
        turn.judgement.inScope = turn.judgement.intentMargin = 1;
        turn.intents = {{turn.chosen, 1}};
        return;
    }
    if (result.inScope >= kLeastInScope) {
        nlp::MultiIntent several = nlp::classifyParts(model, turn.masked.text);
        if (several.intents.size() > 1) {
            turn.wishes = wishesOf(several, turn.masked.text);
            turn.intents = std::move(several.intents);
            return;
        }
        turn.intents = result.guesses;
        turn.intents.resize(std::min<std::size_t>(turn.intents.size(), 1));
    }
    for (const nlp::IntentGuess& choice : nlp::clarificationChoices(result)) {
        turn.choices.push_back(choice.label);
    }
}

void chooseAgent(Turn& turn)
{
    const agents::AgentProfile* fallback = turn.understanding->agentOfKind("fallback");
    if (!turn.intents.empty()) {
        turn.agent = turn.intents.front().label;
    } else if (fallback != nullptr) {
        turn.agent = fallback->name;
    }
    turn.intents.resize(std::min(turn.intents.size(), kNamedIntents));
}

/// A test of one agent: it answers, wherever the supervisor would have sent the message.
void tryAgent(Turn& turn)
{
    turn.sandbox->routedTo = turn.agent;
    turn.nodeOutput["routed_to"] = turn.agent;
    turn.agent = turn.sandbox->agent;
    turn.choices.clear();
    turn.wishes.clear();
}

void byShippedClasses(Turn& turn)
{
    const nlp::ShippedClass shipped = nlp::ShippedClasses::instance().routerClass(turn.masked.text);
    turn.intents = {{shipped.label, shipped.probability}};
    const agents::AgentProfile* agent = turn.understanding->agentOfKind(kindFor(shipped.label));
    if (agent == nullptr) {
        agent = turn.understanding->agentOfKind("faq");
    }
    if (agent != nullptr) {
        turn.agent = agent->name;
    }
}

} // namespace

boost::asio::awaitable<void>
ClassifyNode::askModel(Turn& turn, nlp::IntentResult local, runtime::Budget budget) const
{
    // What is left over is for going on with the local answer.
    const runtime::Budget own = budget.atMost(budget.remaining() * 3 / 4);
    auto model = co_await m_models->of(turn.tenant, turn.understanding->configVersion(), std::string(), own);
    if (!model || *model == nullptr) {
        turn.nodeOutput["source"] = "local";
        turn.nodeOutput["why_local"] = model ? "no model" : "no model: " + model.error().message;
        co_return;
    }
    nlp::LlmIntents asked = co_await m_classifier.classify(
        **model, turn.masked.text, turn.understanding->examples(), std::move(local), turn.intents, own);
    const bool isModels = asked.source == nlp::LlmIntents::Source::Model;
    turn.nodeOutput["source"] = isModels ? "model" : "local";
    turn.nodeOutput["why_local"] = asked.reason;
    turn.nodeOutput["tokens"] = asked.usage.input + asked.usage.output;
    if (isModels) {
        turn.intents = std::move(asked.intents);
        turn.choices.clear();
        matchWishes(turn);
    }
}

/// By the message's vector too, where there is one; else by its words alone.
/// @return the whole result, for a model to judge by
boost::asio::awaitable<nlp::IntentResult> ClassifyNode::classifyLocally(Turn& turn,
                                                                        runtime::Budget budget) const
{
    const nlp::IntentModel& words = *turn.understanding->model();
    const agents::DenseIntents& dense = turn.understanding->dense();
    std::optional<nlp::Embedding> vector;
    if (m_vectors != nullptr && dense.model) {
        vector = co_await m_vectors->queryVector(dense.embedder, turn.masked.text, budget);
        turn.nodeOutput["by_vector"] = vector.has_value();
    }
    nlp::IntentResult result =
        vector ? dense.model->classify(turn.masked.text, *vector) : words.classify(turn.masked.text);
    readResult(turn, words, result);
    co_return result;
}

boost::asio::awaitable<void> ClassifyNode::byExamples(Turn& turn, runtime::Budget budget) const
{
    nlp::IntentResult local = co_await classifyLocally(turn, budget);
    // Who answered a clarifying question by name needs no model to be understood.
    if (m_models != nullptr && turn.chosen.empty()) {
        co_await askModel(turn, std::move(local), budget);
    }
    chooseAgent(turn);
}

boost::asio::awaitable<Result<Step>> ClassifyNode::run(Turn& turn, runtime::Budget budget)
{
    if (turn.understanding->model() != nullptr) {
        co_await byExamples(turn, budget);
    } else {
        byShippedClasses(turn);
    }
    if (turn.sandbox && !turn.sandbox->agent.empty()) {
        tryAgent(turn);
    }
    auto intents = nlohmann::json::array();
    for (const nlp::IntentGuess& guess : turn.intents) {
        intents.push_back({{"name", guess.label}, {"probability", guess.probability}});
    }
    turn.nodeOutput["intents"] = std::move(intents);
    turn.nodeOutput["agent"] = turn.agent;
    turn.nodeOutput["category"] = turn.category;
    turn.nodeOutput["choices"] = turn.choices;
    co_return Step::Continue;
}

} // namespace parley::server::pipeline
