// SPDX-License-Identifier: MIT
#include "server/net/curl_http_client.h"
#include "server/nlp/embedding/openai_embedder.h"
#include "tests/server/net/fake_resolver.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/fake_openai_server.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace parley;
using namespace parley::server::nlp;
using parley::test::FakeOpenAiServer;
using server::runtime::Budget;

class OpenAiEmbedderTest : public QObject {
    Q_OBJECT

private:
    test::FakeResolver m_resolver;
    server::net::CurlHttpClient m_http{{}, m_resolver};
    server::runtime::WorkerPool m_workers{{}};

    static OpenAiEmbedderOptions options(const FakeOpenAiServer& server)
    {
        OpenAiEmbedderOptions options;
        options.server.baseUrl = server.baseUrl();
        options.server.model = "tiny";
        options.server.retry.first = std::chrono::milliseconds{1};
        return options;
    }

    static Result<std::vector<Embedding>>
    embed(OpenAiEmbedder& embedder, const std::string& text, EmbedKind kind)
    {
        boost::asio::io_context context;
        std::vector<std::string> texts{text};
        return test::runCoroutine(context, embedder.embed(texts, kind, Budget::of(std::chrono::minutes{1})));
    }

private Q_SLOTS:
    void vectorsAreOfUnitLength()
    {
        FakeOpenAiServer server;
        OpenAiEmbedder embedder(m_http, m_workers, options(server));

        const auto vector = test::must(embed(embedder, "hello", EmbedKind::Query)).at(0);

        const auto raw = test::fakeEmbedding("hello", 3);
        const float length = std::hypot(raw[0], raw[1], raw[2]);
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(std::abs(vector[i] - raw[i] / length) < 1e-6F);
        }
    }

    void theIdentityIsKnownWithTheLength()
    {
        FakeOpenAiServer server;
        OpenAiEmbedder embedder(m_http, m_workers, options(server));
        const std::string before = embedder.identity();
        test::must(embed(embedder, "hello", EmbedKind::Query));
        auto told = options(server);
        told.server.dimensions = 3;

        QCOMPARE(before, std::string());
        QVERIFY(!embedder.identity().empty());
        QCOMPARE(OpenAiEmbedder(m_http, m_workers, told).identity(), embedder.identity());
    }

    void theIdentityTellsModelsApart_data()
    {
        QTest::addColumn<int>("change");
        QTest::newRow("model") << 0;
        QTest::newRow("server") << 1;
        QTest::newRow("prefix") << 2;
        QTest::newRow("length") << 3;
        QTest::newRow("a very long name") << 4;
    }
    void theIdentityTellsModelsApart()
    {
        QFETCH(int, change);
        FakeOpenAiServer server;
        auto one = options(server);
        one.server.dimensions = 3;
        auto other = one;
        switch (change) {
        case 0:
            other.server.model = "small";
            break;
        case 1:
            other.server.baseUrl = "http://127.0.0.1:1/v1";
            break;
        case 2:
            other.passagePrefix = "passage: ";
            break;
        case 3:
            other.server.dimensions = 4;
            break;
        default:
            other.server.model = std::string(300, 'm');
        }

        const std::string identity = OpenAiEmbedder(m_http, m_workers, other).identity();

        QVERIFY(identity != OpenAiEmbedder(m_http, m_workers, one).identity());
        QVERIFY(identity.size() <= 200);
    }

    void prefixesTellQuestionsFromPassages()
    {
        FakeOpenAiServer server;
        auto prefixed = options(server);
        prefixed.queryPrefix = "query: ";
        OpenAiEmbedder embedder(m_http, m_workers, prefixed);

        test::must(embed(embedder, "a", EmbedKind::Query));
        test::must(embed(embedder, "a", EmbedKind::Passage));

        QCOMPARE(server.requests().at(0).at("input").dump(), std::string(R"(["query: a"])"));
        QCOMPARE(server.requests().at(1).at("input").dump(), std::string(R"(["a"])"));
    }
};

PARLEY_TEST("openai_embedder", OpenAiEmbedderTest)
#include "openai_embedder_test.moc"
