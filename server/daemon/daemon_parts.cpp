// SPDX-License-Identifier: MIT
#include "server/daemon/daemon_parts.h"

#include "server/daemon/backup.h"
#include "server/daemon/edge_options.h"

namespace parley::server::daemon {

namespace {

/// One disk: more threads would only make it seek.
constexpr std::size_t kFileThreads = 2;

/// Passes on what happens, and has the desk looked at where it happened in a queue.
class DeskEvents final : public desk::EventPublisher {
public:
    DeskEvents(live::Hub& hub, std::function<void(const TenantId&)> onQueue)
        : m_hub(hub), m_onQueue(std::move(onQueue))
    {}

    [[nodiscard]] bool isWatched() const override { return m_hub.isWatched(); }

    void publish(desk::PublishedEvent event) override
    {
        if (event.topic == desk::kQueueTopic) {
            m_onQueue(event.tenant);
        }
        m_hub.publish(std::move(event));
    }

private:
    live::Hub& m_hub;
    std::function<void(const TenantId&)> m_onQueue;
};

} // namespace

std::vector<boost::asio::any_io_executor> Daemon::Parts::executors() const
{
    std::vector<boost::asio::any_io_executor> all;
    for (std::size_t i = 0; i < server->threads(); ++i) {
        all.push_back(server->executor(i));
    }
    return all;
}

Result<void> Daemon::Parts::buildFiles()
{
    const Settings& settings = loaded.settings;
    blobs.emplace(settings.store.folder);
    runtime::WorkerPoolOptions options;
    options.name = "files";
    options.threads = kFileThreads;
    options.maxQueued = static_cast<std::size_t>(settings.workers.queue);
    files = std::make_unique<runtime::WorkerPool>(options);
    options.name = "extract";
    options.threads = static_cast<std::size_t>(settings.jobs.workers);
    reading = std::make_unique<runtime::WorkerPool>(options);
    spool = std::make_unique<edge::BodySpool>(std::filesystem::path(settings.store.folder) / "spool", *files);
    knowledge::ExtractionLimits limits;
    limits.memoryBytes = static_cast<std::uint64_t>(settings.extract.memoryMb) << 20U;
    limits.time = limits.cpu = std::chrono::seconds(settings.extract.seconds);
    limits.allowsWeakSandbox = settings.extract.allowWeakSandbox;
    if (limits.allowsWeakSandbox) {
        log.warn(
            "documents are read even where the system cannot confine their reader: a harmful file may then "
            "do what this server may",
            {{"setting", "extract.allow_weak_sandbox"}});
    }
    const std::filesystem::path program = settings.extract.program.empty()
                                              ? knowledge::Extractor::installedProgram()
                                              : std::filesystem::path(settings.extract.program);
    reader = std::make_unique<knowledge::ExtractorReader>(knowledge::Extractor(program, limits));
    return spool->open();
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
    idempotency = std::make_unique<identity::Idempotency>(database,
                                                          base->clock,
                                                          base->isAlone() ? base->clock.nowMs() : 0);
    settingsSections =
        std::make_unique<identity::SettingsSections>(database, *base->tenants, base->clock, base->ids);
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
        *tokenPort, *tenantPort, *ratePort, *originPort, *idempotencyPort, accessLog.get(), spool.get()};
    server = std::make_unique<edge::Server>(edgeOptions(loaded.settings), router, ports);
    hub = std::make_unique<live::Hub>(executors());
    presence = std::make_unique<live::Presence>(*hub);
    linkRates =
        std::make_unique<identity::RateLimiter>(base->clock,
                                                identity::RateLimits::fromRequestsPerMinute(static_cast<int>(
                                                    loaded.settings.limits.requestsPerMinute)));
}

