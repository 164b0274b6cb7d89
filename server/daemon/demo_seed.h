// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/agent_catalog.h"
#include "server/desk/widget_settings.h"
#include "server/identity/tenants.h"
#include "server/identity/users.h"
#include "server/knowledge/documents.h"
#include "server/pipeline/golden/golden_questions.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string>

namespace parley::server::daemon {

/// Slug of the demo tenant. @source api.md
inline constexpr std::string_view kDemoSlug = "demo";

/// Where the demo comes from and where its sign-in goes.
struct DemoPlaces {
    /// Has company.json, agents.json, golden_questions.json and knowledge/*.md.
    std::filesystem::path folder;
    /// DIR/demo-sign-in.txt is written there, for the owner's eyes alone.
    std::filesystem::path data;
    /// PARLEY_DEMO_PASSWORD; empty: one is generated.
    std::string password;
};

/// Fills the demo tenant, once: people, agents, widget, knowledge base, golden questions. @thread I/O
class DemoSeed {
public:
    DemoSeed(store::Database& database,
             const Clock& clock,
             identity::Tenants& tenants,
             identity::Users& users,
             desk::WidgetSettings& widget,
             knowledge::Documents& documents,
             agents::AgentCatalog& agents,
             pipeline::GoldenQuestions& questions);

    /// Does nothing when it was done before; what an interrupted attempt has left is completed. When it
    /// returns, the knowledge base can be asked.
    /// @errors Unavailable the demo's files are not there; those of the services
    boost::asio::awaitable<Result<void>> run(DemoPlaces places);

private:
    boost::asio::awaitable<Result<TenantId>> tenantFor(const nlohmann::json& company);
    boost::asio::awaitable<Result<bool>> isDone(TenantId tenant);
    boost::asio::awaitable<Result<void>> markDone(TenantId tenant);
    boost::asio::awaitable<Result<void>> addPeople(TenantId tenant, const DemoPlaces& places);
    boost::asio::awaitable<Result<void>> addKnowledge(TenantId tenant, std::filesystem::path folder);
    boost::asio::awaitable<Result<void>> awaitReading(TenantId tenant);

    store::Database& m_database;
    const Clock& m_clock;
    identity::Tenants& m_tenants;
    identity::Users& m_users;
    desk::WidgetSettings& m_widget;
    knowledge::Documents& m_documents;
    agents::AgentCatalog& m_agents;
    pipeline::GoldenQuestions& m_questions;
};

} // namespace parley::server::daemon
