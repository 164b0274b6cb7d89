// SPDX-License-Identifier: MIT
#include "server/llm/chat_wire.h"
#include "server/llm/openai_embeddings.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

using namespace parley;
using server::llm::readEmbeddings;

class OpenAiWireTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyACompleteAnswerIsOne_data()
    {
        QTest::addColumn<std::string>("body");
        QTest::addColumn<bool>("isRead");
        const auto row = [](const char* name, const char* body, bool isRead) {
            QTest::newRow(name) << std::string(body) << isRead;
        };
        row("least", R"({"choices":[{"message":{"content":"a"}}]})", true);
        row("empty text", R"({"choices":[{"message":{"content":""}}]})", true);
        row("usage of another kind", R"({"choices":[{"message":{"content":"a"}}],"usage":[1]})", true);
        row("nothing", "", false);
        row("null", "null", false);
        row("list", "[]", false);
        row("no choices", R"({"choices":[]})", false);
        row("choice is a text", R"({"choices":["a"]})", false);
        row("message is a text", R"({"choices":[{"message":"a"}]})", false);
        row("null content", R"({"choices":[{"message":{"content":null}}]})", false);
        row("refusal", R"({"choices":[{"message":{"content":"a","refusal":"No."}}]})", false);
    }
    void onlyACompleteAnswerIsOne()
    {
        QFETCH(std::string, body);
        QFETCH(bool, isRead);

        const auto reply = server::llm::openAiWire()->read(body, {});

        QCOMPARE(reply.has_value(), isRead);
        QVERIFY(isRead || reply.error().error.code == ErrorCode::Upstream);
    }

    void oneVectorATextOrNone_data()
    {
        QTest::addColumn<std::string>("data");
        QTest::addColumn<bool>("isRead");
        const auto row = [](const char* name, const char* data, bool isRead) {
            QTest::newRow(name) << std::string(data) << isRead;
        };
        row("in order", R"([{"index":0,"embedding":[1,2]},{"index":1,"embedding":[3,4]}])", true);
        row("turned round", R"([{"index":1,"embedding":[3,4]},{"index":0,"embedding":[1,2]}])", true);
        row("without index", R"([{"embedding":[1,2]},{"embedding":[3,4]}])", true);
        row("one missing", R"([{"index":0,"embedding":[1,2]}])", false);
        row("one twice", R"([{"index":0,"embedding":[1,2]},{"index":0,"embedding":[3,4]}])", false);
        row("index too large", R"([{"index":0,"embedding":[1,2]},{"index":2,"embedding":[3,4]}])", false);
        row("index below zero", R"([{"index":0,"embedding":[1,2]},{"index":-1,"embedding":[3,4]}])", false);
        row("two lengths", R"([{"index":0,"embedding":[1,2]},{"index":1,"embedding":[3]}])", false);
        row("empty", R"([{"index":0,"embedding":[]},{"index":1,"embedding":[]}])", false);
        row("a text", R"([{"index":0,"embedding":[1,"2"]},{"index":1,"embedding":[3,4]}])", false);
        row("no vector", R"([{"index":0,"embedding":[1,2]},{"index":1}])", false);
        row("no objects", R"([1,2])", false);
        row("no list", R"({"a":1,"b":2})", false);
    }
    void oneVectorATextOrNone()
    {
        QFETCH(std::string, data);
        QFETCH(bool, isRead);

        const auto vectors = readEmbeddings(R"({"data":)" + data + "}", 2);

        QCOMPARE(vectors.has_value(), isRead);
        if (isRead) {
            QVERIFY((*vectors)[0] == (std::vector<float>{1, 2}));
            QVERIFY((*vectors)[1] == (std::vector<float>{3, 4}));
        }
    }
};

PARLEY_TEST("openai_wire", OpenAiWireTest)
#include "openai_wire_test.moc"
