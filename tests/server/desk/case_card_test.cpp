// SPDX-License-Identifier: MIT
#include "server/desk/case_card.h"
#include "server/desk/feedback.h"
#include "server/desk/handoff.h"
#include "server/desk/sessions.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

namespace {

struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh) : DeskWorld(*fresh, fresh.first) {}

    store::TicketRow handOver(const desk::Accepted& accepted, const std::string& team = {})
    {
        desk::HandoffRequest request;
        request.tenant = tenant;
        request.conversation = accepted.message.conversation;
        request.customer = accepted.customer;
        request.run = accepted.run.value();
        request.ticketPrefix = "TF";
        request.reason = "low_confidence";
        request.team = team;
        request.question = accepted.message.text;
        request.draftAnswer = "Perhaps.";
        request.confidence = 0.4;
        request.context = R"([{"title":"Shipping","score":0.7}])";
        request.factors = R"({"base":-3.2,"factors":[{"name":"coverage","value":0.2,"contribution":0.5}]})";
        request.effectKey = accepted.run->value + ":bridge";
        return test::must(write([&](store::Transaction& tx) {
                   return desk::Handoff(services).toQueue(tx, request);
               }))
            .ticket;
    }

    nlohmann::json card(const ConversationId& id,
                        const std::optional<store::TicketRow>& ticket = std::nullopt)
    {
        const auto row = conversation(id);
        return desk::caseCardJson(test::must(
            read([&](store::ReadTransaction& tx) { return desk::readCaseCard(tx, services, row, ticket); })));
    }

    /// Another conversation of the same customer, on a channel.
    ConversationId another(const CustomerId& customer, const std::string& channel)
    {
        store::ConversationRow row;
        row.id = ids.make<ConversationId>();
        row.customer = customer;
        row.channel = channel;
        row.status = "closed";
        test::must(write([&](store::Transaction& tx) { return services.conversations.create(tx, row); }));
        return row.id;
    }
};

} // namespace

class CaseCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itTellsWhereTheCaseCameFrom_data() { test::addDatabaseRows(); }
    void itTellsWhereTheCaseCameFrom()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const ConversationId id = world.converse();
        const auto accepted = test::must(world.accept(id, "Do you ship to Norway? Write to a@b.example."));
        const auto ticket = world.handOver(accepted);
        test::must(world.accept(id, "This is terrible, I am furious!"));
        const ConversationId mail = world.another(accepted.customer, "email");
        world.another(world.conversation(world.converse()).customer, "email");
        test::must(world.write([&](store::Transaction& tx) {
            return world.services.conversations.setTags(tx, id, R"(["norway"])");
        }));

        const auto card = world.card(id);

        QCOMPARE(card.at("ticket_id").get<std::string>(), ticket.id.value);
        QCOMPARE(card.at("reason").get<std::string>(), std::string("low_confidence"));
        QCOMPARE(card.at("confidence").get<double>(), 0.4);
        QCOMPARE(card.at("confidence_factors").at("factors").size(), std::size_t{1});
        QCOMPARE(card.at("context").at(0).at("score").get<double>(), 0.7);
        QCOMPARE(card.at("draft_answer").get<std::string>(), std::string("Perhaps."));
        QCOMPARE(card.at("summary").at("outcome").get<std::string>(), std::string("waiting"));
        QVERIFY(card.at("summary").at("question").get<std::string>().find("[email]") != std::string::npos);
        const auto& moods = card.at("sentiment");
        QCOMPARE(moods.size(), std::size_t{2});
        QCOMPARE(moods.at(0).at("seq").get<int>(), 1);
        QVERIFY(moods.at(1).at("sentiment").get<double>() < -0.3);
        QCOMPARE(card.at("conversations").size(), std::size_t{1});
        QCOMPARE(card.at("conversations").at(0).at("id").get<std::string>(), mail.value);
        QCOMPARE(card.at("conversations").at(0).at("channel").get<std::string>(), std::string("email"));
        QCOMPARE(card.at("tags").dump(), std::string(R"(["norway"])"));
        QVERIFY(card.at("team").is_null());
    }

    void withoutACaseItIsEmpty()
    {
        test::FreshDatabase database("sqlite");
        World world(database);

        const auto card = world.card(world.converse());

        for (const char* field :
             {"ticket_id", "reason", "confidence", "question", "draft_answer", "summary"}) {
            QVERIFY2(card.at(field).is_null(), field);
        }
        QVERIFY(card.at("context").empty() && card.at("sentiment").empty() && card.at("tags").empty());
    }

    void ratingsAreListedAndCorrected_data() { test::addDatabaseRows(); }
    void ratingsAreListedAndCorrected()
    {
        PARLEY_DATABASE(database);
        World world(database);
        struct Listener final : desk::LessonListener {
            Result<void> onCorrected(store::Transaction&,
                                     const desk::Correction& correction,
                                     desk::Learned& learned) override
            {
                heard = correction.rated.question + " -> " + correction.answer;
                learned.cache = true;
                return {};
            }
            std::string heard;
        } listener;
        world.services.lessons.push_back(&listener);
        const ConversationId id = world.converse();
        test::must(world.accept(id, "Do you ship to Norway?"));
        store::MessageRow answer;
        answer.id = world.ids.make<MessageId>();
        answer.conversation = id;
        answer.sender = "agent";
        answer.kind = "text";
        answer.text = "Yes.";
        test::must(world.write(
            [&](store::Transaction& tx) { return world.journal.message(tx, world.tenant, answer); }));
        desk::Sessions sessions(world.services);
        store::FeedbackRow given;
        given.conversation = id;
        given.message = answer.id;
        given.rating = 2;
        given.comment = "Wrong";
        test::must(world.run(sessions.giveFeedback(world.tenant, given)));
        desk::Feedback feedback(world.services);

        const auto listed = test::must(world.run(feedback.list(world.tenant, 2, {}, 10)));
        QCOMPARE(listed.size(), std::size_t{1});
        QVERIFY(test::must(world.run(feedback.list(world.tenant, 5, {}, 10))).empty());
        const std::string rated = listed.at(0).feedback.id;
        const auto corrected =
            test::must(world.run(feedback.correct(world.tenant, rated, "No.", {"ana", "Ana", false})));

        QVERIFY(corrected.learned.cache);
        QCOMPARE(corrected.rated.feedback.correction, std::string("No."));
        QCOMPARE(listener.heard, std::string("Do you ship to Norway? -> No."));
        QCOMPARE(world.spoken(id), std::string("user:text agent:text"));
        const auto none = world.run(feedback.correct(world.tenant, "none", "No.", {"ana", "Ana", false}));
        QVERIFY(none.error().code == ErrorCode::NotFound);
        const auto empty = world.run(feedback.correct(world.tenant, rated, " ", {"ana", "Ana", false}));
        QVERIFY(empty.error().code == ErrorCode::InvalidArgument);
        QCOMPARE(empty.error().fields.at(0).field, std::string("answer"));
    }
};

PARLEY_TEST("case_card", CaseCardTest)
#include "case_card_test.moc"
