// SPDX-License-Identifier: MIT
#include "server/daemon/demo_seed.h"

#include "server/daemon/demo_agents.h"
#include "server/daemon/demo_questions.h"
#include "server/daemon/secret_file.h"
#include "server/runtime/notifier.h"
#include "server/security/random.h"
#include "server/store/database.h"
#include "server/store/settings_repository.h"

#include <boost/asio/this_coro.hpp>
#include <nlohmann/json.hpp>

#include <QFile>

#include <algorithm>
#include <array>

namespace parley::server::daemon {

namespace {

namespace fs = std::filesystem;

/// Bytes of a generated password before encoding: 96 bits.
constexpr std::size_t kPasswordBytes = 12;
/// Where a tenant notes that its demo is complete.
constexpr auto kSection = "demo";
constexpr auto kReadingLimit = std::chrono::seconds(60);
constexpr auto kReadingPoll = std::chrono::milliseconds(50);

Result<std::string> readAll(const fs::path& file)
{
    QFile in(QString::fromStdString(file.string()));
    if (!in.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Unavailable, "The demo's file " + file.string() + " cannot be read.");
    }
    return in.readAll().toStdString();
}

/// `title:` and `category:` of the front matter between two "---" lines.
std::string frontMatter(const std::string& text, const std::string& name)
{
    const std::size_t end = text.find("\n---");
    const std::size_t at = text.find("\n" + name + ":");
    if (!text.starts_with("---") || at == std::string::npos || at > end) {
        return {};
    }
    const std::size_t from = at + name.size() + 2;
    std::string value = text.substr(from, text.find('\n', from) - from);
    const auto isQuote = [](char c) { return c == ' ' || c == '"' || c == '\''; };
    while (!value.empty() && isQuote(value.front())) {
        value.erase(0, 1);
    }
    while (!value.empty() && isQuote(value.back())) {
        value.pop_back();
    }
    return value;
}

} // namespace

DemoSeed::DemoSeed(store::Database& database,
                   const Clock& clock,
                   identity::Tenants& tenants,
                   identity::Users& users,
                   desk::WidgetSettings& widget,
                   knowledge::Documents& documents,
                   agents::AgentCatalog& agents,
                   pipeline::GoldenQuestions& questions)
    : m_database(database),
      m_clock(clock),
      m_tenants(tenants),
      m_users(users),
      m_widget(widget),
      m_documents(documents),
      m_agents(agents),
      m_questions(questions)
{}

boost::asio::awaitable<Result<TenantId>> DemoSeed::tenantFor(const nlohmann::json& company)
{
    auto known = co_await m_tenants.get(std::string(kDemoSlug));
    if (known) {
        co_return known->id;
    }
    if (known.error().code != ErrorCode::NotFound) {
        co_return fail(std::move(known).error());
    }
    identity::NewTenant wanted;
    wanted.slug = kDemoSlug;
    wanted.name = company.value("name", "Demo");
    wanted.ticketPrefix = company.value("ticket_prefix", "");
    auto created = co_await m_tenants.create(std::move(wanted), identity::Actor::system());
    if (!created) {
        co_return fail(std::move(created).error());
    }
    co_return created->id;
}

boost::asio::awaitable<Result<bool>> DemoSeed::isDone(TenantId tenant)
{
    auto look = [](store::ReadTransaction& tx) { return store::SettingsRepository().find(tx, kSection); };
    auto scope = store::Scope::of(tenant);
    auto found = co_await m_database.read(scope, look);
    if (!found) {
        co_return fail(std::move(found).error());
    }
    co_return found->has_value();
}

boost::asio::awaitable<Result<void>> DemoSeed::markDone(TenantId tenant)
{
    auto mark = [&](store::Transaction& tx) {
        return store::SettingsRepository().put(tx, kSection, R"({"seeded":true})", m_clock.nowMs());
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, mark);
}

boost::asio::awaitable<Result<void>> DemoSeed::run(DemoPlaces places)
{
    auto text = readAll(places.folder / "company.json");
    if (!text) {
        co_return fail(std::move(text).error());
    }
    const auto company = nlohmann::json::parse(*text, nullptr, false);
    if (!company.is_object()) {
        co_return fail(ErrorCode::Unavailable, "The demo's company.json is not a JSON object.");
    }
    auto tenant = co_await tenantFor(company);
    if (!tenant) {
        co_return fail(std::move(tenant).error());
    }
    auto done = co_await isDone(*tenant);
    if (!done || *done) {
        co_return done ? Result<void>() : Result<void>(fail(std::move(done).error()));
    }
    auto people = co_await addPeople(*tenant, places);
    if (!people) {
        co_return people;
    }
    nlohmann::json look = nlohmann::json::object();
    for (const char* name :
         {"title", "greeting", "colors", "position", "locale", "suggested_questions", "ask_email"}) {
        if (company.contains(name)) {
            look[name] = company[name];
        }
    }
    auto widget = co_await m_widget.put(*tenant, std::move(look));
    if (!widget) {
        co_return widget;
    }
    auto agentsText = readAll(places.folder / "agents.json");
    if (!agentsText) {
        co_return fail(std::move(agentsText).error());
    }
    auto agents = co_await addDemoAgents(m_agents, *tenant, *std::move(agentsText));
    if (!agents) {
        co_return agents;
    }
    auto knowledge = co_await addKnowledge(*tenant, places.folder / "knowledge");
    if (!knowledge) {
        co_return knowledge;
    }
    auto read = co_await awaitReading(*tenant);
    if (!read) {
        co_return read;
    }
    auto questionsText = readAll(places.folder / "golden_questions.json");
    if (!questionsText) {
        co_return fail(std::move(questionsText).error());
    }
    auto questions = co_await addDemoQuestions(m_questions, m_documents, *tenant, *std::move(questionsText));
    if (!questions) {
        co_return questions;
    }
    co_return co_await markDone(*tenant);
}