void Daemon::Parts::buildDesk()
{
    const auto wake = [this](const TenantId& tenant) { patrol->wake(tenant); };
    deskEvents = std::make_unique<DeskEvents>(*hub, wake);
    presence->onChange(wake);
    journal = std::make_unique<desk::Journal>(*deskEvents);
    desk::DeskSettings unset;
    unset.acceptTimeoutS = static_cast<int>(loaded.settings.desk.acceptTimeoutS);
    unset.watchdogS = static_cast<int>(loaded.settings.desk.watchdogS);
    deskPolicies = std::make_unique<desk::DeskPolicies>(std::move(unset));
    desk = std::make_unique<desk::Services>(
        desk::Services{*base->database, *journal, base->clock, base->ids, {}, {}, {}, {}, {}, {}});
    desk->policies = deskPolicies.get();
    sessions = std::make_unique<desk::Sessions>(*desk);
    intake = std::make_unique<desk::Intake>(*desk, node, runLeaseMs());
    handoff = std::make_unique<desk::Handoff>(*desk);
    ownership = std::make_unique<desk::Ownership>(*desk, *handoff);
    watchdog = std::make_unique<desk::Watchdog>(
        *desk,
        *handoff,
        *ownership,
        [&directory = *base->tenants](const TenantId& id) {
            const auto tenant = directory.find(id);
            return tenant ? tenant->row.ticketPrefix : std::string("TF");
        },
        std::chrono::milliseconds(loaded.settings.pipeline.turnTimeoutMs));
    queuePlaces = std::make_unique<desk::QueuePlaces>(*desk, *hub);
    patrol = std::make_unique<desk::Patrol>(*desk,
                                            *watchdog,
                                            *queuePlaces,
                                            *deskPolicies,
                                            *presence,
                                            node,
                                            executors().back(),
                                            telemetry::Log("desk").taskFailures());
    teams = std::make_unique<desk::Teams>(*base->database, base->clock, base->ids);
    cannedResponses = std::make_unique<desk::CannedResponses>(*base->database, base->clock, base->ids);
    supporterMessages = std::make_unique<desk::SupporterMessages>(*desk);
    resolution = std::make_unique<desk::Resolution>(*desk);
    widgetSettings = std::make_unique<desk::WidgetSettings>(*base->database, base->clock);
    buildChannels();
}

void Daemon::Parts::buildChannels()
{
    channelBook = std::make_unique<channels::ChannelBook>(*base->database, base->clock, base->ids);
    const auto facts = [&directory = *base->tenants](const TenantId& id) {
        const auto tenant = directory.find(id);
        return tenant ? channels::WebForm::TenantFacts{tenant->row.name, tenant->row.ticketPrefix}
                      : channels::WebForm::TenantFacts{"", "TF"};
    };
    webForm = std::make_unique<channels::WebForm>(*desk, *intake, *channelBook, facts);
    ticketStatus = std::make_unique<channels::TicketStatusDesk>(*desk, *sessions, *intake);
}

void Daemon::Parts::buildCustomers()
{
    const BackupPlace backups = BackupPlace::of(loaded.settings);
    erasureFile.emplace(backups.folder);
    deletedRows.emplace(*base->database, loaded.settings.store.folder);
    erasureEffects = std::make_unique<ErasureEffects>(*base->revocations, *answerCache, *memory, *hub);
    base->revocations->watchErasures(
        [cache = answerCache.get(), talks = memory.get()](const TenantId& tenant) {
            cache->forget(tenant);
            talks->forget(tenant);
        });
    customers = std::make_unique<desk::Customers>(*desk);
    customerExport = std::make_unique<desk::CustomerExport>(*desk);
    auto expires = [backups](std::int64_t atMs) { return lastBackupExpires(backups, atMs); };
    customerErasure = std::make_unique<desk::CustomerErasure>(
        *desk, desk::ErasurePlaces{*erasureFile, *deletedRows, *files, expires, {erasureEffects.get()}});
    keeping =
        std::make_unique<Keeping>(Keeping::Parts{*base->tenants,
                                                 *settingsSections,
                                                 *customerErasure,
                                                 *files,
                                                 base->clock,
                                                 backups,
                                                 [this] { return finishErasures(*base, loaded.settings); }},
                                  server->executor(0));
    customerHandlers = std::make_unique<api::CustomerHandlers>(*customers, *customerExport, *customerErasure);
}

void Daemon::Parts::buildKnowledge()
{
    const Settings& settings = loaded.settings;
    const auto all = executors();
    jobs::QueueOptions queueOptions;
    queueOptions.workers = static_cast<int>(settings.jobs.workers);
    queueOptions.leaseMs = settings.jobs.leaseS * 1000;
    queue = std::make_unique<jobs::Queue>(
        *base->database, base->clock, node, all.back(), queueOptions, telemetry::Log("jobs").taskFailures());
    buildVectors();
    documents = std::make_unique<knowledge::Documents>(knowledge::DocumentServices{
        *base->database, *blobs, *base->cpu, *files, *queue, *library, stops, base->clock, base->ids});
    blobSweep = std::make_unique<knowledge::BlobSweep>(*base->database, *blobs, *files);
    const knowledge::ReadingServices readings{
        *base->database, *blobs, *reader, stops, base->clock, base->ids, library.get()};
    knowledge::ReadingPace pace;
    pace.leaseMs = queueOptions.leaseMs;
    ingestion = std::make_unique<knowledge::Ingestion>(readings, *reading, pace);
    readAndEmbed =
        std::make_unique<knowledge::EmbedAfterIngestion>(*ingestion, *embeddingJobs, *base->database);
    queue->setHandler(std::string(knowledge::kIngestJob), *readAndEmbed);
}

} // namespace parley::server::daemon
