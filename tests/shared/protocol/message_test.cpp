// SPDX-License-Identifier: MIT
#include "shared/protocol/message.h"
#include "tests/support/test_main.h"

using namespace parley;

namespace {

proto::Message hello()
{
    proto::Message message;
    message.id = "m1";
    message.sessionId = "s1";
    message.seq = 3;
    message.sender = "user";
    message.text = "Hello";
    message.kind = "text";
    message.createdMs = 1'795'262'400'123;
    return message;
}

} // namespace

class MessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlainMessageHasNoAuthorAndNoEmptyExtras()
    {
        QCOMPARE(nlohmann::json(hello()).dump(),
                 std::string(R"({"attachments":[],"author":null,"created_ts":"2026-11-21T12:00:00.123Z",)"
                             R"("id":"m1","kind":"text","sender":"user","seq":3,"session_id":"s1",)"
                             R"("text":"Hello"})"));
    }

    void aPersonIsNamed()
    {
        proto::Message message = hello();
        message.authorId = "u1";
        message.authorName = "Ana";

        QCOMPARE(nlohmann::json(message)["author"].dump(), std::string(R"({"id":"u1","name":"Ana"})"));
    }

    void anAgentsKindIsNoPerson()
    {
        proto::Message message = hello();
        message.authorId = "faq";

        QVERIFY(nlohmann::json(message)["author"].is_null());
    }

    void deliveryAndCitationsAreThereWhenTheyAreKnown()
    {
        proto::Message message = hello();
        message.delivery = "sent";
        message.citations.push_back({"d1", "Returns", "Within 30 days.", 0.5, std::nullopt});

        const nlohmann::json json = message;

        QCOMPARE(json["delivery"].get<std::string>(), std::string("sent"));
        QCOMPARE(json["citations"].dump(),
                 std::string(R"([{"document_id":"d1","score":0.5,"snippet":"Within 30 days.",)"
                             R"("title":"Returns"}])"));
    }

    void aCitationIsReadBackAsItWasWritten_data()
    {
        QTest::addColumn<int>("page");
        QTest::newRow("without a page") << 0;
        QTest::newRow("with a page") << 7;
    }
    void aCitationIsReadBackAsItWasWritten()
    {
        QFETCH(int, page);
        proto::Citation written{"d1", "Rückgabe", "„Binnen 30 Tagen“", 0.25, std::nullopt};
        if (page > 0) {
            written.page = page;
        }
        const nlohmann::json json = written;

        const auto read = nlohmann::json::parse(json.dump()).get<proto::Citation>();

        QCOMPARE(json.contains("page"), page > 0);
        QCOMPARE(read.documentId, written.documentId);
        QCOMPARE(read.title, written.title);
        QCOMPARE(read.snippet, written.snippet);
        QCOMPARE(read.score, written.score);
        QVERIFY(read.page == written.page);
    }
};

PARLEY_TEST("message", MessageTest)
#include "message_test.moc"
