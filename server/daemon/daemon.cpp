// SPDX-License-Identifier: MIT
#include "server/daemon/daemon.h"

#include "server/api/account_handlers.h"
#include "server/api/case_handlers.h"
#include "server/api/chat_handlers.h"
#include "server/api/docs_page.h"
#include "server/api/knowledge_handlers.h"
#include "server/api/system_handlers.h"
#include "server/api/widget_handlers.h"
#include "server/daemon/background.h"
#include "server/daemon/demo_seed.h"
#include "server/daemon/edge_adapters.h"
#include "server/daemon/edge_options.h"
#include "server/daemon/foundation.h"
#include "server/daemon/observability.h"
#include "server/daemon/process_metrics.h"
#include "server/daemon/production_checks.h"
#include "server/daemon/run_blocking.h"
#include "server/daemon/site.h"
#include "server/edge/server.h"
#include "server/knowledge/confidence.h"
#include "server/knowledge/ingestion.h"
#include "server/pipeline/nodes/ask_for_human.h"
#include "server/pipeline/nodes/bridge.h"
#include "server/pipeline/nodes/check.h"
#include "server/pipeline/nodes/deliver.h"
#include "server/pipeline/nodes/draft.h"
#include "server/pipeline/nodes/gate.h"
#include "server/pipeline/nodes/guard.h"
#include "server/pipeline/nodes/retrieve.h"
#include "server/runtime/platform/file_limit.h"
#include "server/runtime/signals.h"
#include "server/store/blobs.h"
#include "server/telemetry/log.h"
#include "server/telemetry/log_channels.h"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <future>

namespace parley::server::daemon {

namespace {

namespace fs = std::filesystem;

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

std::vector<TenantId> idsOf(const identity::TenantDirectory& directory)
{
    std::vector<TenantId> ids;
    for (const auto& tenant : directory.all()) {
        ids.push_back(tenant->row.id);
    }
    return ids;
}

} // namespace

/// Every part, in the order of what it depends on.
struct Daemon::Parts {
    explicit Parts(LoadedSettings l) : loaded(std::move(l)) {}

    LoadedSettings loaded;
    telemetry::Log log{"daemon"};
    std::string node;
    telemetry::Metrics metrics;
    std::unique_ptr<Foundation> base;
    std::optional<store::Blobs> blobs;

    std::unique_ptr<identity::TokenAuthenticator> tokens;
    std::unique_ptr<identity::SignIn> signIn;
    std::unique_ptr<identity::Users> users;
    std::unique_ptr<identity::Tenants> tenants;
    std::unique_ptr<identity::ApiClients> apiClients;
    std::unique_ptr<identity::Idempotency> idempotency;

    std::unique_ptr<TokenPort> tokenPort;
    std::unique_ptr<TenantPort> tenantPort;
    std::unique_ptr<RatePort> ratePort;
    std::unique_ptr<OriginPort> originPort;
    std::unique_ptr<IdempotencyPort> idempotencyPort;
    std::unique_ptr<RequestMetrics> requestMetrics;

    edge::Router router;
    std::unique_ptr<edge::Server> server; // its threads run from here on
    std::unique_ptr<live::Hub> hub;
    std::unique_ptr<desk::Journal> journal;
    std::unique_ptr<desk::Services> desk;
    std::unique_ptr<desk::Sessions> sessions;
    std::unique_ptr<desk::Intake> intake;
    std::unique_ptr<desk::Handoff> handoff;
    std::unique_ptr<desk::Resolution> resolution;
    std::unique_ptr<desk::WidgetSettings> widgetSettings;
    std::unique_ptr<jobs::Queue> queue;
    std::unique_ptr<knowledge::Library> library;
    std::unique_ptr<knowledge::Documents> documents;
    std::unique_ptr<knowledge::Ingestion> ingestion;
    std::unique_ptr<pipeline::Runner> runner;
    std::unique_ptr<pipeline::Turns> turns;

