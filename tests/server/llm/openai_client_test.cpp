// SPDX-License-Identifier: MIT
#include "server/llm/openai_client.h"
#include "server/net/curl_http_client.h"
#include "tests/server/net/fake_resolver.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/fake_openai_server.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::llm;
using parley::test::FakeOpenAiServer;
using parley::test::Mischief;
using server::runtime::Budget;

using Mischiefs = std::vector<Mischief>;

class OpenAiClientTest : public QObject {
    Q_OBJECT

private:
    test::FakeResolver m_resolver;
    server::net::CurlHttpClient m_http{{}, m_resolver};
    server::runtime::WorkerPool m_workers{{}};
    Budget m_budget = Budget::of(std::chrono::minutes{1});

    static OpenAiOptions options(const FakeOpenAiServer& server)
    {
        OpenAiOptions options;
        options.baseUrl = server.baseUrl() + "/";
        options.apiKey = server::security::Secret("sk-test");
        options.model = "tiny";
        options.retry.first = std::chrono::milliseconds{1};
        return options;
    }

    Result<ChatReply> chat(const FakeOpenAiServer& server, ChatOptions wanted = {})
    {
        OpenAiClient client(m_http, m_workers, options(server));
        boost::asio::io_context context;
        std::vector<ChatMessage> messages{{ChatRole::System, "Be brief."}, {ChatRole::User, "Hello"}};
        return test::runCoroutine(context, client.chat(messages, wanted, m_budget));
    }

    Result<OpenAiClient::Vectors> embed(OpenAiClient& client, const std::vector<std::string>& texts)
    {
        boost::asio::io_context context;
        return test::runCoroutine(context, client.embeddings(texts, m_budget));
    }

private Q_SLOTS:
    void init() { m_budget = Budget::of(std::chrono::minutes{1}); }

    void aQuestionGetsItsAnswer()
    {
        FakeOpenAiServer server([](const nlohmann::json&) { return "Hi."; });
        ChatOptions wanted;
        wanted.temperature = 0.0;
        wanted.maxTokens = 20;
        wanted.schema = AnswerSchema{"form", {{"type", "object"}}};

        const auto reply = test::must(chat(server, wanted));

        QCOMPARE(reply.text, std::string("Hi."));
        QCOMPARE(reply.finishReason, std::string("stop"));
        QCOMPARE(reply.usage.input, std::int64_t{12});
        QCOMPARE(reply.usage.output, std::int64_t{7});
        const auto seen = server.requests().at(0);
        QCOMPARE(seen.at("model").get<std::string>(), std::string("tiny"));
        QCOMPARE(seen.at("messages").dump(),
                 std::string(
                     R"([{"content":"Be brief.","role":"system"},{"content":"Hello","role":"user"}])"));
        QCOMPARE(seen.at("max_tokens").get<int>(), 20);
        QCOMPARE(seen.at("response_format").dump(),
                 std::string(R"({"json_schema":{"name":"form","schema":{"type":"object"},"strict":true},)"
                             R"("type":"json_schema"})"));
        QCOMPARE(server.http().seen().at(0).headers.at("authorization"), std::string("Bearer sk-test"));
        QCOMPARE(server.http().seen().at(0).target, std::string("/v1/chat/completions"));
    }

    void whatMayPassIsTriedAgain_data()
    {
        QTest::addColumn<Mischiefs>("mischiefs");
        QTest::addColumn<int>("expectedRequests");
        QTest::newRow("none") << Mischiefs{} << 1;
        QTest::newRow("limited once") << Mischiefs{Mischief::RateLimit} << 2;
        QTest::newRow("limited, then broken") << Mischiefs{Mischief::RateLimit, Mischief::ServerError} << 3;
        QTest::newRow("overloaded") << Mischiefs{Mischief::Overloaded} << 2;
        QTest::newRow("cut") << Mischiefs{Mischief::Cut} << 2;
    }
    void whatMayPassIsTriedAgain()
    {
        QFETCH(Mischiefs, mischiefs);
        QFETCH(int, expectedRequests);
        FakeOpenAiServer server([](const nlohmann::json&) { return "Hi."; });
        server.meet(mischiefs);

        const auto reply = test::must(chat(server));

        QCOMPARE(reply.text, std::string("Hi."));
        QCOMPARE(static_cast<int>(server.http().seen().size()), expectedRequests);
    }

