// SPDX-License-Identifier: MIT
#include "server/llm/chat_wire.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::llm;
using nlohmann::json;

namespace {

/// A question, a round of two calls, one of them with arguments that are no JSON, and their results.
std::vector<ChatMessage> conversation()
{
    std::vector<ChatMessage> messages{{ChatRole::System, "Be brief."},
                                      {ChatRole::User, "Where is it?"},
                                      {ChatRole::Assistant, ""},
                                      {ChatRole::Tool, "On its way"},
                                      {ChatRole::Tool, R"({"error":"no JSON"})"}};
    messages[2].toolCalls = {{"call:1", "track", R"({"order":7})"}, {"2", "track", "{order", "c2ln"}};
    messages[3].toolCallId = "call:1";
    messages[4].toolCallId = "2";
    return messages;
}

ChatOptions withTool()
{
    ChatOptions options;
    options.maxTokens = 50;
    options.temperature = 1.5;
    options.tools = {{"track", "Where a parcel is", json{{"type", "object"}}}};
    return options;
}

ChatOptions withSchema()
{
    ChatOptions options;
    options.schema = AnswerSchema{"form", json{{"type", "object"}}};
    return options;
}

} // namespace

class ProviderWireTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openAiReadsCallsAndTheirResults()
    {
        const json body = openAiWire()->body("m", conversation(), withTool(), true);

        QCOMPARE(body["messages"][2].dump(),
                 std::string(R"({"content":null,"role":"assistant","tool_calls":[{"function":{"arguments":)"
                             "\"{\\\"order\\\":7}\",\"name\":\"track\"},\"id\":\"call:1\",\"type\":"
                             "\"function\"},{\"function\":"
                             "{\"arguments\":\"{\\\"invalid_arguments\\\":\\\"{order\\\"}\",\"name\":"
                             "\"track\"},\"id\":\"2\","
                             R"("type":"function"}]})"));
        QCOMPARE(body["messages"][3].dump(),
                 std::string(R"({"content":"On its way","role":"tool","tool_call_id":"call:1"})"));
        QCOMPARE(body["tools"].dump(),
                 std::string(R"([{"function":{"description":"Where a parcel is","name":"track",)"
                             R"("parameters":{"type":"object"}},"type":"function"}])"));
        QCOMPARE(body["stream_options"].dump(), std::string(R"({"include_usage":true})"));
    }

    void anthropicReadsCallsAndTheirResults()
    {
        const json body = anthropicWire()->body("m", conversation(), withTool(), true);

        QCOMPARE(body["system"].get<std::string>(), std::string("Be brief."));
        QCOMPARE(body["messages"].size(), std::size_t{3});
        QCOMPARE(body["messages"][1].dump(),
                 std::string(
                     R"({"content":[{"id":"call_1","input":{"order":7},"name":"track","type":"tool_use"},)"
                     "{\"id\":\"2\",\"input\":{\"invalid_arguments\":\"{order\"},\"name\":\"track\","
                     R"("type":"tool_use"}],"role":"assistant"})"));
        QCOMPARE(body["messages"][2].dump(),
                 std::string(
                     R"({"content":[{"content":"On its way","tool_use_id":"call_1","type":"tool_result"},)"
                     "{\"content\":\"{\\\"error\\\":\\\"no "
                     "JSON\\\"}\",\"tool_use_id\":\"2\",\"type\":\"tool_result\"}],"
                     R"("role":"user"})"));
        QCOMPARE(body["max_tokens"].get<int>(), 50);
        QCOMPARE(body["temperature"].get<double>(), 1.0);
        QVERIFY(!body.contains("tool_choice"));
    }

    void geminiReadsCallsAndTheirResults()
    {
        const json body = geminiWire()->body("m", conversation(), withTool(), true);

        QCOMPARE(body["systemInstruction"].dump(), std::string(R"({"parts":[{"text":"Be brief."}]})"));
        QCOMPARE(body["contents"][1].dump(),
                 std::string(
                     R"({"parts":[{"functionCall":{"args":{"order":7},"name":"track"},"thoughtSignature":)"
                     R"("skip_thought_signature_validator"},{"functionCall":{"args":)"
                     "{\"invalid_arguments\":\"{order\"},\"name\":\"track\"},\"thoughtSignature\":\"c2ln\"}],"
                     R"("role":"model"})"));
        QCOMPARE(body["contents"][2].dump(),
                 std::string(
                     R"({"parts":[{"functionResponse":{"name":"track","response":{"result":"On its way"}}},)"
                     R"({"functionResponse":{"name":"track","response":{"error":"no JSON"}}}],)"
                     R"("role":"user"})"));
        QCOMPARE(body["tools"].dump(),
                 std::string(R"([{"functionDeclarations":[{"description":"Where a parcel is","name":"track",)"
                             R"("parametersJsonSchema":{"type":"object"}}]}])"));
        QCOMPARE(body["generationConfig"]["maxOutputTokens"].get<int>(), 50);
    }

    void aFormIsAskedForInEachWay()
    {
        const std::vector<ChatMessage> messages{{ChatRole::User, "Hi"}};

        const json openAi = openAiWire()->body("m", messages, withSchema(), false);
        const json anthropic = anthropicWire()->body("m", messages, withSchema(), false);
        const json gemini = geminiWire()->body("m", messages, withSchema(), false);

        QCOMPARE(openAi["response_format"]["type"].get<std::string>(), std::string("json_schema"));
        QCOMPARE(anthropic["tool_choice"].dump(), std::string(R"({"name":"form","type":"tool"})"));
        QCOMPARE(gemini["generationConfig"].dump(),
                 std::string(
                     R"({"responseJsonSchema":{"type":"object"},"responseMimeType":"application/json"})"));
    }

    void anthropicAnswersAFormByItsTool()
    {
        const auto reply = anthropicWire()->read(
            R"({"content":[{"type":"text","text":"Sure:"},{"type":"tool_use","id":"x","name":"form","input":{"a":1}}],)"
            R"("stop_reason":"tool_use","usage":{"input_tokens":3,"output_tokens":4}})",
            withSchema());

        QVERIFY(reply.has_value());
        QCOMPARE(reply->text, std::string(R"({"a":1})"));
        QVERIFY(reply->toolCalls.empty());
        QCOMPARE(reply->usage.output, std::int64_t{4});
    }

    void geminiModelsStandInThePath_data()
    {
        QTest::addColumn<std::string>("model");
        QTest::addColumn<std::string>("path");
        QTest::newRow("plain") << std::string("gemini-2.5-flash")
                               << std::string("/models/gemini-2.5-flash:generateContent");
        QTest::newRow("tuned") << std::string("tunedModels/x-1")
                               << std::string("/tunedModels/x-1:generateContent");
        QTest::newRow("tricky") << std::string("a?b#c") << std::string("/models/a%3Fb%23c:generateContent");
    }
    void geminiModelsStandInThePath()
    {
        QFETCH(std::string, model);
        QFETCH(std::string, path);

        QCOMPARE(geminiWire()->path(model, false), path);
    }

    void callsThatShareANumberAreToldApartByTheirIds()
    {
        const auto reader = openAiWire()->reader({});
        const auto take = [&](const char* calls) {
            const std::string chunk = std::string(R"({"choices":[{"delta":{"tool_calls":)") + calls + "}}]}";
            QVERIFY(reader->take({{}, chunk}).has_value());
        };
        take("[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"one\",\"arguments\":\"{\\\"x\\\":\"}}]");
        take("[{\"index\":0,\"function\":{\"arguments\":\"1}\"}}]");
        take(R"([{"index":0,"id":"b","function":{"name":"two","arguments":{"y":2}}}])");

        const auto reply = reader->reply().build();

        QCOMPARE(reply->toolCalls.size(), std::size_t{2});
        QCOMPARE(reply->toolCalls[0].arguments, std::string(R"({"x":1})"));
        QCOMPARE(reply->toolCalls[1].name, std::string("two"));
        QCOMPARE(reply->toolCalls[1].arguments, std::string(R"({"y":2})"));
    }

    void callsWithoutIdsGetDifferentOnes()
    {
        const auto reply = geminiWire()->read(
            R"({"candidates":[{"content":{"parts":[{"functionCall":{"name":"a"}},{"functionCall":{"name":"b",)"
            R"("args":{"x":1}}}]},"finishReason":"STOP"}]})",
            {});

        QCOMPARE(reply->toolCalls.size(), std::size_t{2});
        QVERIFY(!reply->toolCalls[0].id.empty() && reply->toolCalls[0].id != reply->toolCalls[1].id);
        QCOMPARE(reply->toolCalls[0].arguments, std::string("{}"));
        QCOMPARE(reply->finishReason, std::string("tool_calls"));
    }

    void whatIsWithheldIsARefusal_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<std::string>("event");
        QTest::newRow("OpenAI") << 0 << std::string(R"({"choices":[{"delta":{"refusal":"No."}}]})");
        QTest::newRow("OpenAI's filter")
            << 0 << std::string(R"({"choices":[{"finish_reason":"content_filter"}]})");
        QTest::newRow("Anthropic") << 1
                                   << std::string(
                                          R"({"type":"message_delta","delta":{"stop_reason":"refusal"}})");
        QTest::newRow("Gemini") << 2 << std::string(R"({"candidates":[{"finishReason":"SAFETY"}]})");
        QTest::newRow("Gemini's prompt") << 2 << std::string(R"({"promptFeedback":{"blockReason":"OTHER"}})");
    }
    void whatIsWithheldIsARefusal()
    {
        QFETCH(int, dialect);
        QFETCH(std::string, event);
        const auto wire = dialect == 0 ? openAiWire() : dialect == 1 ? anthropicWire() : geminiWire();

        const auto taken = wire->reader({})->take({{}, event});

        QVERIFY(!taken);
        QVERIFY(taken.error().isRefusal);
    }

    void nonsenseIsNoEvent_data()
    {
        QTest::addColumn<std::string>("event");
        for (const char* event :
             {"", "x", "[]", "null", "{\"choices\":[1]}", "{\"candidates\":[1]}", "\xff"}) {
            QTest::newRow(event) << std::string(event);
        }
    }
    void nonsenseIsNoEvent()
    {
        QFETCH(std::string, event);

        // Each at least survives it; none takes it for the end of an answer.
        for (const auto& wire : {openAiWire(), anthropicWire(), geminiWire()}) {
            const auto reader = wire->reader({});
            const auto taken = reader->take({{}, event});
            QVERIFY(!taken || !reader->isFinished());
        }
    }
};

PARLEY_TEST("provider_wire", ProviderWireTest)
#include "provider_wire_test.moc"
