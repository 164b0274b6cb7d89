// SPDX-License-Identifier: MIT
#include "server/llm/provider_client.h"
#include "server/net/curl_http_client.h"
#include "tests/server/net/fake_resolver.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/fake_provider.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <array>

using namespace parley;
using namespace parley::server::llm;
using parley::test::Dialect;
using parley::test::FakeProvider;
using parley::test::Trouble;
using server::runtime::Budget;
using std::chrono::milliseconds;

using Troubles = std::vector<Trouble>;

namespace {

std::shared_ptr<const ChatWire> wireFor(Dialect dialect)
{
    return dialect == Dialect::OpenAi      ? openAiWire()
           : dialect == Dialect::Anthropic ? anthropicWire()
                                           : geminiWire();
}

constexpr std::array<std::pair<const char*, Dialect>, 3> kDialects{
    {{"OpenAI", Dialect::OpenAi}, {"Anthropic", Dialect::Anthropic}, {"Gemini", Dialect::Gemini}}};

} // namespace

class ProviderClientTest : public QObject {
    Q_OBJECT

private:
    test::FakeResolver m_resolver;
    server::net::CurlHttpClient m_http{{}, m_resolver};
    server::runtime::WorkerPool m_workers{{}};
    std::vector<std::string> m_pieces;

    static ProviderOptions options(const FakeProvider& server)
    {
        ProviderOptions options;
        options.baseUrl = server.baseUrl() + "/";
        options.apiKey = server::security::Secret("sk-test");
        options.model = "tiny";
        options.retry.first = milliseconds{1};
        options.timeouts.firstToken = options.timeouts.betweenTokens = milliseconds{300};
        return options;
    }

    Result<ChatReply> ask(const FakeProvider& server, Dialect dialect, bool isStream = true)
    {
        ProviderClient client(m_http, m_workers, wireFor(dialect), options(server));
        boost::asio::io_context context;
        std::vector<ChatMessage> messages{{ChatRole::User, "Hello"}};
        m_pieces.clear();
        ChatListener listener;
        listener.onText = [&](std::string_view piece) { m_pieces.emplace_back(piece); };
        const Budget budget = Budget::of(std::chrono::minutes{1});
        auto work =
            isStream ? client.stream(messages, {}, listener, budget) : client.chat(messages, {}, budget);
        return test::runCoroutine(context, std::move(work));
    }

    static void addDialects()
    {
        QTest::addColumn<int>("dialect");
        for (const auto& [name, dialect] : kDialects) {
            QTest::newRow(name) << static_cast<int>(dialect);
        }
    }

private Q_SLOTS:
    void piecesAreToldAsTheyCome_data() { addDialects(); }
    void piecesAreToldAsTheyCome()
    {
        QFETCH(int, dialect);
        FakeProvider server(static_cast<Dialect>(dialect));
        server.says({"Gr", "üße", ", \"you\"\n"});

        const auto reply = test::must(ask(server, static_cast<Dialect>(dialect)));

        QVERIFY((m_pieces == std::vector<std::string>{"Gr", "üße", ", \"you\"\n"}));
        QCOMPARE(reply.text, std::string("Grüße, \"you\"\n"));
        QCOMPARE(reply.finishReason, std::string("stop"));
        QCOMPARE(reply.usage.input, std::int64_t{12});
        QCOMPARE(reply.usage.output, std::int64_t{7});
    }

    void wholeAnswersAreRead_data() { addDialects(); }
    void wholeAnswersAreRead()
    {
        QFETCH(int, dialect);
        FakeProvider server(static_cast<Dialect>(dialect));
        server.calls({{"track", R"({"order":7})"}});

        const auto reply = test::must(ask(server, static_cast<Dialect>(dialect), false));

        QCOMPARE(reply.text, std::string("Hello."));
        QCOMPARE(reply.toolCalls.size(), std::size_t{1});
        QCOMPARE(reply.toolCalls[0].arguments, std::string(R"({"order":7})"));
        QCOMPARE(reply.finishReason, std::string("tool_calls"));
    }

    void theKeyGoesWhereItBelongs()
    {
        const std::array<const char*, 3> names{"authorization", "x-api-key", "x-goog-api-key"};
        for (const auto& [name, dialect] : kDialects) {
            FakeProvider server(dialect);
            test::must(ask(server, dialect));
            const auto seen = server.http().seen().at(0);
            QVERIFY(seen.headers.at(names[static_cast<std::size_t>(dialect)]).ends_with("sk-test"));
            QVERIFY(seen.target.find("sk-test") == std::string::npos);
        }
    }

    void callsArePutTogether_data() { addDialects(); }
    void callsArePutTogether()
    {
        QFETCH(int, dialect);
        FakeProvider server(static_cast<Dialect>(dialect));
        server.says({"One moment."});
        server.calls({{"track", R"({"order":"ü7"})"}, {"refund", R"({"a":[1,2]})"}});

        const auto reply = test::must(ask(server, static_cast<Dialect>(dialect)));

        QCOMPARE(reply.toolCalls.size(), std::size_t{2});
        QCOMPARE(reply.toolCalls[0].name, std::string("track"));
        QCOMPARE(nlohmann::json::parse(reply.toolCalls[0].arguments).dump(),
                 std::string(R"({"order":"ü7"})"));
        QCOMPARE(nlohmann::json::parse(reply.toolCalls[1].arguments).dump(), std::string(R"({"a":[1,2]})"));
        QVERIFY(reply.toolCalls[0].id != reply.toolCalls[1].id);
        QCOMPARE(reply.finishReason, std::string("tool_calls"));
        QCOMPARE(reply.toolCalls[0].signature.empty(), static_cast<Dialect>(dialect) != Dialect::Gemini);
    }