boost::asio::awaitable<Result<void>> DemoSeed::addPeople(TenantId tenant, const DemoPlaces& places)
{
    struct Person {
        std::string_view email;
        std::string_view name;
        std::string_view role;
    };
    static constexpr std::array kPeople = {Person{"admin@demo.example", "Alex Admin", "tenant_user"},
                                           Person{"supporter@demo.example", "Sam Supporter", "supporter"}};
    std::string password = places.password;
    if (password.empty()) {
        // Kept first and read again, so that an interrupted attempt does not leave people whose password
        // nobody knows.
        auto kept = readOrCreateSecret(places.data / "demo-password", [] {
            return security::Secret(security::randomToken(kPasswordBytes));
        });
        if (!kept) {
            co_return fail(std::move(kept).error());
        }
        password = kept->reveal();
    }
    for (const Person& person : kPeople) {
        identity::NewUser wanted;
        wanted.tenant = tenant;
        wanted.email = person.email;
        wanted.displayName = person.name;
        wanted.role = person.role;
        wanted.password = security::Secret(password);
        identity::Actor platform = identity::Actor::system();
        platform.principal.role = security::Role::Admin;
        auto created = co_await m_users.create(std::move(wanted), std::move(platform));
        if (!created && created.error().code != ErrorCode::Conflict) {
            co_return fail(std::move(created).error());
        }
    }
    std::string note = "Sign-in of the demo tenant\n\n";
    for (const Person& person : kPeople) {
        note += std::string(person.role) + ": " + std::string(person.email) + "\n";
    }
    note += places.password.empty() ? "password: " + password + "\n"
                                    : "password: the one of PARLEY_DEMO_PASSWORD\n";
    auto written = writePrivateFile(places.data / "demo-sign-in.txt", note);
    if (written) {
        std::error_code ignored;
        fs::remove(places.data / "demo-password", ignored);
    }
    co_return written;
}

boost::asio::awaitable<Result<void>> DemoSeed::addKnowledge(TenantId tenant, fs::path folder)
{
    std::vector<fs::path> files;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        if (entry.path().extension() == ".md") {
            files.push_back(entry.path());
        }
    }
    if (failed || files.empty()) {
        co_return fail(ErrorCode::Unavailable,
                       "The demo's knowledge base is not in " + folder.string() + ".");
    }
    std::sort(files.begin(), files.end());
    auto known = co_await m_documents.list(tenant, std::string(), 200);
    if (!known) {
        co_return fail(std::move(known).error());
    }
    for (const fs::path& file : files) {
        const std::string source = file.filename().string();
        const bool isKnown = std::any_of(known->begin(), known->end(), [&](const store::DocumentRow& row) {
            return row.source == source;
        });
        if (isKnown) {
            continue;
        }
        auto text = readAll(file);
        if (!text) {
            co_return fail(std::move(text).error());
        }
        knowledge::NewDocument document;
        document.title = frontMatter(*text, "title");
        if (document.title.empty()) {
            document.title = file.stem().string();
        }
        document.category = frontMatter(*text, "category");
        document.contentType = "text/markdown";
        document.source = source;
        document.bytes = *std::move(text);
        auto added = co_await m_documents.add(tenant, std::move(document));
        if (!added) {
            co_return fail(std::move(added).error());
        }
    }
    co_return Result<void>();
}

boost::asio::awaitable<Result<void>> DemoSeed::awaitReading(TenantId tenant)
{
    runtime::Notifier pause(co_await boost::asio::this_coro::executor);
    const auto deadline = std::chrono::steady_clock::now() + kReadingLimit;
    while (std::chrono::steady_clock::now() < deadline) {
        auto rows = co_await m_documents.list(tenant, std::string(), 200);
        if (!rows) {
            co_return fail(std::move(rows).error());
        }
        const bool isDone = std::all_of(rows->begin(), rows->end(), [](const store::DocumentRow& row) {
            return row.status != "queued" && row.status != "processing";
        });
        if (isDone) {
            co_return Result<void>();
        }
        (void)co_await pause.wait(std::chrono::steady_clock::now() + kReadingPoll);
    }
    // It goes on being read; only the first questions may come too early.
    co_return Result<void>();
}

} // namespace parley::server::daemon
