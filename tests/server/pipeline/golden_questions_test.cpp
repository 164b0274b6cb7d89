// SPDX-License-Identifier: MIT
#include "server/store/audit_repository.h"
#include "server/store/document_repository.h"
#include "tests/server/pipeline/golden_world.h"
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using pipeline::GoldenExpectation;
using test::GoldenWorld;

Q_DECLARE_METATYPE(parley::server::pipeline::GoldenExpectation)

namespace {

pipeline::SandboxOutcome answered(const std::string& text, const std::string& kind = "answer")
{
    pipeline::SandboxOutcome outcome;
    proto::Reply reply;
    reply.text = text;
    reply.kind = kind;
    reply.agent = "Orders";
    proto::Citation citation;
    citation.documentId = "d1";
    citation.title = "Prices";
    reply.citations.push_back(citation);
    outcome.turn.reply = reply;
    if (kind == "bridge") {
        outcome.escalationReason = "low_confidence";
    }
    return outcome;
}

std::string fieldsOf(const Error& error)
{
    std::string fields;
    for (const FieldError& fault : error.fields) {
        fields += fault.field + " ";
    }
    return fields;
}

} // namespace

class GoldenQuestionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsJudgedByEveryExpectation_data()
    {
        QTest::addColumn<GoldenExpectation>("expectation");
        QTest::addColumn<std::string>("kind");
        QTest::addColumn<std::string>("failed");
        GoldenExpectation any;
        QTest::newRow("any answer") << any << std::string("answer") << std::string();
        QTest::newRow("a person instead") << any << std::string("bridge") << std::string("expects ");
        GoldenExpectation contains = any;
        contains.mustContain = {"CAFÉ costs\n €79", "per month"};
        QTest::newRow("contains") << contains << std::string("answer") << std::string();
        contains.mustContain.emplace_back("€80");
        contains.mustNotContain = {"cafe", "tea"};
        QTest::newRow("does not") << contains << std::string("answer")
                                  << std::string("must_contain must_not_contain ");
        GoldenExpectation cites = any;
        cites.documentId = "d1";
        cites.agent = "Orders";
        QTest::newRow("cites") << cites << std::string("answer") << std::string();
        cites.documentId = "d2";
        cites.agent = "Billing";
        QTest::newRow("cites another") << cites << std::string("answer") << std::string("document_id agent ");
        GoldenExpectation handoff = any;
        handoff.expects = "handoff";
        QTest::newRow("handoff") << handoff << std::string("bridge") << std::string();
        QTest::newRow("no handoff") << handoff << std::string("answer") << std::string("expects ");
        GoldenExpectation clarify = any;
        clarify.expects = "clarify";
        QTest::newRow("clarify") << clarify << std::string("clarify") << std::string();
        QTest::newRow("no clarify") << clarify << std::string("answer") << std::string("expects ");
    }
    void anAnswerIsJudgedByEveryExpectation()
    {
        QFETCH(GoldenExpectation, expectation);
        QFETCH(std::string, kind);
        QFETCH(std::string, failed);
        const auto outcome = answered("The  Café costs €79\nper month.", kind);

        const auto verdict =
            pipeline::judgeGolden(pipeline::readExpectation(pipeline::expectationJson(expectation).dump()),
                                  outcome);

        std::string checks;
        for (const pipeline::GoldenFault& fault : verdict.faults) {
            checks += fault.check + " ";
        }
        QCOMPARE(checks, failed);
        QCOMPARE(verdict.outcome, std::string(failed.empty() ? "passed" : "failed"));
    }

    void aFailureOnTheWayIsNoVerdict()
    {
        auto outcome = answered("Somebody will help you.", "bridge");
        outcome.escalationReason = "failure";
        GoldenExpectation handoff;
        handoff.expects = "handoff";
        QCOMPARE(pipeline::judgeGolden(handoff, outcome).outcome, std::string("error"));
    }

    void questionsAreKeptChangedAndAudited_data() { test::addDatabaseRows(); }
    void questionsAreKeptChangedAndAudited()
    {
        PARLEY_DATABASE(database);
        GoldenWorld world(*database, database.first);
        const auto made = world.add("What does it cost?", {"79"});
        pipeline::GoldenChanges changes;
        changes.mustNotContain = std::vector<std::string>{"80"};
        changes.enabled = false;
        const auto system = identity::Actor::system();
        world.clock.advanceMs(5);
        const auto changed =
            test::must(world.run(world.questions.update(world.tenant, made.id, changes, system)));
        QVERIFY(!changed.enabled);
        QCOMPARE(pipeline::readExpectation(changed.expectation).mustContain.front(), std::string("79"));
        QCOMPARE(pipeline::readExpectation(changed.expectation).mustNotContain.front(), std::string("80"));
        QCOMPARE(changed.updatedMs, made.updatedMs + 5);
        test::must(world.run(world.questions.remove(world.tenant, made.id, system)));
        QVERIFY(world.run(world.questions.get(world.tenant, made.id)).error().code == ErrorCode::NotFound);
        std::string actions;
        for (const auto& event : test::must(world.read(
                 [](store::ReadTransaction& tx) { return store::AuditRepository().list(tx, {}); }))) {
            actions += event.action + " ";
        }
        QCOMPARE(actions,
                 std::string("golden_question.delete golden_question.update golden_question.create "));
    }

    void whatIsWrongIsNamedAtOnce()
    {
        test::FreshDatabase database("sqlite");
        GoldenWorld world(*database, database.first);
        pipeline::GoldenChanges wrong;
        wrong.question = "  ";
        wrong.locale = "Klingon!";
        wrong.expects = "miracle";
        wrong.mustContain = std::vector<std::string>{""};
        wrong.mustNotContain = std::vector<std::string>(21, "x");
        wrong.documentId = "00000000-0000-7000-8000-000000000000";
        wrong.agent = "Nobody";
        const auto refused =
            world.run(world.questions.create(world.tenant, wrong, identity::Actor::system()));
        QVERIFY(refused.error().code == ErrorCode::InvalidArgument);
        QCOMPARE(fieldsOf(refused.error()),
                 std::string("question locale expects must_contain must_not_contain document_id agent "));

        store::DocumentRow secret;
        secret.id = world.ids.make<DocumentId>();
        secret.visibility = "internal";
        secret.status = "ready";
        test::must(world.write(
            [&](store::Transaction& tx) { return store::DocumentRepository().create(tx, secret); }));
        pipeline::GoldenChanges internal;
        internal.question = "What is secret?";
        internal.documentId = secret.id.value;
        const auto hidden =
            world.run(world.questions.create(world.tenant, internal, identity::Actor::system()));
        QCOMPARE(fieldsOf(hidden.error()), std::string("document_id "));
    }
};

PARLEY_TEST("golden_questions", GoldenQuestionsTest)
#include "golden_questions_test.moc"