    void theRestIsSaid_data()
    {
        QTest::addColumn<Mischiefs>("mischiefs");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("expectedRequests");
        const auto row = [](const char* name, Mischiefs mischiefs, ErrorCode code, int requests) {
            QTest::newRow(name) << std::move(mischiefs) << static_cast<int>(code) << requests;
        };
        row("always limited", Mischiefs(5, Mischief::RateLimit), ErrorCode::Unavailable, 3);
        row("limited beyond the budget", {Mischief::RateLimitLong}, ErrorCode::Unavailable, 1);
        row("no quota", {Mischief::NoQuota}, ErrorCode::Unavailable, 1);
        row("always broken", Mischiefs(5, Mischief::ServerError), ErrorCode::Upstream, 3);
        row("wrong key", {Mischief::WrongKey}, ErrorCode::Upstream, 1);
        row("unknown model", {Mischief::UnknownModel}, ErrorCode::Upstream, 1);
        row("refused", {Mischief::BadRequest}, ErrorCode::InvalidArgument, 1);
        row("a page", {Mischief::Html}, ErrorCode::Upstream, 1);
        row("wrong JSON", {Mischief::WrongJson}, ErrorCode::Upstream, 1);
        row("half JSON", {Mischief::HalfJson}, ErrorCode::Upstream, 1);
        row("a redirect", {Mischief::Redirect}, ErrorCode::Upstream, 1);
        row("10 MB each time", Mischiefs(5, Mischief::Huge), ErrorCode::Upstream, 3);
    }
    void theRestIsSaid()
    {
        QFETCH(Mischiefs, mischiefs);
        QFETCH(int, code);
        QFETCH(int, expectedRequests);
        FakeOpenAiServer server([](const nlohmann::json&) { return "Hi."; });
        server.meet(mischiefs);

        const auto reply = chat(server);

        QVERIFY(!reply);
        QCOMPARE(static_cast<int>(reply.error().code), code);
        QCOMPARE(static_cast<int>(server.http().seen().size()), expectedRequests);
        QCOMPARE(reply.error().detail.find("sk-test"), std::string::npos);
        QCOMPARE(reply.error().detail.find("Hello"), std::string::npos);
    }

    void aLimitTellsHowLongToWait()
    {
        FakeOpenAiServer server([](const nlohmann::json&) { return "Hi."; });
        server.meet({Mischief::RateLimitLong});

        QCOMPARE(chat(server).error().retryAfter, std::chrono::seconds{3600});
    }

    void aServerThatHangsIsATimeout()
    {
        FakeOpenAiServer server([](const nlohmann::json&) { return "Hi."; });
        server.meet({Mischief::Hang});
        m_budget = Budget::of(std::chrono::milliseconds{30});

        const auto reply = chat(server);

        QVERIFY(!reply);
        QCOMPARE(reply.error().code, ErrorCode::Timeout);
    }

    void parametersThatAModelRefusesAreLeftOut()
    {
        FakeOpenAiServer server([](const nlohmann::json& request) { return request.dump(); });
        server.refuseParameters({"max_tokens", "temperature"});
        ChatOptions wanted;
        wanted.temperature = 0.5;
        wanted.maxTokens = 9;

        const auto last = nlohmann::json::parse(test::must(chat(server, wanted)).text);

        QCOMPARE(last.at("max_completion_tokens").get<int>(), 9);
        QVERIFY(!last.contains("temperature"));
    }

    void aParameterNobodyCanLeaveOutIsAnError()
    {
        FakeOpenAiServer server([](const nlohmann::json&) { return "Hi."; });
        server.refuseParameters({"model"});

        const auto reply = chat(server);

        QVERIFY(!reply);
        QCOMPARE(reply.error().code, ErrorCode::InvalidArgument);
    }

