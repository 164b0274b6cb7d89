// SPDX-License-Identifier: MIT
#include "server/daemon/daemon_parts.h"

#include "server/daemon/edge_options.h"
#include "server/knowledge/confidence.h"
#include "server/pipeline/nodes/ask_for_human.h"
#include "server/pipeline/nodes/bridge.h"
#include "server/pipeline/nodes/check.h"
#include "server/pipeline/nodes/deliver.h"
#include "server/pipeline/nodes/draft.h"
#include "server/pipeline/nodes/gate.h"
#include "server/pipeline/nodes/guard.h"
#include "server/pipeline/nodes/retrieve.h"

#include <map>

namespace parley::server::daemon {

namespace {

/// Beyond the longest turn, before another process takes a run over.
constexpr std::int64_t kLeaseMarginMs = 30'000;

pipeline::Graph makeGraph(desk::Services& desk, knowledge::Library& library, runtime::WorkerPool& cpu)
{
    pipeline::Graph graph;
    graph.steps.push_back(std::make_unique<pipeline::GuardNode>());
    graph.steps.push_back(std::make_unique<pipeline::AskForHumanNode>());
    graph.steps.push_back(std::make_unique<pipeline::RetrieveNode>(library, cpu));
    graph.steps.push_back(std::make_unique<pipeline::DraftNode>());
    graph.steps.push_back(std::make_unique<pipeline::GateNode>(knowledge::kDefaultConfidenceThreshold));
    graph.steps.push_back(std::make_unique<pipeline::CheckNode>());
    graph.deliver = std::make_unique<pipeline::DeliverNode>(desk);
    graph.bridge = std::make_unique<pipeline::BridgeNode>(desk);
    return graph;
}

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

} // namespace

std::vector<boost::asio::any_io_executor> Daemon::Parts::executors() const
{
    std::vector<boost::asio::any_io_executor> all;
    for (std::size_t i = 0; i < server->threads(); ++i) {
        all.push_back(server->executor(i));
    }
    return all;
}

void Daemon::Parts::buildIdentity()
{
    const Settings& settings = loaded.settings;
    store::Database& database = *base->database;
    tokens = std::make_unique<identity::TokenAuthenticator>(*base->keys,
                                                            *base->revocations,
                                                            *base->tenants,
                                                            base->clock);
    identity::TokenLives lives;
    lives.operatorAccess = std::chrono::minutes(settings.security.accessTokenMinutes);
    lives.refresh = std::chrono::hours(24 * settings.security.refreshTokenDays);
    lives.passwordCost = static_cast<int>(settings.security.bcryptCost);
    lives.failures.perAccountAndAddress = static_cast<int>(settings.limits.signInFailures);
    lives.failures.perAddress = static_cast<int>(settings.limits.signInFailuresPerAddress);
    lives.failures.perAccount = static_cast<int>(settings.limits.signInFailuresPerAccount);
    lives.failures.window = std::chrono::minutes(settings.limits.signInWindowMinutes);
    signIn = std::make_unique<identity::SignIn>(
        database, *base->cpu, *base->keys, *base->tenants, *base->revocations, base->clock, base->ids, lives);
    identity::PasswordRules rules;
    rules.cost = lives.passwordCost;
    if (loaded.isProduction) {
        rules.minLength = security::kProductionPasswordLength;
    }
    users = std::make_unique<identity::Users>(
        database, *base->cpu, *base->revocations, base->clock, base->ids, rules);
    tenants = std::make_unique<identity::Tenants>(
        database, *base->cpu, *base->fernet, *base->tenants, base->clock, base->ids);
    apiClients = std::make_unique<identity::ApiClients>(database, *base->revocations, base->clock, base->ids);
    idempotency = std::make_unique<identity::Idempotency>(database, base->clock);
}

void Daemon::Parts::buildServer()
{
    tokenPort = std::make_unique<TokenPort>(*tokens);
    tenantPort = std::make_unique<TenantPort>(*base->tenants);
    ratePort = std::make_unique<RatePort>(base->clock);
    originPort = std::make_unique<OriginPort>(*base->tenants);
    idempotencyPort = std::make_unique<IdempotencyPort>(*idempotency);
    requestMetrics = std::make_unique<RequestMetrics>(metrics);
    accessLog = std::make_unique<edge::AccessLog>(telemetry::Log("edge"), requestMetrics.get());
    const edge::EdgePorts ports{
        *tokenPort, *tenantPort, *ratePort, *originPort, *idempotencyPort, accessLog.get()};
    server = std::make_unique<edge::Server>(edgeOptions(loaded.settings), router, ports);
    hub = std::make_unique<live::Hub>(executors());
}

void Daemon::Parts::buildDesk()
{
    journal = std::make_unique<desk::Journal>(*hub);
    desk = std::make_unique<desk::Services>(
        desk::Services{*base->database, *journal, base->clock, base->ids, {}, {}, {}, {}, {}, {}});
    sessions = std::make_unique<desk::Sessions>(*desk);
    const std::int64_t leaseMs = loaded.settings.pipeline.turnTimeoutMs + kLeaseMarginMs;
    intake = std::make_unique<desk::Intake>(*desk, node, leaseMs);
    handoff = std::make_unique<desk::Handoff>(*desk);
    resolution = std::make_unique<desk::Resolution>(*desk);
    widgetSettings = std::make_unique<desk::WidgetSettings>(*base->database, base->clock);
}

void Daemon::Parts::buildKnowledgeAndPipeline()
{
    const Settings& settings = loaded.settings;
    const auto all = executors();
    jobs::QueueOptions queueOptions;
    queueOptions.workers = static_cast<int>(settings.jobs.workers);
    queueOptions.leaseMs = settings.jobs.leaseS * 1000;
    queue = std::make_unique<jobs::Queue>(
        *base->database, base->clock, node, all.back(), queueOptions, telemetry::Log("jobs").taskFailures());
    library = std::make_unique<knowledge::Library>(*base->database, *base->cpu);
    documents = std::make_unique<knowledge::Documents>(
        *base->database, *blobs, *base->cpu, *queue, *library, base->clock, base->ids);
    ingestion =
        std::make_unique<knowledge::Ingestion>(*base->database, *blobs, *base->cpu, base->clock, base->ids);
    queue->setHandler(std::string(knowledge::kIngestJob), *ingestion);

    pipeline::Graph graph = makeGraph(*desk, *library, *base->cpu);
    auto observer = nodeMetrics(metrics, graph);
    runner = std::make_unique<pipeline::Runner>(std::move(graph),
                                                base->clock,
                                                std::chrono::milliseconds(settings.pipeline.turnTimeoutMs),
                                                std::move(observer),
                                                std::chrono::milliseconds(settings.pipeline.nodeTimeoutMs));
    pipeline::TurnsOptions options;
    options.node = node;
    options.isAlone = base->isAlone();
    options.leaseMs = settings.pipeline.turnTimeoutMs + kLeaseMarginMs;
    auto prefixOf = [&directory = *base->tenants](const TenantId& id) {
        const auto tenant = directory.find(id);
        return tenant ? tenant->row.ticketPrefix : std::string("TF");
    };
    turns = std::make_unique<pipeline::Turns>(
        *desk, *runner, std::move(options), prefixOf, all, telemetry::Log("pipeline").taskFailures());
}

} // namespace parley::server::daemon
