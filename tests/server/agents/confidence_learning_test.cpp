// SPDX-License-Identifier: MIT
#include "server/agents/answering_preview.h"
#include "server/agents/confidence_learning.h"
#include "server/agents/stored_assessment.h"
#include "server/desk/handoff.h"
#include "server/desk/resolution.h"
#include "server/desk/sessions.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

namespace {

constexpr const char* kDraft = "Standard delivery takes 3 to 5 working days.";

struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh) : DeskWorld(*fresh, fresh.first)
    {
        services.lessons.push_back(&learning);
    }

    /// A message that was answered, or held back with a draft, at this confidence.
    desk::Accepted turn(const std::string& text, double confidence, bool isHeld)
    {
        const desk::Accepted accepted = test::must(accept(converse(), text));
        agents::AnswerEvidence evidence;
        evidence.retrieval.coverage = 1;
        nlohmann::json reply = {{"kind", isHeld ? "bridge" : "answer"},
                                {"agent", "faq"},
                                {"confidence", confidence}};
        reply[agents::kAssessmentField] = agents::assessmentJson(0.7, isHeld, agents::featuresOf(evidence));
        store::RunEnd end;
        end.id = accepted.run.value();
        end.status = isHeld ? "paused" : "completed";
        end.node = isHeld ? "bridge" : "deliver";
        end.trace = "[]";
        end.state = nlohmann::json({{"reply", reply}}).dump();
        end.nowMs = clock.nowMs();
        if (isHeld) {
            end.ticket = ticketFor(accepted);
        } else {
            end.reply = answerTo(accepted);
        }
        test::must(write([&](store::Transaction& tx) { return services.runs.end(tx, "running", end); }));
        return accepted;
    }

    TicketId ticketFor(const desk::Accepted& accepted)
    {
        desk::HandoffRequest request;
        request.tenant = tenant;
        request.conversation = accepted.message.conversation;
        request.customer = accepted.customer;
        request.run = accepted.run.value();
        request.ticketPrefix = "TF";
        request.locale = "en";
        request.reason = "low_confidence";
        request.question = accepted.message.text;
        request.draftAnswer = kDraft;
        request.effectKey = accepted.run->value + ":bridge";
        return test::must(write([&](store::Transaction& tx) {
                   return desk::Handoff(services).toQueue(tx, request);
               }))
            .ticket.id;
    }

    MessageId answerTo(const desk::Accepted& accepted)
    {
        store::MessageRow message;
        message.id = ids.make<MessageId>();
        message.conversation = accepted.message.conversation;
        message.sender = "agent";
        message.kind = "text";
        message.text = kDraft;
        message.run = accepted.run.value();
        message.createdMs = clock.nowMs();
        test::must(write([&](store::Transaction& tx) -> Result<bool> {
            auto said = journal.message(tx, tenant, message);
            return said ? Result<bool>(true) : Result<bool>(fail(std::move(said).error()));
        }));
        return message.id;
    }

    void resolve(const desk::Accepted& accepted, const std::string& answer, bool learns = true)
    {
        const store::RunRow paused = runOf(accepted.run.value());
        desk::ResolveRequest request;
        request.tenant = tenant;
        request.ticket = paused.ticket.value;
        request.answer = answer;
        request.actor = {"ana", "Ana", false};
        request.learns = learns;
        test::must(run(desk::Resolution(services).resolve(request)));
    }

    void rate(const desk::Accepted& accepted, std::int64_t rating)
    {
        store::FeedbackRow feedback;
        feedback.conversation = accepted.message.conversation;
        feedback.message = runOf(accepted.run.value()).reply;
        feedback.rating = rating;
        test::must(run(desk::Sessions(services).giveFeedback(tenant, feedback)));
    }

    agents::ConfidenceFit fit()
    {
        return test::must(read([](store::ReadTransaction& tx) { return agents::readConfidenceFit(tx); }));
    }

    std::int64_t jobs()
    {
        const auto rows = test::must(read([](store::ReadTransaction& tx) {
            return tx.query("SELECT COUNT(*) FROM jobs WHERE kind = 'confidence.fit'");
        }));
        return rows.front().integer(0);
    }

    agents::Preview preview(double threshold)
    {
        agents::AnsweringPreview replay(database, understandings, clock);
        agents::PreviewRequest wanted;
        wanted.confidenceThreshold = threshold;
        return test::must(run(replay.run(tenant, wanted, runtime::Budget::of(std::chrono::seconds(30)))));
    }

    runtime::WorkerPool cpu{{"cpu", 1, 64, {}}};
    jobs::Queue queue{database, clock, "n1", io.get_executor(), {}, [](std::string_view, std::string_view) {
                      }};
    agents::ConfidenceLearning learning{database, cpu, queue, clock, ids};
    agents::Understandings understandings{database,
                                          cpu,
                                          [](const TenantId&) { return std::string("TF"); },
                                          io.get_executor(),
                                          [](std::string_view, std::string_view what) {
                                              QFAIL(std::string(what).c_str());
                                          }};
};

} // namespace

class ConfidenceLearningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatASupporterDidWithTheDraftIsNoted_data() { test::addDatabaseRows(); }
    void whatASupporterDidWithTheDraftIsNoted()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.resolve(world.turn("How long?", 0.6, true), kDraft);
        world.resolve(world.turn("When?", 0.6, true), "Standard delivery takes 4 to 6 working days.");
        world.resolve(world.turn("Where?", 0.6, true), "I have no idea, sorry.");
        world.resolve(world.turn("Why?", 0.6, true), "Nothing of this is to be learnt.", false);

        const agents::ConfidenceFit fit = world.fit();

        QCOMPARE(fit.outcomes.sent, std::int64_t{1});
        QCOMPARE(fit.outcomes.edited, std::int64_t{1});
        QCOMPARE(fit.outcomes.rejected, std::int64_t{1});
        QCOMPARE(fit.used, std::int64_t{0});
        QVERIFY(!fit.fittedMs);
        const auto rows = test::must(world.read(
            [](store::ReadTransaction& tx) { return store::DraftOutcomeRepository().newest(tx, 10); }));
        QCOMPARE(rows.size(), std::size_t{3});
        QVERIFY(rows.back().features.find("coverage") != std::string::npos);
        QCOMPARE(rows.back().confidence, 0.6);
    }

    void theRunStillKnowsHowItWasJudgedWhenItIsResolved()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        const desk::Accepted held = world.turn("How long?", 0.6, true);
        world.resolve(held, kDraft);

        QVERIFY(agents::storedAssessment(world.runOf(held.run.value()).state).has_value());
    }

    void theLastRatingOfAnAnswerCounts_data() { test::addDatabaseRows(); }
    void theLastRatingOfAnAnswerCounts()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const desk::Accepted answered = world.turn("How long?", 0.9, false);
        world.rate(answered, 5);
        QCOMPARE(world.fit().outcomes.sent, std::int64_t{1});

        world.rate(answered, 1);

        QCOMPARE(world.fit().outcomes.sent, std::int64_t{0});
        QCOMPARE(world.fit().outcomes.rejected, std::int64_t{1});
    }

    void outcomesGoWithTheirConversation_data() { test::addDatabaseRows(); }
    void outcomesGoWithTheirConversation()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const desk::Accepted answered = world.turn("How long?", 0.9, false);
        world.rate(answered, 5);

        test::must(world.write([&](store::Transaction& tx) {
            return tx.execute("DELETE FROM conversations WHERE id = $1",
                              {answered.message.conversation.value});
        }));

        QCOMPARE(world.fit().outcomes.all(), std::int64_t{0});
    }

    void twentyOutcomesAreFittedAndInForceAtTheNextMessage_data() { test::addDatabaseRows(); }
    void twentyOutcomesAreFittedAndInForceAtTheNextMessage()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const auto inForce = [&] {
            const auto budget = runtime::Budget::of(std::chrono::seconds(30));
            return test::must(world.run(world.understandings.newest(world.tenant, budget)))->confidence();
        };
        for (std::size_t i = 0; i + 1 < agents::kFewestOutcomes; ++i) {
            world.rate(world.turn("How long?", 0.9, false), 1);
        }
        QCOMPARE(world.jobs(), std::int64_t{0});
        QCOMPARE(inForce().bias(), agents::ConfidenceModel().bias());
        // A job that comes too early, after an erasure, changes nothing.
        test::must(world.run(world.learning.run(world.tenant, store::JobRow())));
        QVERIFY(!world.fit().fittedMs);

        world.rate(world.turn("How long?", 0.9, false), 1);
        QCOMPARE(world.jobs(), std::int64_t{1});
        test::must(world.run(world.learning.run(world.tenant, store::JobRow())));

        const agents::ConfidenceFit fit = world.fit();
        QCOMPARE(fit.used, std::int64_t{20});
        QVERIFY(fit.fittedMs.has_value());
        QVERIFY(fit.lossAfter < fit.lossBefore);
        QVERIFY(inForce().bias() < agents::ConfidenceModel().bias());
        QVERIFY(std::abs(inForce().bias() - fit.model.bias()) < 0.001);
        // One more is too little for another fit.
        world.rate(world.turn("How long?", 0.9, false), 1);
        QCOMPARE(world.jobs(), std::int64_t{1});
    }

    void thePastIsReplayedAtAnotherThreshold_data() { test::addDatabaseRows(); }
    void thePastIsReplayedAtAnotherThreshold()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.turn("Sure?", 0.95, false);
        world.turn("Write to ann@example.com", 0.75, false);
        world.turn("Held?", 0.65, true);
        world.turn("Lost?", 0.1, true);

        const agents::Preview same = world.preview(0.7);
        QCOMPARE(same.turns, std::int64_t{4});
        QCOMPARE(same.answered, std::int64_t{2});
        QCOMPARE(same.escalated, std::int64_t{2});
        QVERIFY(same.examples.empty());

        const agents::Preview strict = world.preview(0.8);
        QCOMPARE(strict.answered, std::int64_t{1});
        QCOMPARE(strict.answeredBefore, std::int64_t{2});
        QCOMPARE(strict.examples.size(), std::size_t{1});
        QCOMPARE(strict.examples.front().wouldBe, std::string("escalated"));
        QVERIFY(strict.examples.front().question.find("ann@") == std::string::npos);

        const agents::Preview lenient = world.preview(0.65);
        QCOMPARE(lenient.answered, std::int64_t{3});
        QCOMPARE(lenient.examples.front().question, std::string("Held?"));

        world.clock.advanceMs(31LL * 24 * 60 * 60 * 1000);
        QCOMPARE(world.preview(0.7).turns, std::int64_t{0});
    }
};

PARLEY_TEST("confidence_learning", ConfidenceLearningTest)
#include "confidence_learning_test.moc"
