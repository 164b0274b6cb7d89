// SPDX-License-Identifier: MIT
#include "server/desk/sessions.h"
#include "server/identity/customer_identity.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

namespace {

struct World : test::DeskWorld {
    using DeskWorld::DeskWorld;

    desk::Session open(const std::string& resume, const std::string& user = {}, bool isVerified = false)
    {
        desk::OpenSession request;
        request.tenant = tenant;
        request.userId = user;
        request.isVerified = isVerified;
        request.resumeToken = resume;
        request.locale = "de";
        return test::must(run(sessions.open(request)));
    }

    store::CustomerRow customerOf(const desk::Session& session)
    {
        auto found = sessions.transcript(tenant, session.conversation.id, proto::Audience::Operator);
        return test::must(run(std::move(found))).customer;
    }

    desk::Sessions sessions{services};
};

} // namespace

class SessionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewSessionIsStored_data() { test::addDatabaseRows(); }
    void aNewSessionIsStored()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);

        const desk::Session session = world.open("");

        QCOMPARE(session.conversation.status, std::string("open"));
        QCOMPARE(world.conversation(session.conversation.id).locale, std::string("de"));
        QVERIFY(session.messages.empty());
        QVERIFY(!session.resumeToken.empty());
        const auto raw = world.read(
            [&](store::ReadTransaction& tx) { return tx.query("SELECT hash FROM resume_tokens"); });
        QVERIFY(test::must(raw).at(0).text(0) != session.resumeToken);
    }

    void aResumeTokenWorksOnceAndIsReplaced_data() { test::addDatabaseRows(); }
    void aResumeTokenWorksOnceAndIsReplaced()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const desk::Session first = world.open("");
        QVERIFY(world.accept(first.conversation.id, "Hello").has_value());

        const desk::Session second = world.open(first.resumeToken);
        const desk::Session stolen = world.open(first.resumeToken);
        const desk::Session third = world.open(second.resumeToken);

        QVERIFY(second.conversation.id == first.conversation.id);
        QCOMPARE(second.messages.size(), std::size_t{1});
        QVERIFY(second.resumeToken != first.resumeToken);
        QVERIFY(stolen.conversation.id != first.conversation.id);
        QVERIFY(third.conversation.id == first.conversation.id);
    }

    void anExpiredTokenBeginsAnew_data()
    {
        QTest::addColumn<std::int64_t>("ageMs");
        QTest::addColumn<bool>("works");
        QTest::newRow("just in time") << identity::kResumeLifetimeMs - 1 << true;
        QTest::newRow("too late") << identity::kResumeLifetimeMs << false;
    }
    void anExpiredTokenBeginsAnew()
    {
        QFETCH(std::int64_t, ageMs);
        QFETCH(bool, works);
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const desk::Session first = world.open("");
        world.clock.advanceMs(ageMs);

        QCOMPARE(world.open(first.resumeToken).conversation.id == first.conversation.id, works);
    }

    void aTokenOfAnotherTenantIsUnknown_data() { test::addDatabaseRows(); }
    void aTokenOfAnotherTenantIsUnknown()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        World other(*database, database.second);
        const desk::Session first = world.open("");

        const desk::Session elsewhere = other.open(first.resumeToken);

        QVERIFY(elsewhere.conversation.id != first.conversation.id);
        QVERIFY(world.open(first.resumeToken).conversation.id == first.conversation.id);
    }

    void whoClaimsAnIdWithoutProofIsNobodyKnown_data() { test::addDatabaseRows(); }
    void whoClaimsAnIdWithoutProofIsNobodyKnown()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const desk::Session proven = world.open("", "user-7", true);

        const desk::Session claimed = world.open("", "user-7", false);

        QVERIFY(claimed.conversation.id != proven.conversation.id);
        QVERIFY(claimed.conversation.customer != proven.conversation.customer);
        QVERIFY(!world.customerOf(claimed).verified);
    }

    void whoProvesAnIdDoesNotInheritWhatWasClaimedBefore_data() { test::addDatabaseRows(); }
    void whoProvesAnIdDoesNotInheritWhatWasClaimedBefore()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const desk::Session claimed = world.open("", "user-7", false);

        const desk::Session proven = world.open(claimed.resumeToken, "user-7", true);

        QVERIFY(proven.conversation.id != claimed.conversation.id);
        QVERIFY(proven.conversation.customer != claimed.conversation.customer);
    }

    void theProvenCustomerGoesOnFromAnyDevice_data() { test::addDatabaseRows(); }
    void theProvenCustomerGoesOnFromAnyDevice()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const desk::Session phone = world.open("", "user-7", true);

        const desk::Session desktop = world.open("", "user-7", true);
        const desk::Session somebody = world.open("", "user-8", true);

        QVERIFY(desktop.conversation.id == phone.conversation.id);
        QVERIFY(world.customerOf(desktop).verified);
        QVERIFY(somebody.conversation.id != phone.conversation.id);
    }

    void afterClosingTheProvenCustomerBeginsANewConversation()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const desk::Session first = world.open("", "user-7", true);
        test::must(world.write([&](store::Transaction& tx) {
            return world.services.conversations.changeOwner(
                tx, first.conversation.id, "open", "closed", {}, {}, 1);
        }));

        const desk::Session next = world.open("", "user-7", true);

        QVERIFY(next.conversation.id != first.conversation.id);
        QVERIFY(next.conversation.customer == first.conversation.customer);
    }

    void anApiClientContinuesPerCustomerAndChannel_data() { test::addDatabaseRows(); }
    void anApiClientContinuesPerCustomerAndChannel()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const auto continueFor = [&](const std::string& user, const std::string& channel) {
            desk::OpenSession request;
            request.tenant = world.tenant;
            request.userId = user;
            request.isVerified = true;
            request.channel = channel;
            return test::must(world.run(world.sessions.continueFor(request)));
        };
        const auto first = continueFor("user-7", "api");

        QVERIFY(continueFor("user-7", "api").id == first.id);
        const auto mail = continueFor("user-7", "email");
        QVERIFY(mail.id != first.id);
        QVERIFY(mail.customer == first.customer);
        QVERIFY(continueFor("user-8", "api").customer != first.customer);
    }

    void notesAreInTheOperatorsTranscriptAlone()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const desk::Session session = world.open("");
        store::MessageRow note;
        note.id = world.ids.make<MessageId>();
        note.conversation = session.conversation.id;
        note.sender = "supporter";
        note.kind = "note";
        note.text = "Careful";
        QVERIFY(world.write(
            [&](store::Transaction& tx) { return world.journal.message(tx, world.tenant, note); }));
        const auto seen = [&](proto::Audience audience) {
            auto transcript = world.sessions.transcript(world.tenant, session.conversation.id, audience);
            return test::must(world.run(std::move(transcript))).messages.size();
        };

        QCOMPARE(seen(proto::Audience::Operator), std::size_t{1});
        QCOMPARE(seen(proto::Audience::Customer), std::size_t{0});
    }

    void onlyAnswersOfTheConversationAreRated_data()
    {
        QTest::addColumn<std::string>("sender");
        QTest::addColumn<std::string>("kind");
        QTest::addColumn<bool>("ok");
        QTest::newRow("agent") << std::string("agent") << std::string("text") << true;
        QTest::newRow("supporter") << std::string("supporter") << std::string("resolution") << true;
        QTest::newRow("note") << std::string("supporter") << std::string("note") << false;
        QTest::newRow("own words") << std::string("user") << std::string("text") << false;
    }
    void onlyAnswersOfTheConversationAreRated()
    {
        QFETCH(std::string, sender);
        QFETCH(std::string, kind);
        QFETCH(bool, ok);
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const desk::Session session = world.open("");
        store::MessageRow row;
        row.id = world.ids.make<MessageId>();
        row.conversation = session.conversation.id;
        row.sender = sender;
        row.kind = kind;
        row.text = "Yes";
        QVERIFY(world.write(
            [&](store::Transaction& tx) { return world.journal.message(tx, world.tenant, row); }));
        store::FeedbackRow feedback;
        feedback.conversation = session.conversation.id;
        feedback.message = row.id;
        feedback.rating = 5;

        const auto given = world.run(world.sessions.giveFeedback(world.tenant, feedback));
        feedback.conversation = world.open("").conversation.id;
        const auto elsewhere = world.run(world.sessions.giveFeedback(world.tenant, feedback));

        QCOMPARE(given.has_value(), ok);
        QVERIFY(elsewhere.error().code == ErrorCode::NotFound);
    }

    void whatIsNotThereIsNotFound_data() { test::addDatabaseRows(); }
    void whatIsNotThereIsNotFound()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        World other(*database, database.second);
        const ConversationId elsewhere = other.open("").conversation.id;

        for (const ConversationId& id : {ConversationId{"nowhere"}, elsewhere}) {
            QVERIFY(world.run(world.sessions.find(world.tenant, id)).error().code == ErrorCode::NotFound);
            auto transcript = world.sessions.transcript(world.tenant, id, proto::Audience::Operator);
            QVERIFY(world.run(std::move(transcript)).error().code == ErrorCode::NotFound);
            auto mail = world.sessions.setNotifyEmail(world.tenant, id, "c@a.example");
            QVERIFY(world.run(std::move(mail)).error().code == ErrorCode::NotFound);
        }
    }
};

PARLEY_TEST("sessions", SessionsTest)
#include "sessions_test.moc"
