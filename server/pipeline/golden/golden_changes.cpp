// SPDX-License-Identifier: MIT
#include "server/pipeline/golden/golden_changes.h"

#include "server/store/agent_repository.h"
#include "server/store/audit_repository.h"
#include "server/store/document_repository.h"
#include "server/store/tenant_state_repository.h"
#include "shared/core/clock.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace parley::server::pipeline {

namespace {

constexpr int kAllAgents = 1'000;
/// Documents and edits that a run names.
constexpr std::size_t kNamed = 20;
/// Audit events that are looked through for edits.
constexpr int kLookedThrough = 200;

nlohmann::json fromTo(const nlohmann::json& from, const nlohmann::json& to)
{
    return {{"from", from}, {"to", to}};
}

Result<nlohmann::json> agentVersions(store::ReadTransaction& tx)
{
    auto agents = store::AgentRepository().list(tx, std::string(), kAllAgents);
    if (!agents) {
        return fail(std::move(agents).error());
    }
    auto versions = nlohmann::json::object();
    for (const store::AgentRow& agent : *agents) {
        versions[agent.name] = agent.version;
    }
    return versions;
}

/// `[{"name","from","to"}]`; null stands for an agent that is not there.
nlohmann::json changedAgents(const nlohmann::json& before, const nlohmann::json& after)
{
    auto changed = nlohmann::json::array();
    const auto add = [&](const std::string& name, const nlohmann::json& from, const nlohmann::json& to) {
        changed.push_back({{"name", name}, {"from", from}, {"to", to}});
    };
    for (const auto& [name, version] : after.items()) {
        const auto earlier = before.value(name, nlohmann::json());
        if (earlier != version) {
            add(name, earlier, version);
        }
    }
    for (const auto& [name, version] : before.items()) {
        if (!after.contains(name)) {
            add(name, version, nullptr);
        }
    }
    return changed;
}

/// Documents whose passages changed since; what was removed is not there to be named.
Result<nlohmann::json> changedDocuments(store::ReadTransaction& tx, std::int64_t sinceMs)
{
    auto versions = store::DocumentRepository().readyVersions(tx);
    if (!versions) {
        return fail(std::move(versions).error());
    }
    auto changed = nlohmann::json::array();
    for (const store::DocumentVersion& version : *versions) {
        if (version.updatedMs < sinceMs || changed.size() == kNamed) {
            continue;
        }
        auto document = store::DocumentRepository().find(tx, version.id);
        if (!document) {
            return fail(std::move(document).error());
        }
        if (*document) {
            changed.push_back({{"document_id", version.id.value}, {"title", (*document)->title}});
        }
    }
    return changed;
}

/// What people changed of the configuration since.
Result<nlohmann::json> edits(store::ReadTransaction& tx, std::int64_t sinceMs)
{
    static constexpr std::array<std::string_view, 6> kNotAnswers{
        "user", "api_client", "ticket", "tenant", "customer", "conversation"};
    store::AuditFilter filter;
    filter.fromMs = sinceMs;
    filter.limit = kLookedThrough;
    auto events = store::AuditRepository().list(tx, filter);
    if (!events) {
        return fail(std::move(events).error());
    }
    auto named = nlohmann::json::array();
    for (const store::AuditRow& event : *events) {
        if (std::ranges::find(kNotAnswers, event.objectKind) != kNotAnswers.end() || named.size() == kNamed) {
            continue;
        }
        named.push_back(
            {{"action", event.action},
             {"object_id", event.objectId},
             {"actor_id", event.actorId.empty() ? nlohmann::json() : nlohmann::json(event.actorId)},
             {"created_ts", toRfc3339(event.atMs)}});
    }
    return named;
}

} // namespace

Result<void> noteGoldenChanges(store::ReadTransaction& tx,
                               const std::optional<store::GoldenRunRow>& previous,
                               store::GoldenRunRow& run)
{
    auto versions = store::TenantStateRepository().versions(tx);
    auto agents = agentVersions(tx);
    if (!versions || !agents) {
        return fail(versions ? agents.error() : versions.error());
    }
    run.configVersion = versions->config;
    run.indexVersion = versions->index;
    run.agents = agents->dump();
    if (!previous) {
        run.changes = "{}";
        return {};
    }
    run.previousId = previous->id;
    auto documents = changedDocuments(tx, previous->createdMs);
    auto edited = edits(tx, previous->createdMs);
    if (!documents || !edited) {
        return fail(documents ? edited.error() : documents.error());
    }
    auto before = nlohmann::json::parse(previous->agents, nullptr, false);
    if (!before.is_object()) {
        before = nlohmann::json::object();
    }
    const nlohmann::json changes = {{"config_version", fromTo(previous->configVersion, run.configVersion)},
                                    {"index_version", fromTo(previous->indexVersion, run.indexVersion)},
                                    {"questions", previous->questionsMark != run.questionsMark},
                                    {"agents", changedAgents(before, *agents)},
                                    {"documents", *std::move(documents)},
                                    {"edits", *std::move(edited)}};
    run.changes = changes.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return {};
}

} // namespace parley::server::pipeline