    std::unique_ptr<api::WidgetHandlers> widgetHandlers;
    std::unique_ptr<api::ChatHandlers> chatHandlers;
    std::unique_ptr<api::CaseHandlers> caseHandlers;
    std::unique_ptr<api::KnowledgeHandlers> knowledgeHandlers;
    std::unique_ptr<api::SignInHandlers> signInHandlers;
    std::unique_ptr<api::AccountHandlers> accountHandlers;

    std::unique_ptr<Background> background;
    std::unique_ptr<runtime::Signals> signals;
    std::promise<void> stopAsked;
    std::atomic<bool> isStopAsked{false};
    bool isStopped = false;

    void buildIdentity();
    void buildServer();
    void buildDesk();
    void buildKnowledgeAndPipeline();
    Result<void> buildRoutes();
    void addMetrics();
    Result<void> checkProduction();
    Result<void> seedDemo();
    Result<void> takeUpWork();
    void listenToSignals();
    [[nodiscard]] nlohmann::json details() const;
    [[nodiscard]] std::vector<boost::asio::any_io_executor> executors() const;
};

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
    tokens = std::make_unique<identity::TokenAuthenticator>(
        *base->keys, *base->revocations, *base->tenants, base->clock);
    identity::TokenLives lives;
    lives.operatorAccess = std::chrono::minutes(settings.security.accessTokenMinutes);
    lives.refresh = std::chrono::hours(24 * settings.security.refreshTokenDays);
    lives.passwordCost = static_cast<int>(settings.security.bcryptCost);
    signIn = std::make_unique<identity::SignIn>(database,
                                                *base->cpu,
                                                *base->keys,
                                                *base->tenants,
                                                *base->revocations,
                                                base->clock,
                                                base->ids,
                                                lives);
    identity::PasswordRules rules;
    rules.cost = lives.passwordCost;
    if (loaded.isProduction) {
        rules.minLength = security::kProductionPasswordLength;
    }
    users = std::make_unique<identity::Users>(
        database, *base->cpu, *base->revocations, base->clock, base->ids, rules);
    tenants = std::make_unique<identity::Tenants>(
        database, *base->cpu, *base->fernet, *base->tenants, base->clock, base->ids);
    apiClients =
        std::make_unique<identity::ApiClients>(database, *base->revocations, base->clock, base->ids);
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
    const edge::EdgePorts ports{
        *tokenPort, *tenantPort, *ratePort, *originPort, *idempotencyPort, requestMetrics.get()};
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
                                                std::move(observer));
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

Result<void> Daemon::Parts::buildRoutes()
{
    const Settings& settings = loaded.settings;
    widgetHandlers =
        std::make_unique<api::WidgetHandlers>(*sessions, *base->tenants, *tenants, *signIn, *widgetSettings);
    chatHandlers = std::make_unique<api::ChatHandlers>(api::ChatServices{
        *sessions, *intake, *handoff, *turns, *hub, *base->database, *base->tenants, *tokens});
    caseHandlers = std::make_unique<api::CaseHandlers>(*desk, *sessions, *resolution);
    knowledgeHandlers = std::make_unique<api::KnowledgeHandlers>(
        *documents, static_cast<std::size_t>(settings.limits.documentBytes));
    const api::AccountServices accounts{
        *signIn, *users, *tenants, *apiClients, *base->keys, *base->database, base->clock};
    signInHandlers = std::make_unique<api::SignInHandlers>(accounts);
    accountHandlers = std::make_unique<api::AccountHandlers>(accounts);

    api::SystemProbes probes;
    probes.isReady = [this] { return background->isHealthy() && !server->isDraining(); };
    probes.details = [this] { return details(); };
    probes.metrics = [this] { return metrics.exposition(); };
    probes.metricsToken = security::Secret(settings.metrics.token);
    api::addSystemRoutes(router, std::move(probes));
    widgetHandlers->addRoutes(router);
    chatHandlers->addRoutes(router);
    caseHandlers->addRoutes(router);
    knowledgeHandlers->addRoutes(router);
    signInHandlers->addRoutes(router);
    accountHandlers->addRoutes(router);
    const fs::path assets = assetsFolder(settings);
    auto site = Site::load(assets, *base->tenants);
    if (!site) {
        return fail(std::move(site).error());
    }
    site->addRoutes(router);
    if (auto docs = api::DocsPage::load(assets / "docs")) {
        docs->addTo(router);
    } else {
        log.warn("the API browser is not there: it was not built", {{"folder", (assets / "docs").string()}});
    }
    api::DocsPage::addDocument(router);
    requestMetrics->prepare(router);
    return {};
}

