// SPDX-License-Identifier: MIT
#include "server/desk/views.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server;

namespace {

store::LoggedEvent said()
{
    store::LoggedEvent logged;
    logged.event.conversation.value = "s1";
    logged.event.seq = 5;
    logged.event.customerSeq = 3;
    logged.event.type = "message.created";
    store::MessageRow row;
    row.id.value = "m1";
    row.conversation.value = "s1";
    row.seq = 5;
    row.customerSeq = 3;
    row.sender = "agent";
    row.kind = "text";
    row.text = "Yes";
    logged.message = row;
    return logged;
}

} // namespace

class ViewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachAudienceHasItsOwnNumbers()
    {
        const auto forCustomer = desk::eventView(said(), proto::Audience::Customer);
        const auto forOperator = desk::eventView(said(), proto::Audience::Operator);

        QCOMPARE(forCustomer.at("seq").get<int>(), 3);
        QCOMPARE(forCustomer.at("message").at("seq").get<int>(), 3);
        QCOMPARE(forOperator.at("seq").get<int>(), 5);
        QCOMPARE(forOperator.at("message").at("seq").get<int>(), 5);
        QCOMPARE(forCustomer.at("type").get<std::string>(), std::string("message.created"));
    }

    void aBrokenPayloadDoesNotEndAStream()
    {
        store::LoggedEvent logged = said();
        logged.event.payload = "{broken";

        QCOMPARE(desk::eventView(logged, proto::Audience::Customer).at("session_id").get<std::string>(),
                 std::string("s1"));
    }

    void citationsAreReadBackFromTheirColumn()
    {
        store::LoggedEvent logged = said();
        logged.message->citations = desk::citationsText({{"d1", "Returns", "30 days", 0.5, 2}});

        const auto view = desk::messageView(*logged.message, proto::Audience::Customer);

        QCOMPARE(view.citations.size(), std::size_t{1});
        QCOMPARE(view.citations.front().page.value(), std::int64_t{2});
        QCOMPARE(desk::citationsText({}), std::string());
    }

    void aCustomerSeesNothingOfATicketsInside()
    {
        store::TicketRow row;
        row.id.value = "t1";
        row.reference = "TF-1";
        row.status = "assigned";
        row.subject = "Question";
        row.question = "Question";
        row.draftAnswer = "secret draft";
        row.confidence = 0.5;
        row.assigneeId = "u1";
        row.assigneeName = "Ana";

        QCOMPARE(desk::customerTicketView(row).dump(),
                 std::string(R"({"created_ts":"1970-01-01T00:00:00.000Z","id":"t1","reference":"TF-1",)"
                             R"("resolved_ts":null,"status":"assigned","subject":"Question"})"));
        const auto full = desk::ticketView(row);
        QCOMPARE(full.at("draft_answer").get<std::string>(), std::string("secret draft"));
        QCOMPARE(full.at("confidence").get<double>(), 0.5);
        QCOMPARE(full.at("assignee").dump(), std::string(R"({"id":"u1","name":"Ana"})"));
        QVERIFY(full.at("run_id").is_null());
        QVERIFY(desk::ticketView(store::TicketRow()).at("confidence").is_null());
    }
};

PARLEY_TEST("views", ViewsTest)
#include "views_test.moc"
