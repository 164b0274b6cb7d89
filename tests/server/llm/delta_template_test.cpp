// SPDX-License-Identifier: MIT
#include "server/llm/chat_wire.h"
#include "server/llm/delta_template.h"
#include "tests/support/test_main.h"

#include <random>

using namespace parley;
using namespace parley::server::llm;
using nlohmann::json;

namespace {

const json::json_pointer kPlace("/choices/0/delta/content");

/// An event as servers write it, with this JSON text (quotation marks and all) as its token.
std::string eventWith(const std::string& quoted)
{
    return "{\"id\":\"c-1\",\"model\":\"m\",\"content\":\"not this\",\"choices\":[{\"index\":0,\"delta\":"
           "{\"content\":" +
           quoted + "},\"logprobs\":null,\"finish_reason\":null}],\"usage\":null}";
}

DeltaTemplate learnt(const std::string& event)
{
    DeltaTemplate shape;
    shape.learn(event, json::parse(event), kPlace);
    return shape;
}

/// "text|text|…", then what became of it.
std::string readBy(StreamReader& reader, const std::vector<std::string>& events)
{
    std::string told;
    for (const std::string& data : events) {
        const std::size_t known = reader.reply().text().size();
        server::net::SseEvent event;
        event.data = data;
        if (!reader.take(event)) {
            return told + "refused";
        }
        told += reader.reply().text().substr(known) + "|";
    }
    return told + std::to_string(reader.reply().usage().output);
}

} // namespace

class DeltaTemplateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTokenOfAnEventOfTheSameShape_data()
    {
        QTest::addColumn<std::string>("quoted");
        QTest::addColumn<std::string>("token");
        const auto row = [](const char* name, const char* quoted, const char* token) {
            QTest::newRow(name) << std::string(quoted) << std::string(token);
        };
        row("a word", "\" word\"", " word");
        row("nothing", "\"\"", "");
        row("a line end", "\"a\\nb\"", "a\nb");
        row("quotation marks", "\"say \\\"so\\\"\"", "say \"so\"");
        row("every short escape", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t");
        row("beyond ASCII", "\"gr\xC3\xB6\xC3\x9F\"", "gr\xC3\xB6\xC3\x9F");
        row("what looks like the end",
            "\"\\\"}],\\\"error\\\":{\\\"a\\\":\\\"\"",
            "\"}],\"error\":{\"a\":\"");
    }
    void theTokenOfAnEventOfTheSameShape()
    {
        QFETCH(std::string, quoted);
        QFETCH(std::string, token);
        DeltaTemplate shape = learnt(eventWith("\"first\""));

        const auto found = shape.tokenOf(eventWith(quoted));

        QVERIFY(found.has_value());
        QCOMPARE(std::string(*found), token);
        QCOMPARE(json::parse(eventWith(quoted))[kPlace].get<std::string>(), token);
    }

    void whatOnlyAParserCanTellIsLeftToIt_data()
    {
        QTest::addColumn<std::string>("event");
        const auto row = [](const char* name, const std::string& event) { QTest::newRow(name) << event; };
        row("another id", "{\"id\":\"c-2\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}");
        row("a long escape", eventWith("\"\\u00e4\""));
        row("an unknown escape", eventWith("\"\\x\""));
        row("the end is escaped", eventWith("\"a\\\""));
        row("a second member", eventWith("\"a\",\"refusal\":\"No.\""));
        row("no UTF-8", eventWith("\"\xFF\""));
        row("a line end as it is", eventWith("\"a\nb\""));
        row("no text", eventWith("null"));
        row("cut short", eventWith("\"a\"").substr(0, 60));
        row("nothing", "");
    }
    void whatOnlyAParserCanTellIsLeftToIt()
    {
        QFETCH(std::string, event);
        DeltaTemplate shape = learnt(eventWith("\"first\""));

        QVERIFY(!shape.tokenOf(event).has_value());
    }

    void aPlaceThatIsNotCertainIsNotLearnt_data()
    {
        QTest::addColumn<std::string>("event");
        const auto row = [](const char* name, const char* event) {
            QTest::newRow(name) << std::string(event);
        };
        row("the key stands elsewhere last",
            "{\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"more\":{\"content\":\"a\"}}");
        row("the key is written with an escape", "{\"choices\":[{\"delta\":{\"c\\u006fntent\":\"a\"}}]}");
        row("twice, and the first is not what counts",
            "{\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"choices\":[{\"delta\":{\"c\\u006fntent\":\"a\"}"
            "}]}");
    }
    void aPlaceThatIsNotCertainIsNotLearnt()
    {
        QFETCH(std::string, event);
        DeltaTemplate shape = learnt(event);

        QVERIFY(!shape.tokenOf(event).has_value());
    }

    void aReaderSaysTheSameOfEveryStreamWithAndWithoutIt()
    {
        // A blank at the beginning changes the shape, so that the reader has to read the event as JSON.
        const std::vector<std::string> tokens{
            "\"a\"",
            "\"b\\n\"",
            "\"\\u00e4\"",
            "\"\xC3\xA4\"",
            "\"\\\"\"",
            "\"\\\\\"",
            "\"\"",
            "null",
            "\"\\x\"",
            "\"\xFF\"",
            "\"a\",\"b\":1",
            "\"a\",\"refusal\":\"No.\"",
            "\"a\",\"tool_calls\":[{\"index\":0,\"id\":\"x\",\"function\":{\"name\":\"f\"}}]"};
        std::mt19937 random(7);
        for (int round = 0; round < 500; ++round) {
            std::vector<std::string> events;
            std::vector<std::string> unlike;
            for (int i = 0; i < 12; ++i) {
                const std::size_t pick = random() % (tokens.size() * 3);
                const std::string event = eventWith(tokens[pick < tokens.size() ? pick : pick % 3]);
                events.push_back(event);
                unlike.push_back(std::string(static_cast<std::size_t>(i + 1), ' ') + event);
            }
            const std::string usage = "{\"choices\":[],\"usage\":{\"completion_tokens\":12}}";
            events.insert(events.begin() + 6, usage);
            unlike.insert(unlike.begin() + 6, usage);
            const auto one = openAiWire()->reader({});
            const auto other = openAiWire()->reader({});

            QCOMPARE(readBy(*one, events), readBy(*other, unlike));
        }
    }

    void shapesThatNeverComeAgainAreNotLearntForEver()
    {
        DeltaTemplate shape;
        for (int i = 0; i < 10; ++i) {
            const std::string event = std::string(static_cast<std::size_t>(i), ' ') + eventWith("\"a\"");
            shape.learn(event, json::parse(event), kPlace);
        }
        const std::string last = std::string(9, ' ') + eventWith("\"a\"");

        QVERIFY(!shape.tokenOf(last).has_value());
    }
};

PARLEY_TEST("delta_template", DeltaTemplateTest)
#include "delta_template_test.moc"
