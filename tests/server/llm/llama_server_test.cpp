// SPDX-License-Identifier: MIT
#include "server/llm/openai_client.h"
#include "server/net/curl_http_client.h"
#include "tests/server/net/fake_resolver.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <boost/asio/ip/tcp.hpp>

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

using namespace parley;
using namespace parley::server::llm;
using server::runtime::Budget;

/// A third party's server with a model of random weights: what it says is nonsense, how it says it is not
/// ours.
class LlamaServerTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    std::string m_url;
    test::FakeResolver m_resolver;
    server::net::CurlHttpClient m_http{{}, m_resolver};
    server::runtime::WorkerPool m_workers{{}};
    boost::asio::io_context m_context;

    OpenAiClient client(const std::string& key = "secret")
    {
        OpenAiOptions options;
        options.baseUrl = m_url;
        options.apiKey = server::security::Secret(key);
        options.model = "tiny";
        // While it loads its model it answers 503, or nothing yet.
        options.retry = {std::chrono::milliseconds{50}, std::chrono::milliseconds{500}, 60};
        return OpenAiClient(m_http, m_workers, options);
    }

    static ChatOptions fewTokens()
    {
        ChatOptions options;
        options.maxTokens = 8;
        options.temperature = 0;
        return options;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString program = QStringLiteral(PARLEY_SOURCE_DIR "/build/llama/llama-server");
        if (!QFileInfo(program).isExecutable()) {
            QSKIP("llama-server is not there: bash installer/get-llama-server.sh");
        }
        const QString model = m_folder.filePath(QStringLiteral("tiny.gguf"));
        const QString maker = QStringLiteral(PARLEY_SOURCE_DIR "/tests/support/make_tiny_gguf.py");
        QCOMPARE(QProcess::execute(QStringLiteral("python3"), {maker, model}), 0);
        const int port = freePort();
        m_url = "http://127.0.0.1:" + std::to_string(port) + "/v1";
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        m_server.setStandardOutputFile(m_folder.filePath(QStringLiteral("log")));
        m_server.start(program,
                       {QStringLiteral("-m"),
                        model,
                        QStringLiteral("--host"),
                        QStringLiteral("127.0.0.1"),
                        QStringLiteral("--port"),
                        QString::number(port),
                        QStringLiteral("-c"),
                        QStringLiteral("1024"),
                        QStringLiteral("-np"),
                        QStringLiteral("1"),
                        QStringLiteral("-t"),
                        QStringLiteral("1"),
                        QStringLiteral("--api-key"),
                        QStringLiteral("secret"),
                        QStringLiteral("--jinja")});
        QVERIFY(m_server.waitForStarted());
    }

    void cleanupTestCase()
    {
        m_server.kill();
        m_server.waitForFinished();
    }

    static int freePort()
    {
        using boost::asio::ip::tcp;
        boost::asio::io_context context;
        const tcp::acceptor probe(context, tcp::endpoint(boost::asio::ip::address_v4::loopback(), 0));
        return probe.local_endpoint().port();
    }

    void itStreamsAnAnswerAndSaysWhatItTook()
    {
        auto asked = client();
        std::vector<ChatMessage> messages{{ChatRole::System, "Be brief."}, {ChatRole::User, "hello"}};
        std::string told;
        ChatListener listener;
        listener.onText = [&](std::string_view piece) { told += piece; };

        const auto reply = test::must(test::runCoroutine(
            m_context, asked.stream(messages, fewTokens(), listener, Budget::of(std::chrono::minutes{1}))));

        QVERIFY(!reply.text.empty());
        QCOMPARE(told, reply.text);
        QVERIFY(reply.usage.input > 0);
        QVERIFY(reply.usage.output > 0 && reply.usage.output <= 8);
        QCOMPARE(reply.finishReason, std::string("length"));
    }

    void aWholeAnswerSaysTheSame()
    {
        auto asked = client();
        std::vector<ChatMessage> messages{{ChatRole::User, "hello"}};

        const auto reply = test::must(
            test::runCoroutine(m_context,
                               asked.chat(messages, fewTokens(), Budget::of(std::chrono::minutes{1}))));

        QVERIFY(reply.usage.output > 0 && reply.usage.output <= 8);
    }

    void roundsOfToolCallsAreTaken()
    {
        auto asked = client();
        std::vector<ChatMessage> messages{{ChatRole::User, "hello"},
                                          {ChatRole::Assistant, ""},
                                          {ChatRole::Tool, "on its way"}};
        messages[1].toolCalls = {{"call_1", "track", R"({"order":7})"}};
        messages[2].toolCallId = "call_1";
        ChatOptions options = fewTokens();
        options.tools = {{"track",
                          "Where a parcel is",
                          nlohmann::json{{"type", "object"}, {"properties", nlohmann::json::object()}}}};

        const auto reply =
            test::runCoroutine(m_context,
                               asked.stream(messages, options, {}, Budget::of(std::chrono::minutes{1})));

        QVERIFY2(reply.has_value(), reply ? "" : reply.error().detail.c_str());
    }

    void aWrongKeyIsRefusedAndTooLongATextIsNamed()
    {
        auto stranger = client("wrong");
        auto asked = client();
        std::vector<ChatMessage> brief{{ChatRole::User, "hello"}};
        std::string words;
        for (int i = 0; i < 5'000; ++i) {
            words += "hello ";
        }
        std::vector<ChatMessage> endless{{ChatRole::User, words}};

        const auto refused =
            test::runCoroutine(m_context,
                               stranger.stream(brief, fewTokens(), {}, Budget::of(std::chrono::minutes{1})));
        const auto tooLong =
            test::runCoroutine(m_context,
                               asked.stream(endless, fewTokens(), {}, Budget::of(std::chrono::minutes{1})));

        QCOMPARE(refused.error().code, ErrorCode::Upstream);
        QVERIFY(refused.error().message.find("key") != std::string::npos);
        QCOMPARE(tooLong.error().code, ErrorCode::InvalidArgument);
    }
};

PARLEY_TEST("llama_server", LlamaServerTest)
#include "llama_server_test.moc"
