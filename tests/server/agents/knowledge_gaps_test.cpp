// SPDX-License-Identifier: MIT
#include "server/agents/example_lessons.h"
#include "server/agents/knowledge_gaps.h"
#include "server/desk/feedback.h"
#include "server/desk/handoff.h"
#include "server/desk/resolution_undo.h"
#include "server/store/audit_repository.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server;

namespace {

struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh)
        : DeskWorld(*fresh, fresh.first), gaps(*fresh, clock, ids), examples(clock)
    {
        services.lessons.push_back(&gaps);
        services.lessons.push_back(&examples);
    }

    /// A conversation that went to a person; its run was the agent's.
    store::TicketRow escalate(const std::string& question,
                              const std::string& reason = "no_answer",
                              const std::string& factors = {},
                              const std::string& draft = {})
    {
        clock.advanceMs(1000);
        const auto accepted = test::must(accept(converse(), question));
        desk::HandoffRequest request;
        request.tenant = tenant;
        request.conversation = accepted.message.conversation;
        request.customer = accepted.customer;
        request.run = accepted.run.value();
        request.ticketPrefix = "TF";
        request.reason = reason;
        request.question = question;
        request.factors = factors;
        request.draftAnswer = draft;
        request.effectKey = request.run.value + ":bridge";
        return test::must(write([&](store::Transaction& tx) -> Result<store::TicketRow> {
            auto done = desk::Handoff(services).toQueue(tx, request);
            store::RunEnd end;
            end.id = request.run;
            end.status = "paused";
            end.node = "bridge";
            end.state = nlohmann::json({{"reply", {{"agent", "faq"}}}}).dump();
            auto paused = services.runs.end(tx, "running", end);
            return done && paused ? Result<store::TicketRow>(done->ticket)
                                  : fail(ErrorCode::Internal, "no case");
        }));
    }

    desk::Learned resolve(const store::TicketRow& ticket, const std::string& answer, bool learns = true)
    {
        desk::Resolution resolution(services);
        desk::ResolveRequest request{tenant, ticket.id.value, answer, "", {"ana", "Ana", false}, learns};
        return test::must(run(resolution.resolve(request))).learned;
    }

    desk::TakenBack undo(const store::TicketRow& ticket)
    {
        desk::ResolutionUndo undoing(services);
        desk::UndoRequest request;
        request.tenant = tenant;
        request.ticket = ticket.id.value;
        request.actor = {"ana", "Ana", false};
        return test::must(run(undoing.undo(request))).taken;
    }

    std::vector<agents::KnowledgeGap> list(const std::string& status = {})
    {
        store::GapFilter filter;
        filter.status = status;
        return test::must(run(gaps.list(tenant, filter)));
    }

    /// "2 Do you ...?|1 ...": counts and questions.
    std::string told(const std::string& status = {})
    {
        std::string all;
        for (const auto& gap : list(status)) {
            all += std::to_string(gap.gap.asked) + " " + gap.gap.question + "|";
        }
        return all;
    }

    void addAgent()
    {
        store::AgentRow row;
        row.id = ids.make<AgentId>();
        row.name = "faq";
        row.kind = "faq";
        row.enabled = true;
        test::must(write([&](store::Transaction& tx) { return store::AgentRepository().create(tx, row); }));
    }

    std::vector<store::IntentExampleRow> learnt()
    {
        return test::must(read(
            [](store::ReadTransaction& tx) { return store::IntentExampleRepository().newest(tx, 100); }));
    }

    agents::KnowledgeGaps gaps;
    agents::ExampleLessons examples;
};

} // namespace

class KnowledgeGapsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void questionsThatSayTheSameAreOneGap_data() { test::addDatabaseRows(); }
    void questionsThatSayTheSameAreOneGap()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.escalate("Do you deliver to Iceland?");
        world.escalate("Can I charge the mower with solar panels?");
        world.escalate("Hello, do you deliver to Iceland");
        world.escalate("Do you deliver to Norway?");

        QCOMPARE(world.told(),
                 std::string("2 Hello, do you deliver to Iceland|1 Do you deliver to Norway?|"
                             "1 Can I charge the mower with solar panels?|"));
        const auto gap = world.list().front();
        QCOMPARE(gap.questions.size(), std::size_t{2});
        QVERIFY(gap.gap.firstMs < gap.gap.lastMs);
        QVERIFY(!gap.answer.has_value());
        QCOMPARE(gap.gap.status, std::string("open"));
    }

    void whatIsNoLackOfKnowledgeIsNoGap_data()
    {
        QTest::addColumn<std::string>("question");
        QTest::addColumn<std::string>("reason");
        QTest::addColumn<std::string>("factors");
        QTest::addColumn<bool>("isGap");
        const std::string question = "Do you deliver to Iceland?";
        const auto factor = [](const std::string& name) {
            const nlohmann::json helps = {{"name", "coverage"}, {"value", 1}, {"contribution", 2}};
            const nlohmann::json lowers = {{"name", name}, {"value", 1}, {"contribution", -0.6}};
            return nlohmann::json({{"base", -3}, {"factors", {helps, lowers}}}).dump();
        };
        QTest::newRow("no answer") << question << std::string("no_answer") << std::string() << true;
        QTest::newRow("weak retrieval")
            << question << std::string("low_confidence") << factor("unknown_share") << true;
        QTest::newRow("a bad mood") << question << std::string("low_confidence") << factor("negative_mood")
                                    << false;
        QTest::newRow("a risk") << question << std::string("low_confidence") << factor("risk") << false;
        QTest::newRow("unreadable factors")
            << question << std::string("low_confidence") << std::string("[1") << true;
        QTest::newRow("an outage") << question << std::string("failure") << std::string() << false;
        QTest::newRow("too late") << question << std::string("timeout") << std::string() << false;
        QTest::newRow("a tool's outage") << question << std::string("tool_failed") << std::string() << false;
        QTest::newRow("a wish") << question << std::string("customer_request") << std::string() << false;
        QTest::newRow("a rule") << question << std::string("refund") << std::string() << false;
        QTest::newRow("one's own case")
            << std::string("Where is my order?") << std::string("no_answer") << std::string() << false;
        QTest::newRow("nothing asked")
            << std::string(" ") << std::string("no_answer") << std::string() << false;
    }
    void whatIsNoLackOfKnowledgeIsNoGap()
    {
        QFETCH(std::string, question);
        QFETCH(std::string, reason);
        QFETCH(std::string, factors);
        QFETCH(bool, isGap);
        test::FreshDatabase database("sqlite");
        World world(database);
        store::TicketRow ticket;
        ticket.id = world.ids.make<TicketId>();
        ticket.conversation = world.converse();
        ticket.question = question;
        ticket.reason = reason;
        ticket.factors = factors;

        test::must(world.write(
            [&](store::Transaction& tx) { return world.gaps.onEscalated(tx, world.tenant, ticket); }));

        QCOMPARE(world.list().size(), std::size_t{isGap ? 1U : 0U});
    }

    void nothingPersonalIsKept()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.escalate("Do you deliver to Iceland? Tell anna@example.com or +49 170 1234567.");

        for (const auto& gap : world.list()) {
            QVERIFY(gap.gap.question.find("anna@") == std::string::npos);
            QVERIFY(gap.gap.question.find("1234567") == std::string::npos);
        }
    }

    void aPersonsAnswerClosesItUntilItIsUndone_data() { test::addDatabaseRows(); }
    void aPersonsAnswerClosesItUntilItIsUndone()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const auto ticket = world.escalate("Do you deliver to Iceland?");

        QVERIFY(world.resolve(ticket, "Yes, within two weeks.").gap);
        auto gap = world.list("closed").at(0);
        QCOMPARE(gap.answer.value().answer, std::string("Yes, within two weeks."));
        QCOMPARE(gap.answer.value().authorName, std::string("Ana"));
        QVERIFY(gap.gap.closedTicket == ticket.id);

        QVERIFY(world.undo(ticket).gap);
        gap = world.list("open").at(0);
        QVERIFY(!gap.answer.has_value());
        QVERIFY(!gap.gap.closedMs.has_value());

        world.resolve(ticket, "Yes.");
        world.escalate("Do you deliver to Iceland?");
        gap = world.list("open").at(0);
        QCOMPARE(gap.gap.asked, std::int64_t{2});
        QCOMPARE(gap.answer.value().answer, std::string("Yes."));
    }

    void anAnswerForOnePersonIsNoArticle()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        const auto named = world.escalate("Do you deliver to Iceland?");
        QVERIFY(world.resolve(named, "Hi Anna, yes.").gap);
        QVERIFY(!world.list().at(0).answer.has_value());

        const auto unwanted = world.escalate("Can I charge the mower with solar panels?");
        QVERIFY(!world.resolve(unwanted, "Yes.", false).gap);
        QCOMPARE(world.told("open"), std::string("1 Can I charge the mower with solar panels?|"));
    }

    void somebodyClosesItByHand_data() { test::addDatabaseRows(); }
    void somebodyClosesItByHand()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.escalate("Do you deliver to Iceland?");
        const std::string id = world.list().at(0).gap.id;
        identity::Actor actor;
        actor.principal.subject = "ana";

        const auto closed = test::must(world.run(world.gaps.close(world.tenant, id, actor)));

        QCOMPARE(closed.gap.status, std::string("closed"));
        QCOMPARE(world.told("open"), std::string());
        QVERIFY(world.run(world.gaps.close(world.tenant, id, actor)).error().code == ErrorCode::Conflict);
        QVERIFY(world.run(world.gaps.close(world.tenant, "none", actor)).error().code == ErrorCode::NotFound);
    }

    void whatAPersonConfirmedIsAnExampleOfItsAgent_data() { test::addDatabaseRows(); }
    void whatAPersonConfirmedIsAnExampleOfItsAgent()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.addAgent();
        const auto personal = world.escalate("Do you deliver to Iceland? Tell a@b.example.");
        QVERIFY(!world.resolve(personal, "Yes.").example); // only one customer asks that
        const auto ticket = world.escalate("Do you deliver to Iceland?");

        QVERIFY(world.resolve(ticket, "Yes.").example);
        QCOMPARE(world.learnt().at(0).label, std::string("faq"));
        QVERIFY(world.undo(ticket).example);
        QVERIFY(world.learnt().empty());

        const auto used =
            world.escalate("How long is the warranty?", "low_confidence", "", "It is two years.");
        QVERIFY(world.resolve(used, "It is two years.").example);
        const auto rejected = world.escalate("Can it swim?", "low_confidence", "", "It is two years.");
        QVERIFY(!world.resolve(rejected, "No, keep the mower away from any water.").example);
        const auto wished = world.escalate("Do you sell boats?", "customer_request");
        QVERIFY(!world.resolve(wished, "No.").example);
        const auto unwanted = world.escalate("Do you sell cars?");
        QVERIFY(!world.resolve(unwanted, "No.", false).example);
    }

    void whatAPersonPutRightHimselfStays()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.addAgent();
        const auto ticket = world.escalate("Do you deliver to Iceland?");
        test::must(world.write([&](store::Transaction& tx) {
            return store::IntentExampleRepository().put(
                tx, {ticket.id.value, "Do you deliver to Iceland?", "other", ticket.conversation, 1});
        }));

        QVERIFY(!world.resolve(ticket, "Yes.").example);
        QVERIFY(!world.undo(ticket).example);
        QCOMPARE(world.learnt().size(), std::size_t{1});
    }

    void manyExamplesAreLearntAtOnce()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.addAgent();
        const auto version = [&] {
            return test::must(world.read([](store::ReadTransaction& tx) {
                       return store::TenantStateRepository().versions(tx);
                   }))
                .config;
        };
        const auto before = version();
        for (int i = 1; i <= agents::ExampleLessons::kLearntAtOnce; ++i) {
            QCOMPARE(version(), before);
            world.resolve(world.escalate("Do you sell thing " +
                                         std::string(static_cast<std::size_t>(i), 'x')),
                          "No.");
        }
        QVERIFY(version() > before);
    }
};

PARLEY_TEST("knowledge_gaps", KnowledgeGapsTest)
#include "knowledge_gaps_test.moc"
