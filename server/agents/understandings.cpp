// SPDX-License-Identifier: MIT
#include "server/agents/understandings.h"

#include "server/agents/confidence_learning.h"
#include "server/identity/settings_sections.h"
#include "server/identity/tenant_permissions.h"
#include "server/nlp/classes/shipped_classes.h"
#include "server/runtime/notifier.h"
#include "server/store/intent_example_repository.h"
#include "server/store/settings_repository.h"
#include "server/store/tenant_state_repository.h"
#include "server/telemetry/log.h"

#include <boost/asio/this_coro.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace parley::server::agents {

namespace {

/// Up to so many examples are learnt before the first message goes on: some ten milliseconds.
constexpr std::size_t kTrainAtOnce = 300;
/// Before a training that failed is tried again; each time twice as long, up to the second.
constexpr std::chrono::seconds kTrainAgain{5};
constexpr std::chrono::seconds kTrainAgainAtMost{300};
constexpr int kMaxAgents = 1'000;
constexpr int kMaxCorrections = 20'000;
/// A sentence that a person put right counts more than one an operator made up.
constexpr double kCorrectionWeight = 2;
constexpr std::string_view kProductsSection = "products";

/// What was stored was checked before; should it be wrong all the same, the tenant is answered by defaults.
AnsweringSettings answeringOf(nlohmann::json platform, const std::optional<std::string>& own)
{
    const auto json = nlohmann::json::parse(own.value_or("{}"), nullptr, false);
    if (json.is_object()) {
        platform.update(json);
    }
    return readAnsweringSettings(platform).value_or(AnsweringSettings());
}

const telemetry::Log& logger()
{
    static const telemetry::Log kLog("agents");
    return kLog;
}

} // namespace

/// What is learnt from examples.
struct Understandings::Learnt {
    std::shared_ptr<const nlp::IntentModel> model;
    std::shared_ptr<const nlp::ExampleFinder> examples;
    DenseIntents dense;

    static Learnt of(const TenantUnderstanding& known)
    {
        return {known.sharedModel(), known.examples(), known.dense()};
    }

    static Result<Learnt> from(const std::vector<nlp::IntentExample>& examples)
    {
        if (examples.empty()) {
            return Learnt();
        }
        auto model = nlp::IntentModel::train(examples);
        if (!model) {
            // Examples without a single word teach nothing; the shipped classes route then.
            logger().warn("no classifier", {{"why", model.error().message}});
            return Learnt();
        }
        return Learnt{*std::move(model), std::make_shared<const nlp::ExampleFinder>(examples), {}};
    }
};

struct Understandings::Entry {
    runtime::SingleFlight flight;
    Known known;
    /// Of the examples that known's model learnt; none: it learnt others, or nothing yet.
    std::optional<std::size_t> digest;
    bool isTraining = false;
    std::uint64_t lastUse = 0;
};

Understandings::Understandings(store::Database& database,
                               runtime::WorkerPool& cpu,
                               std::function<std::string(const TenantId&)> prefixOf,
                               const boost::asio::any_io_executor& executor,
                               runtime::TaskFailure onFailure,
                               const knowledge::Embedders* embedders,
                               std::size_t maxOpen)
    : m_database(database),
      m_cpu(cpu),
      m_prefixOf(std::move(prefixOf)),
      m_embedders(embedders),
      m_maxOpen(maxOpen),
      m_scope(executor, std::move(onFailure))
{}

Understandings::EntryPtr Understandings::entryOf(const TenantId& tenant)
{
    const std::lock_guard lock(m_mutex);
    auto& entry = m_entries[tenant.value];
    if (!entry) {
        entry = std::make_shared<Entry>();
    }
    // A copy, because evicting may move the map's own.
    const EntryPtr kept = entry;
    kept->lastUse = ++m_uses;
    evictLocked();
    return kept;
}

void Understandings::evictLocked()
{
    while (m_entries.size() > m_maxOpen) {
        const auto oldest =
            std::min_element(m_entries.begin(), m_entries.end(), [](const auto& a, const auto& b) {
                return a.second->lastUse < b.second->lastUse;
            });
        m_entries.erase(oldest);
    }
}

boost::asio::awaitable<Result<Understandings::Known>> Understandings::newest(TenantId tenant,
                                                                             runtime::Budget budget)
{
    auto job = [](store::ReadTransaction& tx) { return store::TenantStateRepository().versions(tx); };
    auto scope = store::Scope::of(tenant);
    auto versions = co_await m_database.read(scope, job);
    if (!versions) {
        co_return fail(std::move(versions).error());
    }
    co_return co_await of(std::move(tenant), versions->config, budget);
}

