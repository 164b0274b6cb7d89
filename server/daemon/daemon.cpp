// SPDX-License-Identifier: MIT
#include "server/daemon/daemon.h"

#include "server/api/docs_page.h"
#include "server/api/system_handlers.h"
#include "server/daemon/backup.h"
#include "server/daemon/daemon_parts.h"
#include "server/daemon/demo_account.h"
#include "server/daemon/demo_seed.h"
#include "server/daemon/edge_options.h"
#include "server/daemon/process_metrics.h"
#include "server/daemon/production_checks.h"
#include "server/daemon/restore_files.h"
#include "server/daemon/run_blocking.h"
#include "server/daemon/site.h"
#include "server/daemon/support_pages.h"
#include "server/runtime/platform/file_limit.h"
#include "server/telemetry/log_channels.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>

namespace parley::server::daemon {

namespace {

namespace fs = std::filesystem;

std::vector<TenantId> idsOf(const identity::TenantDirectory& directory)
{
    std::vector<TenantId> ids;
    for (const auto& tenant : directory.all()) {
        ids.push_back(tenant->row.id);
    }
    return ids;
}

nlohmann::json providerDetails(nlohmann::json items)
{
    const bool isDegraded = std::any_of(items.begin(), items.end(), [](const nlohmann::json& item) {
        return item.at("state") != "closed";
    });
    return {{"status", isDegraded ? "degraded" : "ok"}, {"items", std::move(items)}};
}

} // namespace

Result<void> Daemon::Parts::buildRoutes()
{
    const Settings& settings = loaded.settings;
    widgetHandlers = std::make_unique<api::WidgetHandlers>(
        *sessions, *base->tenants, *tenants, *signIn, *widgetSettings, *channelBook);
    chatHandlers = std::make_unique<api::ChatHandlers>(
        api::ChatServices{*sessions,
                          *intake,
                          *handoff,
                          *turns,
                          *quickAnswers,
                          *hub,
                          *base->database,
                          *base->tenants,
                          *tokens,
                          *channelBook,
                          std::chrono::milliseconds(settings.pipeline.turnTimeoutMs)});
    caseHandlers = std::make_unique<api::CaseHandlers>(*desk, *sessions, *resolution, *corrections);
    learningHandlers = std::make_unique<api::LearningHandlers>(*desk, *knowledgeGaps);
    deskHandlers = std::make_unique<api::DeskHandlers>(api::DeskServices{
        *desk, *sessions, *ownership, *supporterMessages, *hub, *presence, *base->tenants, *turns});
    deskSettingsHandlers =
        std::make_unique<api::DeskSettingsHandlers>(*settingsSections,
                                                    *deskPolicies,
                                                    *base->database,
                                                    [this](const TenantId& tenant) { patrol->wake(tenant); });
    const bool isLimited = settings.limits.requestsPerMinute > 0;
    api::SupportLimits forms;
    forms.formsPerAddress = isLimited ? static_cast<int>(settings.limits.formsPerAddressHour) : 0;
    forms.formsPerTenant = isLimited ? static_cast<int>(settings.limits.formsPerTenantHour) : 0;
    forms.missesPerAddress = static_cast<int>(settings.limits.ticketMissesPerHour);
    supportHandlers = std::make_unique<api::SupportHandlers>(api::SupportServices{*webForm,
                                                                                  *ticketStatus,
                                                                                  *channelBook,
                                                                                  *turns,
                                                                                  *widgetSettings,
                                                                                  *base->tenants,
                                                                                  base->clock,
                                                                                  settings.edge.publicUrl,
                                                                                  forms});
    channelHandlers = std::make_unique<api::ChannelHandlers>(*channelBook);
    teamHandlers = std::make_unique<api::TeamHandlers>(*teams, *base->database);
    cannedResponseHandlers = std::make_unique<api::CannedResponseHandlers>(*cannedResponses);
    liveHandlers =
        std::make_unique<api::LiveHandlers>(api::LiveServices{*hub,
                                                              *presence,
                                                              *base->database,
                                                              *sessions,
                                                              *intake,
                                                              *turns,
                                                              *tokens,
                                                              *linkRates,
                                                              telemetry::Log("live").taskFailures()});
    knowledgeHandlers =
        std::make_unique<api::KnowledgeHandlers>(*documents,
                                                 *files,
                                                 static_cast<std::uint64_t>(settings.limits.documentBytes));
    toolHandlers = std::make_unique<api::ToolHandlers>(*toolCatalog, *tools);
    agentHandlers = std::make_unique<api::AgentHandlers>(*agentCatalog);
    agentVersionHandlers = std::make_unique<api::AgentVersionHandlers>(*agentCatalog, *agentHistory);
    agentTestHandlers = std::make_unique<api::AgentTestHandlers>(*agentCatalog, *understandings, *sandbox);
    goldenQuestionHandlers = std::make_unique<api::GoldenQuestionHandlers>(*goldenQuestions);
    goldenRunHandlers = std::make_unique<api::GoldenRunHandlers>(*goldenRuns);
    cacheHandlers = std::make_unique<api::CacheHandlers>(*cacheBook);
    ruleHandlers = std::make_unique<api::EscalationRuleHandlers>(*ruleBook);
    llmSettingsHandlers = std::make_unique<api::LlmSettingsHandlers>(*llmSettings, *chatModels);
    answeringHandlers =
        std::make_unique<api::AnsweringHandlers>(*settingsSections, *base->database, *answeringPreview);
    const api::AccountServices accounts{
        *signIn, *users, *tenants, *apiClients, *base->tenants, *base->keys, *base->database, base->clock};
    signInHandlers = std::make_unique<api::SignInHandlers>(accounts);
    accountHandlers = std::make_unique<api::AccountHandlers>(accounts);
    apiClientHandlers = std::make_unique<api::ApiClientHandlers>(*apiClients);
    auditHandlers = std::make_unique<api::AuditHandlers>(*base->database);
    analyticsHandlers = std::make_unique<api::AnalyticsHandlers>(*base->database, base->clock);
    widgetConfigHandlers =
        std::make_unique<api::WidgetConfigHandlers>(*settingsSections, *widgetSettings, *tenants);

    api::SystemProbes probes;
    probes.isReady = [this] { return background->isHealthy() && !server->isDraining(); };
    probes.details = [this](const TenantId& tenant) { return details(tenant); };
    probes.metrics = [this] { return metrics.exposition(); };
    probes.metricsToken = security::Secret(settings.metrics.token);
    api::addSystemRoutes(router, std::move(probes));
    widgetHandlers->addRoutes(router);
    chatHandlers->addRoutes(router);
    caseHandlers->addRoutes(router);
    learningHandlers->addRoutes(router);
    deskHandlers->addRoutes(router);
    deskSettingsHandlers->addRoutes(router);
    channelHandlers->addRoutes(router);
    supportHandlers->addRoutes(router);
    teamHandlers->addRoutes(router);
    cannedResponseHandlers->addRoutes(router);
    customerHandlers->addRoutes(router);
    liveHandlers->addRoutes(router);
    knowledgeHandlers->addRoutes(router);
    agentHandlers->addRoutes(router);
    agentVersionHandlers->addRoutes(router);
    agentTestHandlers->addRoutes(router);
    goldenQuestionHandlers->addRoutes(router);
    goldenRunHandlers->addRoutes(router);
    toolHandlers->addRoutes(router);
    cacheHandlers->addRoutes(router);
    ruleHandlers->addRoutes(router);
    llmSettingsHandlers->addRoutes(router);
    answeringHandlers->addRoutes(router);
    signInHandlers->addRoutes(router);
    accountHandlers->addRoutes(router);
    apiClientHandlers->addRoutes(router);
    auditHandlers->addRoutes(router);
    analyticsHandlers->addRoutes(router);
    widgetConfigHandlers->addRoutes(router);
    const fs::path assets = assetsFolder(settings);
    auto site = Site::load(assets, *base->tenants);
    if (!site) {
        return fail(std::move(site).error());
    }
    site->addRoutes(router);
    if (auto support = SupportPages::load(assets / "support", *base->tenants)) {
        support->addRoutes(router);
    } else {
        log.warn("the pages of the contact form are not there", {{"why", support.error().message}});
    }
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
    const auto active =
        metrics.gauge("parley_turns_active", "Turns under way or waiting for their conversation");
    const auto backlog = metrics.gauge("parley_jobs_tenants_waiting", "Tenants that wait for a job worker");
    const auto watchers = metrics.gauge("parley_live_subscribers", "Readers of live events");
    const auto refused =
        metrics.gauge("parley_edge_refused_framing", "Requests refused for their framing, since start");
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

nlohmann::json Daemon::Parts::details(const TenantId& tenant) const
{
    const edge::ServerStatistics statistics = server->statistics();
    std::error_code failed;
    const fs::space_info disk = fs::space(loaded.settings.store.folder, failed);
    nlohmann::json json = {
        {"database",
         {{"status", background->isHealthy() ? "ok" : "failing"}, {"driver", base->database->driver()}}},
        {"queue", {{"status", "ok"}, {"tenants_waiting", queue->backlog()}}},
        {"turns", {{"status", "ok"}, {"active", turns->active()}}},
        {"connections",
         {{"status", "ok"}, {"open", statistics.connections}, {"streams", statistics.streams}}},
        {"providers", providerDetails(chatModels->health(tenant))},
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
    DemoSeed seed(*base->database,
                  base->clock,
                  *tenants,
                  *users,
                  *widgetSettings,
                  *documents,
                  *agentCatalog,
                  *goldenQuestions);
    auto seeded = runBlocking(server->executor(0), seed.run(places));
    return seeded ? runBlocking(server->executor(0), addDemoAccount(*toolCatalog, *base, places.folder))
                  : seeded;
}

Result<void> Daemon::Parts::takeUpWork()
{
    auto ids = idsOf(*base->tenants);
    auto recovered = runBlocking(server->executor(0), turns->recover(ids));
    if (!recovered) {
        // One tenant that cannot be read must not keep the others from being served; it is looked at again by
        // the sweep.
        log.error("not every tenant's unfinished turns could be read",
                  {{"why", recovered.error().message}, {"detail", recovered.error().detail}});
    } else if (*recovered > 0) {
        log.info("took up turns that an earlier process left", {{"turns", *recovered}});
    }
    auto ensured = runBlocking(server->executor(0), ensureVectors(ids));
    if (!ensured) {
        log.error("not every tenant's missing vectors could be asked for",
                  {{"why", ensured.error().message}});
    }
    queue->start(std::move(ids), base->isAlone());
    turns->startSweeping([&directory = *base->tenants] { return idsOf(directory); });
    patrol->start([&directory = *base->tenants] { return idsOf(directory); });
    if (loaded.settings.golden.sweepS > 0) {
        goldenSweep->start([&directory = *base->tenants] { return idsOf(directory); });
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
    removeHalfRestored(settings.store.folder);
    auto finished = finishErasures(*parts.base, settings);
    if (!finished) {
        return fail(std::move(finished).error());
    }
    if (*finished > 0) {
        parts.log.warn("erased customers whom the list of erasures names", {{"customers", *finished}});
    }
    parts.node = parts.base->ids.next();
    if (auto built = parts.buildFiles(); !built) {
        return fail(std::move(built).error());
    }
    parts.buildIdentity();
    parts.buildServer();
    parts.buildDesk();
    if (auto built = parts.buildModels(); !built) {
        return fail(std::move(built).error());
    }
    parts.buildKnowledge();
    parts.buildTools();
    parts.buildAgents();
    parts.buildPipeline();
    parts.buildSandbox();
    parts.buildCustomers();
    parts.background =
        std::make_unique<Background>(*parts.base, *parts.signIn, *parts.blobSweep, parts.server->executor(0));
    if (auto built = parts.buildRoutes(); !built) {
        return fail(std::move(built).error());
    }
    parts.addMetrics();
    parts.background->start();
    parts.keeping->start();
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
    if (parts.goldenSweep) {
        runBlocking(executor, parts.goldenSweep->stop());
    }
    if (parts.patrol) {
        runBlocking(executor, parts.patrol->stop());
    }
    parts.stops.close(); // a reading under way ends at its next page; the next process goes on from there
    if (parts.queue) {
        runBlocking(executor, parts.queue->stop());
    }
    if (parts.http) {
        parts.http->close();
    }
    if (parts.tokenLedger) {
        runBlocking(executor, parts.tokenLedger->stop());
    }
    if (parts.mcpTools) {
        parts.mcpTools->close();
        parts.toolWorkers->close();
    }
    if (parts.understandings) {
        runBlocking(executor, parts.understandings->stop());
    }
    if (parts.keeping) {
        runBlocking(executor, parts.keeping->stop());
    }
    if (parts.background) {
        runBlocking(executor, parts.background->stop());
    }
    parts.signals.reset();
    parts.reading->close();
    parts.files->close();
    if (parts.modelWorkers) {
        parts.modelWorkers->close();
    }
    parts.base->cpu->close();
    parts.base->database->close();
    parts.server->stop();
    parts.log.info("stopped", {{"clean", isClean}});
}

} // namespace parley::server::daemon
