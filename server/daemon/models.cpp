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
    auto allowed = net::NetworkList::parse(settings.security.outboundAllow);
    if (!allowed) {
        return fail(std::move(allowed).error().in("security.outbound_allow"));
    }
    resolver = std::make_unique<net::SystemResolver>();
    net::HttpClientOptions options;
    options.allow = *std::move(allowed);
    http = std::make_unique<net::CurlHttpClient>(std::move(options), *resolver);
    const bool hasEmbedder = settings.embedder.kind != "none" && !settings.embedder.kind.empty();
    if (!hasEmbedder && settings.llm.baseUrl.empty()) {
        return {};
    }
    modelWorkers = std::make_unique<runtime::WorkerPool>(
        runtime::WorkerPoolOptions{"models", kModelThreads, kModelQueue, {}});
    if (!settings.llm.baseUrl.empty()) {
        llm::OpenAiOptions model;
        model.baseUrl = settings.llm.baseUrl;
        model.apiKey = security::Secret(settings.llm.apiKey);
        model.model = settings.llm.model;
        chatModel = std::make_unique<llm::OpenAiClient>(*http, *modelWorkers, std::move(model));
        nlp::LlmIntentOptions intents;
        intents.timeout = std::chrono::milliseconds(settings.llm.timeoutMs);
        llmIntents = std::make_unique<nlp::LlmIntentClassifier>(*chatModel, intents);
    }
    if (hasEmbedder) {
        auto embedder = makeEmbedder(settings.embedder, *http, *modelWorkers);
        if (!embedder) {
            return fail(std::move(embedder).error());
        }
        embedders.use(*std::move(embedder));
    }
    return {};
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