boost::asio::awaitable<Result<Understandings::Known>>
Understandings::variant(TenantId tenant, store::AgentRow agent, runtime::Budget budget)
{
    auto current = co_await newest(tenant, budget);
    if (!current) {
        co_return fail(std::move(current).error());
    }
    auto source = co_await read(tenant);
    if (!source) {
        co_return fail(std::move(source).error());
    }
    const std::size_t digest = digestOf(exampleSentences(*source));
    agent.enabled = true;
    const auto known = std::ranges::find(source->agents, agent.id, &store::AgentRow::id);
    if (known != source->agents.end()) {
        *known = std::move(agent);
    } else {
        source->agents.push_back(std::move(agent));
    }
    const auto examples = exampleSentences(*source);
    auto learnt = Learnt::of(**current);
    if (digestOf(examples) != digest) {
        auto work = [&] { return Learnt::from(examples); };
        auto trained = co_await m_cpu.run(work);
        if (!trained) {
            co_return fail(std::move(trained).error());
        }
        learnt = *std::move(trained);
    }
    co_return std::make_shared<const TenantUnderstanding>(
        *std::move(source), m_prefixOf(tenant), learnt.model, learnt.examples, learnt.dense);
}

Understandings::Known Understandings::held(const TenantId& tenant)
{
    const std::lock_guard lock(m_mutex);
    const auto entry = m_entries.find(tenant.value);
    return entry == m_entries.end() ? nullptr : entry->second->known;
}

boost::asio::awaitable<Result<Understandings::Known>>
Understandings::of(TenantId tenant, std::int64_t version, runtime::Budget budget)
{
    const EntryPtr entry = entryOf(tenant);
    for (;;) {
        {
            const std::lock_guard lock(m_mutex);
            if (entry->known && entry->known->configVersion() >= version) {
                co_return entry->known;
            }
        }
        auto pass = co_await entry->flight.enter(budget);
        if (!pass) {
            co_return fail(std::move(pass).error().in("understandings"));
        }
        if (*pass) {
            auto refreshed = co_await refresh(tenant, entry);
            if (!refreshed) {
                co_return fail(std::move(refreshed).error());
            }
        }
    }
}

boost::asio::awaitable<Result<UnderstandingSource>> Understandings::read(TenantId tenant)
{
    std::optional<std::string> own;
    auto job = [&](store::ReadTransaction& tx) -> Result<UnderstandingSource> {
        UnderstandingSource source;
        auto versions = store::TenantStateRepository().versions(tx);
        auto agents = store::AgentRepository().list(tx, std::string(), kMaxAgents);
        auto rules = RuleBook::read(tx);
        auto corrections = store::IntentExampleRepository().newest(tx, kMaxCorrections);
        auto products = store::SettingsRepository().find(tx, std::string(kProductsSection));
        auto answering = store::SettingsRepository().find(tx, std::string(kAnsweringSection));
        auto confidence = readConfidenceModel(tx);
        if (!versions || !agents || !rules || !corrections || !products || !answering || !confidence) {
            return fail(!versions      ? versions.error()
                        : !agents      ? agents.error()
                        : !rules       ? rules.error()
                        : !corrections ? corrections.error()
                        : !products    ? products.error()
                        : !answering   ? answering.error()
                                       : confidence.error());
        }
        source.configVersion = versions->config;
        source.agents = *std::move(agents);
        source.rules = *std::move(rules);
        for (store::IntentExampleRow& row : *corrections) {
            source.corrections.push_back({std::move(row.text), std::move(row.label), kCorrectionWeight});
        }
        source.products = products->value_or(std::string());
        source.confidence = *confidence;
        own = *std::move(answering);
        return source;
    };
    auto scope = store::Scope::of(tenant);
    auto source = co_await m_database.read(scope, job);
    if (!source) {
        co_return source;
    }
    // After the version: defaults that change meanwhile are new ones under an old version, never the reverse.
    auto platform = co_await identity::SettingsSections::defaults(m_database, std::string(kAnsweringSection));
    if (!platform) {
        co_return fail(std::move(platform).error());
    }
    source->answering = answeringOf(*platform, own);
    // Likewise: an agent of a kind that the tenant may no longer have answers nobody.
    auto permissions = co_await identity::TenantPermissions::read(m_database, tenant);
    if (!permissions) {
        co_return fail(std::move(permissions).error());
    }
    std::erase_if(source->agents, [&](const store::AgentRow& row) {
        return !identity::TenantPermissions::allows(permissions->agentKinds, row.kind);
    });
    co_return source;
}

boost::asio::awaitable<Result<void>> Understandings::refresh(TenantId tenant, EntryPtr entry)
{
    auto source = co_await read(tenant);
    if (!source) {
        co_return fail(std::move(source).error());
    }
    auto examples = exampleSentences(*source);
    const std::size_t digest = digestOf(examples);
    Learnt learnt;
    bool isCurrent = false;
    {
        const std::lock_guard lock(m_mutex);
        if (entry->known) {
            learnt = Learnt::of(*entry->known);
            isCurrent = entry->digest == digest;
            // A newer one that reads words alone is better than one that knows other agents.
            learnt.dense = isCurrent ? learnt.dense : DenseIntents();
        }
    }
    if (!isCurrent && examples.size() <= kTrainAtOnce) {
        auto work = [&] { return Learnt::from(examples); };
        auto trained = co_await m_cpu.run(work);
        if (!trained) {
            co_return fail(std::move(trained).error());
        }
        learnt = *std::move(trained);
        isCurrent = true;
    }
    auto known = std::make_shared<const TenantUnderstanding>(
        *source, m_prefixOf(tenant), learnt.model, learnt.examples, learnt.dense);
    const bool isMissing = !isCurrent || wantsVectors(learnt);
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mutex);
        entry->known = std::move(known);
        entry->digest = isCurrent ? std::optional(digest) : std::nullopt;
        // One training at a time; it goes on with whatever is newest when it has ended.
        isFirst = isMissing && !std::exchange(entry->isTraining, true);
    }
    if (isFirst) {
        m_scope.spawn("agents.train", trainLater(entry, tenant, std::move(examples)));
    }
    co_return Result<void>();
}

