// SPDX-License-Identifier: MIT
#include "server/daemon/daemon_parts.h"
#include "server/daemon/embedder_factory.h"

namespace parley::server::daemon {

namespace {

/// One for the embedder that runs here: more would only take turns on the same cores.
constexpr std::size_t kModelThreads = 1;
constexpr std::size_t kModelQueue = 256;

} // namespace

Result<void> Daemon::Parts::buildModels()
{
    const Settings& settings = loaded.settings;
    const bool hasEmbedder = settings.embedder.kind != "none" && !settings.embedder.kind.empty();
    auto allowed = net::NetworkList::parse(settings.security.outboundAllow);
    if (!allowed) {
        return fail(std::move(allowed).error().in("security.outbound_allow"));
    }
    modelWorkers = std::make_unique<runtime::WorkerPool>(
        runtime::WorkerPoolOptions{"models", kModelThreads, kModelQueue, {}});
    resolver = std::make_unique<net::SystemResolver>();
    net::HttpClientOptions options;
    outboundAllow = *std::move(allowed);
    options.allow = outboundAllow;
    http = std::make_unique<net::CurlHttpClient>(std::move(options), *resolver);
    buildChatModels();
    if (hasEmbedder) {
        auto embedder = makeEmbedder(settings.embedder, *http, *modelWorkers);
        if (!embedder) {
            return fail(std::move(embedder).error());
        }
        embedders.use(*std::move(embedder));
    }
    return {};
}

void Daemon::Parts::buildChatModels()
{
    const Settings& settings = loaded.settings;
    std::optional<llm::ProviderOptions> configured;
    if (!settings.llm.baseUrl.empty()) {
        configured.emplace();
        configured->baseUrl = settings.llm.baseUrl;
        configured->apiKey = security::Secret(settings.llm.apiKey);
        configured->model = settings.llm.model;
    }
    modelMetrics = std::make_unique<llm::ModelMetrics>(metrics);
    tokenLedger = std::make_unique<llm::TokenLedger>(
        *base->database, base->clock, base->ids, executors().back(), telemetry::Log("llm").taskFailures());
    const llm::ModelServices services{
        *base->database, *http, *modelWorkers, *base->fernet, *tokenLedger, base->clock, *modelMetrics};
    chatModels = std::make_unique<llm::TenantModels>(services, std::move(configured));
    llmSettings = std::make_unique<llm::LlmSettingsStore>(
        *base->database, *base->fernet, *base->tenants, outboundAllow, base->clock, base->ids);
}

void Daemon::Parts::buildVectors()
{
    const Settings& settings = loaded.settings;
    knowledge::DenseSearchOptions search;
    search.queryLimit = std::chrono::milliseconds(settings.embedder.timeoutMs);
    search.pgvectorChunks = settings.retrieval.pgvectorChunks;
    search.failures = metrics.counter("parley_retrieval_without_vectors_total",
                                      "Searches that had to do without the embedder's vectors");
    dense = std::make_unique<knowledge::DenseSearch>(embedders, *base->database, *base->cpu, search);
    library = std::make_unique<knowledge::Library>(*base->database,
                                                   *base->cpu,
                                                   knowledge::Library::kDefaultOpen,
                                                   dense.get());
    knowledge::EmbeddingOptions making;
    making.leaseMs = settings.jobs.leaseS * 1000;
    making.batchLimit = std::min(making.batchLimit, std::chrono::milliseconds(making.leaseMs / 2));
    making.pgvectorChunks = search.pgvectorChunks;
    embeddingJobs = std::make_unique<knowledge::EmbeddingJobs>(
        *base->database, *base->cpu, *queue, embedders, base->clock, base->ids, making);
    queue->setHandler(std::string(knowledge::kEmbedJob), *embeddingJobs);
}

boost::asio::awaitable<Result<void>> Daemon::Parts::ensureVectors(std::vector<TenantId> ids)
{
    for (const TenantId& tenant : ids) {
        auto ensured = co_await embeddingJobs->ensure(tenant);
        if (!ensured) {
            // The others' searches do not wait for it; its next document asks for the vectors again.
            log.error("a tenant's vectors cannot be asked for",
                      {{"tenant", tenant.value}, {"why", ensured.error().message}});
        }
    }
    co_return Result<void>();
}

} // namespace parley::server::daemon
