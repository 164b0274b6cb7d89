// SPDX-License-Identifier: MIT
#include "server/daemon/daemon_parts.h"
#include "server/pipeline/nodes/ask_for_human.h"
#include "server/pipeline/nodes/assess.h"
#include "server/pipeline/nodes/bridge.h"
#include "server/pipeline/nodes/cache.h"
#include "server/pipeline/nodes/check.h"
#include "server/pipeline/nodes/clarify.h"
#include "server/pipeline/nodes/classify.h"
#include "server/pipeline/nodes/compose.h"
#include "server/pipeline/nodes/confirm.h"
#include "server/pipeline/nodes/deliver.h"
#include "server/pipeline/nodes/draft.h"
#include "server/pipeline/nodes/equip.h"
#include "server/pipeline/nodes/gate.h"
#include "server/pipeline/nodes/guard.h"
#include "server/pipeline/nodes/look_up.h"
#include "server/pipeline/nodes/parts.h"
#include "server/pipeline/nodes/remember.h"
#include "server/pipeline/nodes/retrieve.h"
#include "server/pipeline/nodes/rules.h"
#include "server/pipeline/nodes/understand.h"

#include <map>

namespace parley::server::daemon {

namespace {

/// Beyond the longest turn, before another process takes a run over.
constexpr std::int64_t kLeaseMarginMs = 30'000;

pipeline::Runner::NodeObserver nodeMetrics(telemetry::Metrics& metrics, const pipeline::Graph& graph)
{
    // Keyed by the node's own name, which lives as long as the program.
    std::map<std::string_view, telemetry::Histogram> nodes;
    const auto add = [&](const pipeline::Node& node) {
        nodes.emplace(node.name(),
                      metrics.histogram("parley_pipeline_node_seconds",
                                        "Time of one node of a turn",
                                        telemetry::durationBuckets(),
                                        {{"node", std::string(node.name())}}));
    };
    for (const auto& node : graph.steps) {
        add(*node);
    }
    add(*graph.deliver);
    add(*graph.bridge);
    return [nodes](std::string_view node, std::chrono::microseconds took) {
        nodes.at(node).observe(std::chrono::duration<double>(took).count());
    };
}

std::function<std::string(const TenantId&)> ticketPrefixes(const identity::TenantDirectory& directory)
{
    return [&directory](const TenantId& id) {
        const auto tenant = directory.find(id);
        return tenant ? tenant->row.ticketPrefix : std::string("TF");
    };
}

std::function<std::string(const TenantId&)> tenantNames(const identity::TenantDirectory& directory)
{
    return [&directory](const TenantId& id) {
        const auto tenant = directory.find(id);
        return tenant ? tenant->row.name : std::string();
    };
}

} // namespace

std::int64_t Daemon::Parts::runLeaseMs() const
{
    return loaded.settings.pipeline.turnTimeoutMs + kLeaseMarginMs;
}

void Daemon::Parts::buildAgents()
{
    agentCatalog = std::make_unique<agents::AgentCatalog>(*base->database, base->clock, base->ids);
    agentHistory = std::make_unique<agents::AgentHistory>(*base->database);
    ruleBook = std::make_unique<agents::RuleBook>(*base->database, base->clock, base->ids);
    memory = std::make_unique<agents::Memory>(*desk);
    answerCache = std::make_unique<cache::SemanticCache>(*base->database,
                                                         base->clock,
                                                         base->ids,
                                                         cache::CacheMetrics::of(metrics));
    cacheBook = std::make_unique<cache::CacheBook>(*base->database, base->clock, base->ids);
    desk->lessons.push_back(answerCache.get());
    corrections = std::make_unique<agents::Corrections>(*desk);
    understandings = std::make_unique<agents::Understandings>(*base->database,
                                                              *base->cpu,
                                                              ticketPrefixes(*base->tenants),
                                                              executors().back(),
                                                              telemetry::Log("agents").taskFailures(),
                                                              &embedders);
    understandings->warmUp();
    confidenceLearning = std::make_unique<agents::ConfidenceLearning>(
        *base->database, *base->cpu, *queue, base->clock, base->ids);
    queue->setHandler(std::string(agents::kConfidenceFitJob), *confidenceLearning);
    desk->lessons.push_back(confidenceLearning.get());
    exampleLessons = std::make_unique<agents::ExampleLessons>(base->clock);
    desk->lessons.push_back(exampleLessons.get());
    knowledgeGaps = std::make_unique<agents::KnowledgeGaps>(*base->database, base->clock, base->ids);
    desk->lessons.push_back(knowledgeGaps.get());
    answeringPreview =
        std::make_unique<agents::AnsweringPreview>(*base->database, *understandings, base->clock);
    tenants->addHook(
        [catalog = agentCatalog.get()](const TenantId& tenant) { return catalog->ensureDefaults(tenant); });
}

void Daemon::Parts::buildPipeline()
{
    const Settings& settings = loaded.settings;
    llm::ChatModels* const models = chatModels.get();
    tools::Toolbox* const toolbox = tools.get();
    pipeline::Graph graph;
    graph.steps.push_back(std::make_unique<pipeline::GuardNode>());
    graph.steps.push_back(std::make_unique<pipeline::UnderstandNode>(*understandings, base->clock));
    graph.steps.push_back(std::make_unique<pipeline::ConfirmNode>(toolbox));
    graph.steps.push_back(std::make_unique<pipeline::AskForHumanNode>());
    graph.steps.push_back(std::make_unique<pipeline::RulesNode>());
    graph.steps.push_back(std::make_unique<pipeline::RememberNode>(*memory));
    // After it: a follow-up is answered from what came before, never by its few words alone.
    graph.steps.push_back(std::make_unique<pipeline::CacheNode>(*answerCache));
    nlp::LlmIntentOptions intents;
    intents.timeout = std::chrono::milliseconds(settings.llm.timeoutMs);
    graph.steps.push_back(std::make_unique<pipeline::ClassifyNode>(chatModels.get(), intents, dense.get()));
    std::vector<pipeline::Node*> ofPart;
    const auto addToParts = [&](std::unique_ptr<pipeline::Node> step) {
        ofPart.push_back(step.get());
        graph.steps.push_back(std::move(step));
    };
    const std::size_t beforeParts = graph.steps.size();
    addToParts(std::make_unique<pipeline::EquipNode>(models, toolbox));
    addToParts(std::make_unique<pipeline::LookUpNode>(toolbox));
    addToParts(std::make_unique<pipeline::RetrieveNode>(*library));
    addToParts(std::make_unique<pipeline::DraftNode>());
    graph.steps.push_back(std::make_unique<pipeline::ClarifyNode>(*desk));
    addToParts(std::make_unique<pipeline::GateNode>());
    addToParts(std::make_unique<pipeline::ComposeNode>(toolbox, tenantNames(*base->tenants), base->clock));
    addToParts(std::make_unique<pipeline::CheckNode>());
    addToParts(std::make_unique<pipeline::AssessNode>());
    auto parts = std::make_unique<pipeline::PartsNode>(std::move(ofPart));
    graph.steps.insert(graph.steps.begin() + static_cast<std::ptrdiff_t>(beforeParts), std::move(parts));
    graph.deliver = std::make_unique<pipeline::DeliverNode>(*desk, answerCache.get(), memory.get());
    graph.bridge = std::make_unique<pipeline::BridgeNode>(*desk);
    auto observer = nodeMetrics(metrics, graph);
    runner = std::make_unique<pipeline::Runner>(std::move(graph),
                                                base->clock,
                                                std::chrono::milliseconds(settings.pipeline.turnTimeoutMs),
                                                std::move(observer),
                                                std::chrono::milliseconds(settings.pipeline.nodeTimeoutMs));
    pipeline::TurnsOptions options;
    options.node = node;
    options.isAlone = base->isAlone();
    options.leaseMs = runLeaseMs();
    turns = std::make_unique<pipeline::Turns>(*desk,
                                              *runner,
                                              std::move(options),
                                              ticketPrefixes(*base->tenants),
                                              executors(),
                                              telemetry::Log("pipeline").taskFailures());
    quickAnswers = std::make_unique<pipeline::QuickAnswers>(
        *intake, *turns, *runner, *understandings, *memory, *answerCache, base->clock);
}

} // namespace parley::server::daemon
