// SPDX-License-Identifier: MIT
#include "server/tools/tool_sets.h"

#include "server/store/tenant_state_repository.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace parley::server::tools {

namespace {

constexpr int kMaxTools = 500;

struct Rows {
    std::int64_t version = 0;
    std::vector<store::ToolRow> tools;
};

} // namespace

std::shared_ptr<ToolSets::Entry> ToolSets::entryOf(const TenantId& tenant)
{
    const std::lock_guard lock(m_mutex);
    auto& entry = m_entries[tenant.value];
    if (!entry) {
        entry = std::make_shared<Entry>();
    }
    const std::shared_ptr<Entry> kept = entry;
    kept->lastUse = ++m_uses;
    while (m_entries.size() > m_maxOpen) {
        m_entries.erase(
            std::min_element(m_entries.begin(), m_entries.end(), [](const auto& a, const auto& b) {
                return a.second->lastUse < b.second->lastUse;
            }));
    }
    return kept;
}

boost::asio::awaitable<Result<ToolSets::Set>> ToolSets::read(TenantId tenant)
{
    auto job = [](store::ReadTransaction& tx) -> Result<Rows> {
        auto versions = store::TenantStateRepository().versions(tx);
        auto tools = store::ToolRepository().list(tx, std::string(), kMaxTools);
        if (!versions || !tools) {
            return fail(versions ? tools.error() : versions.error());
        }
        return Rows{versions->config, *std::move(tools)};
    };
    auto scope = store::Scope::of(tenant);
    auto rows = co_await m_database.read(scope, job);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    std::vector<Tool> tools;
    for (const store::ToolRow& row : rows->tools) {
        tools.push_back(toolOf(row, m_fernet));
    }
    co_return std::make_shared<const ToolSet>(rows->version, std::move(tools));
}

boost::asio::awaitable<Result<ToolSets::Set>>
ToolSets::of(TenantId tenant, std::int64_t configVersion, runtime::Budget budget)
{
    const std::shared_ptr<Entry> entry = entryOf(tenant);
    for (;;) {
        {
            const std::lock_guard lock(m_mutex);
            if (entry->set && entry->set->configVersion() >= configVersion) {
                co_return entry->set;
            }
        }
        auto pass = co_await entry->flight.enter(budget);
        if (!pass) {
            co_return fail(std::move(pass).error().in("tools"));
        }
        if (!*pass) {
            continue; // somebody else has just read it
        }
        auto set = co_await read(tenant);
        if (!set) {
            co_return fail(std::move(set).error());
        }
        const std::lock_guard lock(m_mutex);
        entry->set = *set;
        co_return *set;
    }
}

} // namespace parley::server::tools