bool Understandings::wantsVectors(const Learnt& learnt) const
{
    const bool hasEmbedder = m_embedders != nullptr && m_embedders->current() != nullptr;
    return hasEmbedder && learnt.model && learnt.dense.embedder.empty();
}

boost::asio::awaitable<Result<Understandings::Learnt>>
Understandings::learnWords(EntryPtr entry, const std::vector<nlp::IntentExample>& examples)
{
    const std::size_t digest = digestOf(examples);
    {
        const std::lock_guard lock(m_mutex);
        if (entry->known && entry->digest == digest) {
            co_return Learnt::of(*entry->known);
        }
    }
    auto work = [&] { return Learnt::from(examples); };
    co_return co_await m_cpu.run(work);
}

boost::asio::awaitable<bool> Understandings::learnVectors(Learnt& learnt,
                                                          const std::vector<nlp::IntentExample>& examples)
{
    auto dense = co_await trainDenseIntents(m_embedders->current(), examples, m_cpu);
    if (!dense) {
        logger().warn("a classifier goes without vectors",
                      {{"why", dense.error().message}, {"detail", dense.error().detail}});
        co_return false;
    }
    learnt.dense = *std::move(dense);
    co_return true;
}

/// Puts what was learnt from the examples with this digest beside the newest configuration.
/// @param isWhole  nothing is left to be learnt from them: where they still are the newest, training ends
/// @return the examples there are now
boost::asio::awaitable<Result<std::vector<nlp::IntentExample>>>
Understandings::publish(EntryPtr entry, TenantId tenant, Learnt learnt, std::size_t digest, bool isWhole)
{
    // The configuration may have moved on meanwhile.
    auto source = co_await read(tenant);
    if (!source) {
        co_return fail(std::move(source).error());
    }
    auto wanted = exampleSentences(*source);
    auto known = std::make_shared<const TenantUnderstanding>(
        *std::move(source), m_prefixOf(tenant), learnt.model, learnt.examples, learnt.dense);
    const std::lock_guard lock(m_mutex);
    if (entry->known && entry->known->configVersion() > known->configVersion()) {
        // A message was quicker; whoever trains looks again.
        co_return wanted;
    }
    entry->known = std::move(known);
    entry->digest = digest;
    if (isWhole && digestOf(wanted) == digest) {
        entry->isTraining = false;
    }
    co_return wanted;
}

boost::asio::awaitable<void>
Understandings::trainLater(EntryPtr entry, TenantId tenant, std::vector<nlp::IntentExample> examples)
{
    runtime::Notifier rest(co_await boost::asio::this_coro::executor);
    auto pause = kTrainAgain;
    for (;;) {
        const auto began = std::chrono::steady_clock::now();
        const std::size_t digest = digestOf(examples);
        auto learnt = co_await learnWords(entry, examples);
        bool isWhole = learnt.has_value();
        if (isWhole && wantsVectors(*learnt)) {
            // Words do, as long as vectors take.
            (void)co_await publish(entry, tenant, *learnt, digest, false);
            isWhole = co_await learnVectors(*learnt, examples);
        }
        Result<std::vector<nlp::IntentExample>> wanted = examples;
        if (learnt) {
            wanted = co_await publish(entry, tenant, *std::move(learnt), digest, isWhole);
        }
        if (!isWhole || !wanted) {
            (void)co_await rest.wait(std::chrono::steady_clock::now() + pause);
            pause = std::min(pause * 2, kTrainAgainAtMost);
        } else {
            const auto took = std::chrono::steady_clock::now() - began;
            logger().info("classifier trained",
                          {{"tenant", tenant.value},
                           {"examples", examples.size()},
                           {"ms", std::chrono::duration_cast<std::chrono::milliseconds>(took).count()}});
        }
        {
            const std::lock_guard lock(m_mutex);
            if (!entry->isTraining) {
                co_return;
            }
        }
        examples = wanted ? *std::move(wanted) : std::move(examples);
    }
}

void Understandings::warmUp()
{
    m_scope.spawn("agents.warm_up", trainShipped());
}

boost::asio::awaitable<void> Understandings::trainShipped()
{
    auto work = []() -> Result<void> {
        nlp::ShippedClasses::instance();
        return {};
    };
    // It cannot fail but for a pool that is full; then the first message trains them.
    (void)co_await m_cpu.run(work);
}

boost::asio::awaitable<void> Understandings::settle()
{
    return m_scope.waitIdle();
}

boost::asio::awaitable<void> Understandings::stop()
{
    return m_scope.cancelAndWait();
}

} // namespace parley::server::agents