    void argumentsThatAreNoObjectArePassedOn_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<std::string>("arguments");
        for (const auto& [name, dialect] : kDialects) {
            QTest::addRow("%s, broken", name) << static_cast<int>(dialect) << std::string("{\"order\":");
            QTest::addRow("%s, a list", name) << static_cast<int>(dialect) << std::string("[1,2]");
        }
    }
    void argumentsThatAreNoObjectArePassedOn()
    {
        QFETCH(int, dialect);
        QFETCH(std::string, arguments);
        FakeProvider server(static_cast<Dialect>(dialect));
        server.calls({{"track", arguments}});

        const auto reply = test::must(ask(server, static_cast<Dialect>(dialect)));

        QCOMPARE(reply.toolCalls.size(), std::size_t{1});
        QVERIFY(reply.toolCalls[0].arguments.find(arguments.substr(0, 2)) != std::string::npos ||
                reply.toolCalls[0].arguments.find("order") != std::string::npos);
        QVERIFY(!nlohmann::json::parse(reply.toolCalls[0].arguments, nullptr, false).is_object());
    }

    void eachFaultEndsClearly_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<Troubles>("troubles");
        QTest::addColumn<int>("code"); // -1: it is got over
        QTest::addColumn<int>("requests");
        for (const auto& [name, dialect] : kDialects) {
            const auto row = [&,
                              said = name,
                              spoken = dialect](const char* what, Troubles troubles, int code, int requests) {
                QTest::addRow("%s, %s", said, what)
                    << static_cast<int>(spoken) << std::move(troubles) << code << requests;
            };
            const auto code = [](ErrorCode of) { return static_cast<int>(of); };
            row("limited once", {Trouble::RateLimit}, -1, 2);
            row("broken twice", {Trouble::ServerError, Trouble::ServerError}, -1, 3);
            row("broken for good", Troubles(5, Trouble::ServerError), code(ErrorCode::Upstream), 3);
            row("limited for an hour", {Trouble::LongLimit}, code(ErrorCode::Unavailable), 1);
            row("wrong key", {Trouble::WrongKey}, code(ErrorCode::Upstream), 1);
            row("no headers", {Trouble::HangAtOnce}, code(ErrorCode::Timeout), 1);
            row("no first token", {Trouble::HangAtFirst}, code(ErrorCode::Timeout), 1);
            row("hangs half way", {Trouble::HangHalfWay}, code(ErrorCode::Timeout), 1);
            row("cut half way", {Trouble::CutHalfWay}, code(ErrorCode::Upstream), 1);
            row("ends half way", {Trouble::EndsHalfWay}, code(ErrorCode::Upstream), 1);
            row("a page", {Trouble::Html}, code(ErrorCode::Upstream), 1);
            row("wrong JSON", {Trouble::WrongJson}, code(ErrorCode::Upstream), 1);
            row("an error half way", {Trouble::ErrorEvent}, code(ErrorCode::Unavailable), 1);
            row("10 MB", {Trouble::TenMegabytes}, code(ErrorCode::Upstream), 1);
            row("endless", {Trouble::Endless}, code(ErrorCode::Upstream), 1);
        }
    }
    void eachFaultEndsClearly()
    {
        QFETCH(int, dialect);
        QFETCH(Troubles, troubles);
        QFETCH(int, code);
        QFETCH(int, requests);
        FakeProvider server(static_cast<Dialect>(dialect));
        server.meet(troubles);

        const auto reply = ask(server, static_cast<Dialect>(dialect));

        QCOMPARE(reply.has_value(), code == -1);
        QVERIFY2(reply || static_cast<int>(reply.error().code) == code,
                 reply ? "" : (reply.error().message + " " + reply.error().detail).c_str());
        QCOMPARE(static_cast<int>(server.http().seen().size()), requests);
        QVERIFY(reply || reply.error().detail.find("sk-test") == std::string::npos);
    }

    void aWholeAnswerInsteadOfAStreamIsTakenToo()
    {
        test::FakeHttpServer server([](const test::SeenRequest&) {
            return test::FakeAnswer::json(R"({"choices":[{"message":{"content":"All at once"}}]})");
        });
        FakeProvider other(Dialect::OpenAi);
        ProviderOptions wanted = options(other);
        wanted.baseUrl = server.url("/v1");
        ProviderClient client(m_http, m_workers, openAiWire(), wanted);
        boost::asio::io_context context;
        ChatListener listener;
        m_pieces.clear();
        listener.onText = [&](std::string_view piece) { m_pieces.emplace_back(piece); };
        std::vector<ChatMessage> messages{{ChatRole::User, "Hello"}};

        const auto reply = test::must(
            test::runCoroutine(context,
                               client.stream(messages, {}, listener, Budget::of(std::chrono::minutes{1}))));

        QCOMPARE(reply.text, std::string("All at once"));
        QVERIFY((m_pieces == std::vector<std::string>{"All at once"}));
    }
};

PARLEY_TEST("provider_client", ProviderClientTest)
#include "provider_client_test.moc"