void Daemon::Parts::addMetrics()
{
    addProcessMetrics(metrics);
    const auto connections = metrics.gauge("parley_edge_connections", "Open connections");
    const auto streams = metrics.gauge("parley_edge_streams", "Open event streams");
    const auto active = metrics.gauge("parley_turns_active", "Turns under way or waiting for their conversation");
    const auto backlog = metrics.gauge("parley_jobs_tenants_waiting", "Tenants that wait for a job worker");
    const auto watchers = metrics.gauge("parley_live_subscribers", "Readers of live events");
    const auto refused = metrics.gauge("parley_edge_refused_framing", "Requests refused for their framing, since start");
    metrics.addCollector([this, connections, streams, active, backlog, watchers, refused] {
        const edge::ServerStatistics statistics = server->statistics();
        connections.set(static_cast<double>(statistics.connections));
        streams.set(static_cast<double>(statistics.streams));
        active.set(static_cast<double>(turns->active()));
        backlog.set(static_cast<double>(queue->backlog()));
        watchers.set(static_cast<double>(hub->subscribers()));
        refused.set(static_cast<double>(statistics.refusedFraming));
    });
}

nlohmann::json Daemon::Parts::details() const
{
    const edge::ServerStatistics statistics = server->statistics();
    std::error_code failed;
    const fs::space_info disk = fs::space(loaded.settings.store.folder, failed);
    nlohmann::json json = {
        {"database",
         {{"status", background->isHealthy() ? "ok" : "failing"}, {"driver", base->database->driver()}}},
        {"queue", {{"status", "ok"}, {"tenants_waiting", queue->backlog()}}},
        {"turns", {{"status", "ok"}, {"active", turns->active()}}},
        {"connections", {{"status", "ok"}, {"open", statistics.connections}, {"streams", statistics.streams}}},
        {"disk", {{"status", failed ? "unknown" : "ok"}}}};
    if (!failed) {
        json["disk"]["free_bytes"] = disk.available;
    }
    return json;
}

Result<void> Daemon::Parts::checkProduction()
{
    if (!loaded.isProduction) {
        return {};
    }
    ProductionFacts facts;
    facts.hasDemoTenant = loaded.settings.demo.enabled || base->tenants->findBySlug(kDemoSlug) != nullptr;
    std::vector<FieldError> faults = productionFaults(loaded.settings, facts);
    if (faults.empty()) {
        return {};
    }
    Error error;
    error.code = ErrorCode::InvalidArgument;
    error.message = "PARLEY_ENV=production refuses to start:";
    for (const FieldError& fault : faults) {
        error.message += "\n  " + fault.field + ": " + fault.message;
    }
    error.fields = std::move(faults);
    return fail(std::move(error));
}

Result<void> Daemon::Parts::seedDemo()
{
    if (!loaded.settings.demo.enabled) {
        return {};
    }
    DemoPlaces places;
    places.folder = loaded.settings.demo.folder.empty() ? assetsFolder(loaded.settings) / "demo"
                                                        : fs::path(loaded.settings.demo.folder);
    places.data = loaded.settings.store.folder;
    if (const char* password = std::getenv("PARLEY_DEMO_PASSWORD"); password != nullptr) {
        places.password = password;
    }
    DemoSeed seed(*base->database, base->clock, *tenants, *users, *widgetSettings, *documents);
    return runBlocking(server->executor(0), seed.run(std::move(places)));
}

