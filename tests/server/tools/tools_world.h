// SPDX-License-Identifier: MIT
#pragma once

#include "server/net/curl_http_client.h"
#include "server/store/tenant_state_repository.h"
#include "server/tools/tenant_tools.h"
#include "server/tools/tool_catalog.h"
#include "tests/server/net/fake_resolver.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/fake_http_server.h"

namespace parley::test {

/// For comparing: Qt Test tries to convert JSON values to types of its own.
inline std::string text(const nlohmann::json& value)
{
    return value.dump();
}

/// The tools of one tenant, on a desk, with a client that may reach loopback.
struct ToolsWorld : DeskWorld {
    explicit ToolsWorld(FreshDatabase& fresh, const std::vector<std::string>& allowed = {"127.0.0.1"})
        : DeskWorld(*fresh, fresh.first), http(allowing(allowed), resolver)
    {
        server::runtime::WorkerPoolOptions options;
        options.name = "cpu";
        cpu = std::make_unique<server::runtime::WorkerPool>(options);
        library = std::make_unique<server::knowledge::Library>(database, *cpu);
        tools = std::make_unique<server::tools::TenantTools>(toolServices());
    }
    ~ToolsWorld()
    {
        http.close();
        cpu->close();
    }

    static server::net::HttpClientOptions allowing(const std::vector<std::string>& networks)
    {
        server::net::HttpClientOptions options;
        options.allow = must(server::net::NetworkList::parse(networks));
        return options;
    }

    server::tools::ToolServices toolServices()
    {
        return {database,
                fernet,
                http,
                *library,
                services,
                clock,
                [](const TenantId&) { return std::string("TF"); },
                [this](const TenantId&) { return kinds; },
                remotes};
    }

    /// A tool by its JSON, as POST /tools gives it.
    Result<server::store::ToolRow> add(const nlohmann::json& wanted)
    {
        return run(catalog.create(tenant, changesOf(wanted), server::identity::Actor::system()));
    }
    Result<server::store::ToolRow> change(const server::store::ToolRow& row, const nlohmann::json& wanted)
    {
        return run(catalog.update(tenant, row.id, changesOf(wanted), server::identity::Actor::system()));
    }

    static server::tools::ToolChanges changesOf(const nlohmann::json& wanted)
    {
        server::tools::ToolChanges changes;
        const auto text = [&](const char* name) {
            return wanted.contains(name) ? std::optional(wanted[name].get<std::string>()) : std::nullopt;
        };
        const auto flag = [&](const char* name) {
            return wanted.contains(name) ? std::optional(wanted[name].get<bool>()) : std::nullopt;
        };
        const auto object = [&](const char* name) {
            return wanted.contains(name) ? std::optional(wanted[name]) : std::nullopt;
        };
        changes.name = text("name");
        changes.kind = text("kind");
        changes.description = text("description");
        changes.enabled = flag("enabled");
        changes.isWrite = flag("is_write");
        changes.isPersonal = flag("is_personal");
        if (wanted.contains("priority")) {
            changes.priority = wanted["priority"].get<std::int64_t>();
        }
        changes.inputSchema = object("input_schema");
        changes.config = object("config");
        return changes;
    }

    std::int64_t configVersion()
    {
        return must(read([](server::store::ReadTransaction& tx) {
                   return server::store::TenantStateRepository().versions(tx);
               }))
            .config;
    }

    /// A turn of an open conversation, for nobody in particular.
    server::tools::ToolContext context()
    {
        server::tools::ToolContext context;
        context.tenant = tenant;
        context.configVersion = configVersion();
        return context;
    }

    /// In a conversation of a customer whose identity is proven.
    server::tools::ToolContext verifiedContext(const std::string& userId = "maya")
    {
        server::store::CustomerRow customer;
        customer.id = ids.make<CustomerId>();
        customer.userId = userId;
        customer.email = userId + "@shop.example";
        customer.verified = true;
        server::store::ConversationRow row;
        row.id = ids.make<ConversationId>();
        row.customer = customer.id;
        row.channel = "web";
        row.status = "open";
        must(write([&](server::store::Transaction& tx) -> Result<void> {
            auto created = services.customers.create(tx, customer);
            return created ? services.conversations.create(tx, row) : created;
        }));
        auto made = context();
        made.conversation = row.id;
        made.customer = customer.id;
        made.run = ids.make<RunId>();
        made.isVerified = true;
        return made;
    }

    server::tools::ToolOutcome call(server::tools::ToolContext context,
                                    const std::string& name,
                                    const nlohmann::json& input,
                                    std::chrono::milliseconds limit = std::chrono::minutes(1))
    {
        const auto budget = server::runtime::Budget::of(limit);
        return must(run(tools->call(std::move(context), name, input, budget)));
    }

    Result<server::tools::ToolOutcome> tryOut(const server::store::ToolRow& row,
                                              server::tools::ToolTrial trial)
    {
        const auto budget = server::runtime::Budget::of(std::chrono::minutes(1));
        return run(tools->test(tenant, row, std::move(trial), budget));
    }

    std::vector<server::tools::ToolInfo> listed(const std::vector<std::string>& names)
    {
        const auto budget = server::runtime::Budget::of(std::chrono::minutes(1));
        return must(run(tools->list(tenant, configVersion(), names, budget)));
    }

    server::security::Fernet fernet{
        server::security::Fernet::fromText(server::security::FernetKey::generateText().reveal()).value()};
    FakeResolver resolver;
    server::net::CurlHttpClient http;
    std::vector<std::string> kinds; ///< what the tenant may use; empty: all
    server::tools::RemoteTools* remotes = nullptr;
    server::tools::ToolCatalog catalog{
        database, fernet, {[this](const TenantId&) { return kinds; }, {}}, clock, ids};
    std::unique_ptr<server::runtime::WorkerPool> cpu;
    std::unique_ptr<server::knowledge::Library> library;
    std::unique_ptr<server::tools::TenantTools> tools;
};

} // namespace parley::test
