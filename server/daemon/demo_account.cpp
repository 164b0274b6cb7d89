// SPDX-License-Identifier: MIT
#include "server/daemon/demo_account.h"

#include "server/daemon/demo_seed.h"
#include "server/store/settings_repository.h"
#include "server/tools/builtins/demo_account.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

namespace parley::server::daemon {

namespace {

using nlohmann::json;

/// Empty where it cannot be read.
json readAccounts(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary); // at start-up, before the first request
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return json::parse(text, nullptr, false);
}

std::optional<tools::ToolChanges> changesOf(const json& tool)
{
    tools::ToolChanges changes;
    try {
        changes.name = tool.at("name").get<std::string>();
        changes.kind = tool.at("kind").get<std::string>();
        changes.description = tool.at("description").get<std::string>();
        changes.priority = tool.value("priority", std::int64_t{0});
        changes.config = tool.at("config");
    } catch (const json::exception&) {
        return std::nullopt;
    }
    return changes;
}

boost::asio::awaitable<Result<void>> addTools(tools::ToolCatalog& catalog, TenantId tenant, json list)
{
    for (const json& tool : list) {
        auto changes = changesOf(tool);
        if (!changes) {
            co_return fail(ErrorCode::Unavailable, "The demo's account.json has a tool that is none.");
        }
        auto added = co_await catalog.create(tenant, *std::move(changes), identity::Actor::system());
        if (!added && added.error().code != ErrorCode::Conflict) {
            co_return fail(std::move(added).error());
        }
    }
    co_return Result<void>();
}

} // namespace

boost::asio::awaitable<Result<void>>
addDemoAccount(tools::ToolCatalog& catalog, Foundation& base, std::filesystem::path folder)
{
    const auto tenant = base.tenants->findBySlug(kDemoSlug);
    if (!tenant) {
        co_return Result<void>();
    }
    const std::string section(tools::DemoAccount::kSection);
    const auto scope = store::Scope::of(tenant->row.id);
    auto look = [&](store::ReadTransaction& tx) { return store::SettingsRepository().find(tx, section); };
    auto known = co_await base.database->read(scope, look);
    if (!known || known->has_value()) {
        co_return known ? Result<void>() : Result<void>(fail(std::move(known).error()));
    }
    json demo = readAccounts(folder / "account.json");
    if (!demo.is_object() || !demo.contains("accounts") || !demo.contains("tools")) {
        co_return fail(ErrorCode::Unavailable, "The demo's account.json has no tools and accounts.");
    }
    auto added = co_await addTools(catalog, tenant->row.id, demo["tools"]);
    if (!added) {
        co_return added;
    }
    demo.erase("tools");
    // Last: it also says that all of this is done.
    auto put = [&](store::Transaction& tx) {
        return store::SettingsRepository().put(tx, section, demo.dump(), base.clock.nowMs());
    };
    co_return co_await base.database->transact(scope, put);
}

} // namespace parley::server::daemon