Result<void> Daemon::Parts::takeUpWork()
{
    auto ids = idsOf(*base->tenants);
    auto recovered = runBlocking(server->executor(0), turns->recover(ids));
    if (!recovered) {
        return fail(std::move(recovered).error());
    }
    if (*recovered > 0) {
        log.info("took up turns that an earlier process left", {{"turns", *recovered}});
    }
    queue->start(std::move(ids), base->isAlone());
    if (!base->isAlone()) {
        turns->startSweeping([&directory = *base->tenants] { return idsOf(directory); });
    }
    return {};
}

void Daemon::Parts::listenToSignals()
{
    signals = std::make_unique<runtime::Signals>(
        server->executor(0),
        [this] {
            if (!isStopAsked.exchange(true)) {
                stopAsked.set_value();
            }
        },
        [this] {
            if (auto levels = telemetry::parseLogLevels(loaded.settings.log.level)) {
                telemetry::applyLogLevels(*levels);
            }
            if (loaded.settings.tls.certificate.empty()) {
                return;
            }
            if (auto reloaded = server->reloadTls(); !reloaded) {
                log.error("the certificate was not reloaded", {{"why", reloaded.error().message}});
            } else {
                log.info("certificate reloaded");
            }
        });
}

Daemon::Daemon(LoadedSettings loaded) : m_parts(std::make_unique<Parts>(std::move(loaded))) {}

Daemon::~Daemon()
{
    stop();
}

Result<std::string> Daemon::start()
{
    Parts& parts = *m_parts;
    const Settings& settings = parts.loaded.settings;
    runtime::platform::raiseOpenFileLimit(static_cast<std::uint64_t>(settings.edge.maxConnections) + 4096);
    auto base = Foundation::open(parts.loaded);
    if (!base) {
        return fail(std::move(base).error());
    }
    parts.base = *std::move(base);
    if (auto checked = parts.checkProduction(); !checked) {
        return fail(std::move(checked).error());
    }
    parts.node = parts.base->ids.next();
    parts.blobs.emplace(settings.store.folder);
    parts.buildIdentity();
    parts.buildServer();
    parts.buildDesk();
    parts.buildKnowledgeAndPipeline();
    parts.background = std::make_unique<Background>(*parts.base, *parts.signIn, parts.server->executor(0));
    if (auto built = parts.buildRoutes(); !built) {
        return fail(std::move(built).error());
    }
    parts.addMetrics();
    parts.background->start();
    if (auto taken = parts.takeUpWork(); !taken) {
        return fail(std::move(taken).error());
    }
    if (auto seeded = parts.seedDemo(); !seeded) {
        return fail(std::move(seeded).error());
    }
    const auto [host, port] = listenAddress(settings);
    auto bound = parts.server->start(host, port);
    if (!bound) {
        return fail(std::move(bound).error());
    }
    parts.listenToSignals();
    const std::string shown = host.find(':') == std::string::npos ? host : "[" + host + "]";
    const std::string scheme = settings.tls.certificate.empty() ? "http://" : "https://";
    return scheme + shown + ":" + std::to_string(*bound);
}

void Daemon::waitForStop()
{
    m_parts->stopAsked.get_future().wait();
}

void Daemon::stop()
{
    Parts& parts = *m_parts;
    if (parts.isStopped || !parts.server) {
        return;
    }
    parts.isStopped = true;
    const auto limit = std::chrono::milliseconds(parts.loaded.settings.edge.drainTimeoutMs);
    const boost::asio::any_io_executor executor = parts.server->executor(0);
    parts.log.info("draining");
    const bool isClean = parts.server->drain(limit);
    if (parts.turns) {
        runBlocking(executor, parts.turns->stop(limit));
    }
    if (parts.queue) {
        runBlocking(executor, parts.queue->stop());
    }
    if (parts.background) {
        runBlocking(executor, parts.background->stop());
    }
    parts.signals.reset();
    parts.base->cpu->close();
    parts.base->database->close();
    parts.server->stop();
    parts.log.info("stopped", {{"clean", isClean}});
}

} // namespace parley::server::daemon
