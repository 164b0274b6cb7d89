// SPDX-License-Identifier: MIT
#include "server/daemon/demo_seed.h"

#include "server/daemon/secret_file.h"
#include "server/runtime/notifier.h"
#include "server/security/random.h"

#include <QFile>

#include <boost/asio/this_coro.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace parley::server::daemon {

namespace {

namespace fs = std::filesystem;

/// Bytes of a generated password before encoding: 96 bits.
constexpr std::size_t kPasswordBytes = 12;
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

DemoSeed::DemoSeed(identity::Tenants& tenants,
                   identity::Users& users,
                   desk::WidgetSettings& widget,
                   knowledge::Documents& documents)
    : m_tenants(tenants)
    , m_users(users)
    , m_widget(widget)
    , m_documents(documents)
{}

boost::asio::awaitable<Result<void>> DemoSeed::run(DemoPlaces places)
{
    auto known = co_await m_tenants.get(std::string(kDemoSlug));
    if (known) {
        co_return Result<void>();
    }
    if (known.error().code != ErrorCode::NotFound) {
        co_return fail(std::move(known).error());
    }
    auto text = readAll(places.folder / "company.json");
    if (!text) {
        co_return fail(std::move(text).error());
    }
    auto company = nlohmann::json::parse(*text);
    identity::NewTenant wanted;
    wanted.slug = kDemoSlug;
    wanted.name = company.value("name", "Demo");
    wanted.ticketPrefix = company.value("ticket_prefix", "");
    auto tenant = co_await m_tenants.create(std::move(wanted), identity::Actor::system());
    if (!tenant) {
        co_return fail(std::move(tenant).error());
    }
    auto people = co_await addPeople(tenant->id, places);
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
    auto widget = co_await m_widget.put(tenant->id, std::move(look));
    if (!widget) {
        co_return widget;
    }
    auto knowledge = co_await addKnowledge(tenant->id, places.folder / "knowledge");
    if (!knowledge) {
        co_return knowledge;
    }
    co_return co_await awaitReading(tenant->id);
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
    const std::string password =
        places.password.empty() ? security::randomToken(kPasswordBytes) : places.password;
    for (const Person& person : kPeople) {
        identity::NewUser wanted;
        wanted.tenant = tenant;
        wanted.email = person.email;
        wanted.displayName = person.name;
        wanted.role = person.role;
        wanted.password = security::Secret(password);
        auto created = co_await m_users.create(std::move(wanted), identity::Actor::system());
        if (!created && created.error().code != ErrorCode::Conflict) {
            co_return fail(std::move(created).error());
        }
    }
    std::string note = "Sign-in of the demo tenant\n\n";
    for (const Person& person : kPeople) {
        note += std::string(person.role) + ": " + std::string(person.email) + "\n";
    }
    note += places.password.empty() ? "password: " + password + "\n" : "password: the one of PARLEY_DEMO_PASSWORD\n";
    co_return writePrivateFile(places.data / "demo-sign-in.txt", note);
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
        co_return fail(ErrorCode::Unavailable, "The demo's knowledge base is not in " + folder.string() + ".");
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
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
        document.source = file.filename().string();
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
