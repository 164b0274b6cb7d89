// SPDX-License-Identifier: MIT
#include "server/cache/cache_book.h"
#include "server/cache/semantic_cache.h"
#include "server/pipeline/nodes/cache.h"
#include "server/pipeline/nodes/guard.h"
#include "server/pipeline/nodes/remember.h"
#include "server/pipeline/nodes/rules.h"
#include "server/pipeline/nodes/understand.h"
#include "server/pipeline/quick_answers.h"
#include "server/store/document_repository.h"
#include "server/store/tenant_state_repository.h"
#include "tests/server/pipeline/turns_fixture.h"
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

namespace {

const std::string kQuestion = "How do I reset the router?";
const std::string kAnswer = "Press the button.";

struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh) : DeskWorld(*fresh, fresh.first)
    {
        store::DocumentRow row;
        row.id = ids.make<DocumentId>();
        row.title = "Router";
        row.contentType = "text/plain";
        row.visibility = "public";
        row.status = "ready";
        row.blobKey = row.digest = row.id.value;
        row.createdMs = row.updatedMs = clock.nowMs();
        test::must(
            write([&](store::Transaction& tx) { return store::DocumentRepository().create(tx, row); }));
        cache::CacheEntry entry;
        entry.question = kQuestion;
        entry.text = kAnswer;
        entry.agent = "faq";
        entry.confidence = 0.8;
        entry.citations = {proto::Citation{row.id.value, "Router", "Press ...", 0.9, std::nullopt}};
        entry.conversation = converse();
        const std::string why = test::must(
            write([&](store::Transaction& tx) { return cache.keep(tx, tenant, entry, clock.nowMs()); }));
        if (!why.empty()) {
            throw std::logic_error("not kept: " + why);
        }
    }

    pipeline::Graph graph()
    {
        pipeline::Graph made;
        made.steps.push_back(std::make_unique<pipeline::GuardNode>());
        made.steps.push_back(std::make_unique<pipeline::UnderstandNode>(understandings, clock));
        made.steps.push_back(std::make_unique<pipeline::RulesNode>());
        made.steps.push_back(std::make_unique<pipeline::RememberNode>(memory));
        made.steps.push_back(std::make_unique<pipeline::CacheNode>(cache));
        made.steps.push_back(test::echo());
        made.deliver = std::make_unique<pipeline::DeliverNode>(services, &cache, &memory);
        made.bridge = std::make_unique<pipeline::BridgeNode>(services);
        return made;
    }

    pipeline::Taken take(const desk::InboundMessage& message) { return test::must(run(quick.take(message))); }

    /// Sends a message as a request does. @return whether message and answer were one transaction
    bool ask(const ConversationId& id, const std::string& text = kQuestion)
    {
        const auto before = database.statistics().transactions;
        pipeline::Taken taken = take(inbound(id, text));
        const bool isQuick = taken.answered.has_value();
        const proto::Turn turn = isQuick
                                     ? *taken.answered
                                     : test::must(run(turns.answer(tenant,
                                                                   std::move(taken.accepted),
                                                                   std::make_shared<pipeline::SilentSink>(),
                                                                   test::soon())));
        replies.push_back(turn.reply ? turn.reply->text : std::string());
        if (isQuick && database.statistics().transactions != before + 1) {
            throw std::logic_error("a quick answer took more than one transaction");
        }
        return isQuick;
    }

    runtime::WorkerPool cpu{{"cpu", 2, 64, {}}};
    agents::Understandings understandings{database,
                                          cpu,
                                          [](const TenantId&) { return std::string("TF"); },
                                          io.get_executor(),
                                          [](std::string_view, std::string_view) {}};
    agents::Memory memory{services};
    cache::SemanticCache cache{database, clock, ids};
    pipeline::Runner runner{graph(), clock, std::chrono::seconds(60), [](auto, auto) {}};
    pipeline::Turns turns{services,
                          runner,
                          test::AnsweringNode::options("node-1", true),
                          [](const TenantId&) { return std::string("TF"); },
                          {io.get_executor()},
                          [](std::string_view, std::string_view) {}};
    desk::Intake intake{services, "node-1", 60'000};
    pipeline::QuickAnswers quick{intake, turns, runner, understandings, memory, cache, clock};
    std::vector<std::string> replies;
};

} // namespace

class QuickAnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsKnownByHeartIsAnsweredInOneTransaction_data() { test::addDatabaseRows(); }
    void whatIsKnownByHeartIsAnsweredInOneTransaction()
    {
        PARLEY_DATABASE(database);
        World world(database);
        QVERIFY(!world.ask(world.converse()));

        const ConversationId id = world.converse();
        const pipeline::Taken taken = world.take(world.inbound(id, kQuestion));

        QVERIFY(taken.answered.has_value());
        QCOMPARE(taken.answered->reply.value().text, kAnswer);
        QVERIFY(taken.answered->reply->cacheHit);
        QCOMPARE(taken.answered->messageId, taken.accepted.message.id.value);
        QCOMPARE(world.spoken(id), std::string("user:text agent:text"));
        const store::RunRow run = world.runOf(taken.accepted.run.value());
        QCOMPARE(run.status, std::string("completed"));
        QVERIFY(run.trace.find("\"name\":\"cache\"") != std::string::npos);
        QCOMPARE(world.events(id).size(), std::size_t{2});
        // The conversation goes on, by what this process remembers of it.
        QVERIFY(world.ask(id));
        QVERIFY(!world.ask(id, "What else is there?"));
        QVERIFY(world.ask(id));
        QCOMPARE(world.replies,
                 (std::vector<std::string>{kAnswer, kAnswer, "Re: What else is there?", kAnswer}));
        QCOMPARE(world.messages(id).back().seq, std::int64_t{8});
    }

    void whatChangedSinceIsLookedAtAnew_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("change");
        QTest::addColumn<std::string>("reply");
        for (const std::string driver : {"sqlite", "postgresql"}) {
            const auto row = [&](const std::string& change, const std::string& reply) {
                QTest::newRow((driver + " " + change).c_str()) << driver << change << reply;
            };
            row("nothing", kAnswer);
            row("configuration", "Re: " + kQuestion);
            row("knowledge", "Re: " + kQuestion);
            row("answer taken away", "Re: " + kQuestion);
            row("somebody wrote", kAnswer);
        }
    }
    void whatChangedSinceIsLookedAtAnew()
    {
        PARLEY_DATABASE(database);
        QFETCH(std::string, change);
        QFETCH(std::string, reply);
        World world(database);
        const ConversationId id = world.converse();
        world.ask(id);
        QVERIFY(world.ask(id));
        test::must(world.write([&](store::Transaction& tx) -> Result<void> {
            if (change == "configuration") {
                return store::TenantStateRepository().raiseConfigVersion(tx);
            }
            if (change == "knowledge") {
                return store::DocumentRepository().raiseIndexVersion(tx);
            }
            if (change == "answer taken away") {
                auto gone = store::CacheRepository().clear(tx);
                return gone ? Result<void>() : Result<void>(fail(std::move(gone).error()));
            }
            if (change == "somebody wrote") {
                return world.journal.event(tx,
                                           world.tenant,
                                           id,
                                           "conversation.updated",
                                           {},
                                           {{"status", "open"}},
                                           proto::Audience::Customer,
                                           world.clock.nowMs());
            }
            return {};
        }));

        const bool isQuick = world.ask(id);

        QCOMPARE(isQuick, change == "nothing");
        QCOMPARE(world.replies.back(), reply);
        QCOMPARE(world.spoken(id),
                 std::string("user:text agent:text user:text agent:text user:text agent:text"));
    }

    void aPersonsConversationIsNotAnswered()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.ask(world.converse());
        const ConversationId id = world.converse("with_agent");

        const pipeline::Taken taken = world.take(world.inbound(id, kQuestion));

        QVERIFY(!taken.answered);
        QVERIFY(!taken.accepted.run);
        QCOMPARE(world.spoken(id), std::string("user:text"));
    }

    void aProvenCustomersMemoryIsAskedFirst()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.ask(world.converse());
        desk::InboundMessage message = world.inbound(world.converse(), kQuestion);
        message.isVerified = true;
        QVERIFY(!world.take(message).answered);
    }

    void theSameKeyIsAnsweredOnce()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.ask(world.converse());
        const ConversationId id = world.converse();
        const desk::InboundMessage message = world.inbound(id, kQuestion, "key");

        QVERIFY(world.take(message).answered);
        pipeline::Taken again = world.take(message);

        QVERIFY(!again.answered);
        QVERIFY(again.accepted.isReplay);
        const proto::Turn turn =
            test::must(world.run(world.turns.answer(world.tenant,
                                                    std::move(again.accepted),
                                                    std::make_shared<pipeline::SilentSink>(),
                                                    test::soon())));
        QCOMPARE(turn.reply.value().text, kAnswer);
        QCOMPARE(world.spoken(id), std::string("user:text agent:text"));
    }

    void aConversationThatIsNotThereIsToldSo()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        world.ask(world.converse());
        const auto nobody =
            world.run(world.quick.take(world.inbound(world.ids.make<ConversationId>(), kQuestion)));
        QCOMPARE(nobody.error().code, ErrorCode::NotFound);
    }
};

PARLEY_TEST("quick_answers", QuickAnswersTest)
#include "quick_answers_test.moc"