    void noKeyIsNoHeader()
    {
        FakeOpenAiServer server([](const nlohmann::json&) { return "Hi."; });
        auto keyless = options(server);
        keyless.apiKey = {};
        OpenAiClient client(m_http, m_workers, keyless);
        boost::asio::io_context context;
        std::vector<ChatMessage> messages{{ChatRole::User, "Hello \xFF"}};

        test::must(test::runCoroutine(context, client.chat(messages, {}, m_budget)));

        QVERIFY(!server.http().seen().at(0).headers.contains("authorization"));
    }

    void embeddingsComeInTheOrderOfTheTexts()
    {
        FakeOpenAiServer server;
        auto small = options(server);
        small.batchSize = 3;
        OpenAiClient client(m_http, m_workers, small);
        const std::vector<std::string> texts{"a", "bb", "ccc", "dddd", "eeeee", "ffffff", "g"};

        const auto vectors = test::must(embed(client, texts));

        QCOMPARE(vectors.size(), texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QVERIFY(vectors[i] == test::fakeEmbedding(texts[i], 3));
        }
        QCOMPARE(server.requests().size(), std::size_t{3});
        QCOMPARE(client.dimensions(), 3);
    }

    void anEmptyTextDoesNotFailItsBatch()
    {
        FakeOpenAiServer server;
        OpenAiClient client(m_http, m_workers, options(server));

        const auto vectors = test::must(embed(client, {"a", ""}));

        QVERIFY(vectors[1] == test::fakeEmbedding(" ", 3));
    }

    void textsThatAreTooLongAreCutUntilTheyFit()
    {
        FakeOpenAiServer server;
        server.maxTextBytes = 100;
        OpenAiClient client(m_http, m_workers, options(server));
        std::string umlauts;
        for (int i = 0; i < 300; ++i) {
            umlauts += "\u00E4";
        }

        const auto vectors = test::must(embed(client, {"short", umlauts}));

        QVERIFY(vectors[0] == test::fakeEmbedding("short", 3));
        QVERIFY(vectors[1] ==
                test::fakeEmbedding(umlauts.substr(0, 74), 3)); // 600, 300, 150, 75 less half a letter
    }

    void textsThatNeverFitAreAnError()
    {
        FakeOpenAiServer server;
        server.maxTextBytes = 2;
        OpenAiClient client(m_http, m_workers, options(server));

        const auto vectors = embed(client, {std::string(100, 'x')});

        QVERIFY(!vectors);
        QCOMPARE(vectors.error().code, ErrorCode::InvalidArgument);
    }

    void vectorsOfAnotherLengthAreRefused()
    {
        FakeOpenAiServer server;
        OpenAiClient client(m_http, m_workers, options(server));
        test::must(embed(client, {"a"}));
        server.dimensions = 4;

        const auto vectors = embed(client, {"a"});

        QVERIFY(!vectors);
        QCOMPARE(vectors.error().code, ErrorCode::Upstream);
        QCOMPARE(client.dimensions(), 3);
    }

    void brokenEmbeddingsAreUpstreamErrors_data()
    {
        QTest::addColumn<Mischiefs>("mischiefs");
        QTest::newRow("a page") << Mischiefs{Mischief::Html};
        QTest::newRow("wrong JSON") << Mischiefs{Mischief::WrongJson};
        QTest::newRow("half JSON") << Mischiefs{Mischief::HalfJson};
        QTest::newRow("another answer") << Mischiefs{Mischief::Huge};
    }
    void brokenEmbeddingsAreUpstreamErrors()
    {
        QFETCH(Mischiefs, mischiefs);
        FakeOpenAiServer server;
        server.meet(mischiefs);
        OpenAiClient client(m_http, m_workers, options(server));

        const auto vectors = embed(client, {"a"});

        QVERIFY(!vectors);
        QCOMPARE(vectors.error().code, ErrorCode::Upstream);
    }
};

PARLEY_TEST("openai_client", OpenAiClientTest)
#include "openai_client_test.moc"
