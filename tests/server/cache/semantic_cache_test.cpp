// SPDX-License-Identifier: MIT
#include "server/cache/cache_book.h"
#include "server/cache/semantic_cache.h"
#include "server/store/document_repository.h"
#include "server/store/settings_repository.h"
#include "server/store/tenant_state_repository.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace parley;
using namespace parley::server;

namespace {

const std::string kQuestion = "How do I reset the router?";
const std::string kSame = "What is the best way to reset a router?";

struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& db) : DeskWorld(*db, db.first), cache(*db, clock, ids) {}

    DocumentId document(const std::string& visibility = "public")
    {
        store::DocumentRow row;
        row.id = ids.make<DocumentId>();
        row.title = "Router";
        row.contentType = "text/plain";
        row.visibility = visibility;
        row.status = "ready";
        row.blobKey = row.digest = row.id.value;
        row.createdMs = row.updatedMs = clock.nowMs();
        test::must(write([&](store::Transaction& tx) { return documents.create(tx, row); }));
        return row.id;
    }

    cache::CacheEntry entry(const std::string& question = kQuestion)
    {
        cache::CacheEntry made;
        made.question = question;
        made.text = "Press the button.";
        made.agent = "faq";
        made.confidence = 0.8;
        made.citations = {proto::Citation{document().value, "Router", "Press ...", 0.9, std::nullopt}};
        made.conversation = converse();
        made.tokens = 70;
        made.durationMs = 300;
        return made;
    }

    std::string keep(const cache::CacheEntry& made)
    {
        return test::must(
            write([&](store::Transaction& tx) { return cache.keep(tx, tenant, made, clock.nowMs()); }));
    }

    cache::CacheLookup find(const std::string& text, std::int64_t configVersion = 0)
    {
        return findBy(cache, tenant, text, configVersion);
    }

    cache::CacheLookup findBy(cache::SemanticCache& by,
                              const TenantId& of,
                              const std::string& text,
                              std::int64_t configVersion = 0)
    {
        cache::CacheQuestion question;
        question.text = text;
        question.entities = nlp::findEntities(text, {}, clock.nowMs());
        question.configVersion = configVersion;
        const auto budget = runtime::Budget::of(std::chrono::seconds(10));
        const auto stored = test::must(run(by.find(of, question, budget)));
        // As a turn asks: the first time it may still be read, the second time it comes from memory.
        const auto versions =
            test::must(database.readNow(store::Scope::of(of), [](store::ReadTransaction& tx) {
                return store::TenantStateRepository().versions(tx);
            }));
        question.indexVersion = versions.index;
        question.cacheVersion = versions.cache;
        for (int i = 0; i < 2; ++i) {
            const auto asked = test::must(run(by.find(of, question, budget)));
            if (idOf(asked) != idOf(stored)) {
                throw std::logic_error("memory gives '" + idOf(asked) + "', the store '" + idOf(stored) +
                                       "'");
            }
        }
        return stored;
    }

    static std::string idOf(const cache::CacheLookup& found)
    {
        return found.answer ? found.answer->id : std::string();
    }

    desk::Learned learn(const std::string& question, const std::string& answer, bool learns = true)
    {
        desk::ResolveRequest request;
        request.tenant = tenant;
        request.answer = answer;
        request.actor = {"ana", "Ana", false};
        request.learns = learns;
        desk::Resolved resolved;
        resolved.ticket.conversation = converse();
        resolved.ticket.question = question;
        test::must(write([&](store::Transaction& tx) { return cache.onResolved(tx, request, resolved); }));
        return resolved.learned;
    }

    void rate(const std::string& reply, std::int64_t rating)
    {
        store::MessageRow message;
        message.id.value = reply;
        store::FeedbackRow feedback;
        feedback.rating = rating;
        test::must(
            write([&](store::Transaction& tx) { return cache.onRated(tx, tenant, message, feedback); }));
    }

    cache::SemanticCache cache;
    store::DocumentRepository documents;
};

} // namespace

class SemanticCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameQuestionIsAnswered_data() { test::addDatabaseRows(); }
    void theSameQuestionIsAnswered()
    {
        PARLEY_DATABASE(database);
        World world(database);
        QCOMPARE(world.keep(world.entry()), std::string());

        const auto exact = world.find("how do I reset   the ROUTER");
        QVERIFY(exact.answer.has_value());
        QVERIFY(exact.answer->isExact);
        QVERIFY(!exact.answer->isHuman);
        QCOMPARE(exact.answer->text, std::string("Press the button."));
        QCOMPARE(exact.answer->citations.size(), std::size_t{1});

        const auto similar = world.find(kSame);
        QVERIFY(similar.answer.has_value());
        QVERIFY(!similar.answer->isExact);
        QVERIFY(similar.answer->probability >= 0.9 && similar.answer->probability < 1);

        const auto other = world.find("How do I reset the printer?");
        QVERIFY(!other.answer.has_value());
        QCOMPARE(other.nearest, kQuestion);
        QCOMPARE(other.refusedBy, std::string("words"));
        QVERIFY(!world.findBy(world.cache, database.second, kQuestion).answer.has_value());
    }

    void aChangedDocumentEvicts_data() { test::addDatabaseRows(); }
    void aChangedDocumentEvicts()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const auto change = [&](const cache::CacheEntry& made, store::DocumentChange changes) {
            test::must(world.write([&](store::Transaction& tx) {
                return world.documents.change(tx,
                                              DocumentId{made.citations[0].documentId},
                                              changes,
                                              world.clock.nowMs());
            }));
        };
        auto made = world.entry();
        world.keep(made);
        QVERIFY(world.find(kSame).answer.has_value());
        change(made, {std::nullopt, std::nullopt, "internal"});
        QVERIFY(!world.find(kQuestion).answer.has_value());
        QVERIFY(!world.find(kSame).answer.has_value());
        QCOMPARE(world.keep(made), std::string("internal_source"));

        made = world.entry();
        world.keep(made);
        test::must(world.write([&](store::Transaction& tx) {
            return world.documents.replaceChunks(tx,
                                                 DocumentId{made.citations[0].documentId},
                                                 {},
                                                 world.clock.nowMs());
        }));
        QVERIFY(!world.find(kQuestion).answer.has_value());

        made = world.entry();
        world.keep(made);
        test::must(world.write([&](store::Transaction& tx) {
            return world.documents.remove(tx, DocumentId{made.citations[0].documentId});
        }));
        QVERIFY(!world.find(kSame).answer.has_value());
        QCOMPARE(world.keep(made), std::string("source_gone"));
    }

    void anEntryLivesAsLongAsTheTenantSays_data() { test::addDatabaseRows(); }
    void anEntryLivesAsLongAsTheTenantSays()
    {
        PARLEY_DATABASE(database);
        World world(database);
        auto made = world.entry();
        made.ttlDays = 2;
        world.keep(made);
        world.clock.advanceMs(47 * 3'600'000);
        QVERIFY(world.find(kQuestion).answer.has_value());
        world.clock.advanceMs(2 * 3'600'000);
        QVERIFY(!world.find(kQuestion).answer.has_value());
        QVERIFY(!world.find(kSame).answer.has_value());
    }

    void agentsAnswersGoWithTheConfigurationAndPeoplesStay_data() { test::addDatabaseRows(); }
    void agentsAnswersGoWithTheConfigurationAndPeoplesStay()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.keep(world.entry());
        world.learn("Can I pay with cash?", "No, by card alone.");
        QVERIFY(!world.find(kQuestion, 1).answer.has_value());
        QVERIFY(!world.find(kSame, 1).answer.has_value());
        QVERIFY(world.find("Can I pay with cash?", 1).answer.has_value());
    }

    void aPersonsAnswerOutranks_data() { test::addDatabaseRows(); }
    void aPersonsAnswerOutranks()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.keep(world.entry());
        QVERIFY(world.find(kQuestion).answer.has_value());

        QVERIFY(world.learn(kSame, "Pull the plug.").cache);
        for (const std::string& text : {kQuestion, kSame}) {
            const auto found = world.find(text);
            QVERIFY(found.answer.has_value());
            QVERIFY(found.answer->isHuman);
            QCOMPARE(found.answer->text, std::string("Pull the plug."));
        }
        QCOMPARE(world.keep(world.entry(kSame)), std::string("a_person_answered_it"));

        // Corrected in yet other words: the earlier correction is gone.
        QVERIFY(world.learn("How can I reset a router?", "Wait for an hour.").cache);
        for (const std::string& text : {kQuestion, kSame}) {
            QCOMPARE(world.find(text).answer.value().text, std::string("Wait for an hour."));
        }
    }

    void whatIsNobodyElsesIsNotKept_data() { test::addDatabaseRows(); }
    void whatIsNobodyElsesIsNotKept()
    {
        PARLEY_DATABASE(database);
        World world(database);
        QCOMPARE(world.learn("Where is my order?", "On its way.").reason, std::string("case_specific"));
        QCOMPARE(world.learn("Can I pay with cash?", "Hi Anna, no.").reason, std::string("personal_data"));
        QCOMPARE(world.learn("Is anna@example.com known?", "No.").reason, std::string("personal_data"));
        QCOMPARE(world.learn("Can I pay with cash?", "No.", false).reason, std::string("not_wanted"));
        auto made = world.entry();
        made.citations.clear();
        QCOMPARE(world.keep(made), std::string("no_source"));
        QCOMPARE(world.find("Where is my order?").refusedBy, std::string("case_specific"));

        test::must(world.write([&](store::Transaction& tx) {
            return store::SettingsRepository().put(tx,
                                                   "answering",
                                                   R"({"use_cache": false})",
                                                   world.clock.nowMs());
        }));
        QCOMPARE(world.learn("Can I pay with cash?", "No.").reason, std::string("cache_off"));
    }

    void whatAResolutionTaughtIsTakenBack_data() { test::addDatabaseRows(); }
    void whatAResolutionTaughtIsTakenBack()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.keep(world.entry());
        const auto answer = [&](const std::string& text) {
            const auto found = world.find(text);
            return found.answer ? found.answer->text : std::string();
        };
        desk::ResolveRequest request;
        request.tenant = world.tenant;
        request.answer = "Pull the plug.";
        request.actor = {"ana", "Ana", false};
        desk::Resolved resolved;
        resolved.ticket.id = world.ids.make<TicketId>();
        resolved.ticket.conversation = world.converse();
        resolved.ticket.question = kSame;
        test::must(world.write(
            [&](store::Transaction& tx) { return world.cache.onResolved(tx, request, resolved); }));
        QCOMPARE(answer(kSame), std::string("Pull the plug."));
        QCOMPARE(answer(kQuestion), std::string("Pull the plug."));

        desk::TakenBack taken;
        test::must(world.write([&](store::Transaction& tx) {
            return world.cache.onUndone(tx, world.tenant, resolved.ticket, taken);
        }));
        QVERIFY(taken.cache);
        QCOMPARE(answer(kSame), std::string("Press the button."));
        QCOMPARE(answer(kQuestion), std::string("Press the button."));
        test::must(world.write([&](store::Transaction& tx) {
            return world.cache.onUndone(tx, world.tenant, resolved.ticket, taken);
        }));
        QVERIFY(!taken.cache);
    }

    void lessonsFollowWhatIsInForce_data() { test::addDatabaseRows(); }
    void lessonsFollowWhatIsInForce()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const auto learn = [&](const std::string& defaults) {
            desk::ResolveRequest request;
            request.tenant = world.tenant;
            request.answer = "No, by card alone.";
            request.actor = {"ana", "Ana", false};
            request.answeringDefaults = defaults;
            desk::Resolved resolved;
            resolved.ticket.conversation = world.converse();
            resolved.ticket.question = "Can I pay with cash?";
            test::must(world.write(
                [&](store::Transaction& tx) { return world.cache.onResolved(tx, request, resolved); }));
            return resolved.learned.reason;
        };
        QCOMPARE(learn(R"({"use_cache": false})"), std::string("cache_off"));
        QCOMPARE(learn(R"({"cache_ttl_days": 1})"), std::string());
        world.clock.advanceMs(2LL * 86'400'000);
        QVERIFY(!world.find("Can I pay with cash?").answer.has_value());
        test::must(world.write([&](store::Transaction& tx) {
            return store::SettingsRepository().put(tx,
                                                   "answering",
                                                   R"({"use_cache": true})",
                                                   world.clock.nowMs());
        }));
        QCOMPARE(learn(R"({"use_cache": false})"), std::string());
    }

    void aCorrectionTakesThePlaceOfTheWrongAnswer_data() { test::addDatabaseRows(); }
    void aCorrectionTakesThePlaceOfTheWrongAnswer()
    {
        PARLEY_DATABASE(database);
        World world(database);
        auto made = world.entry();
        world.keep(made);
        desk::Correction correction;
        correction.tenant = world.tenant;
        correction.actor = {"ana", "Ana", false};
        correction.rated.question = kQuestion;
        correction.rated.answer = made.text;
        correction.rated.feedback.message.value = "m1";
        correction.rated.feedback.conversation = made.conversation;
        const auto correct = [&](const std::string& answer) {
            correction.answer = answer;
            desk::Learned learned;
            test::must(world.write(
                [&](store::Transaction& tx) { return world.cache.onCorrected(tx, correction, learned); }));
            return learned;
        };

        const auto refused = correct("Hi Anna, press it twice.");
        QVERIFY(!refused.cache);
        QCOMPARE(refused.reason, std::string("personal_data"));
        QVERIFY(!world.find(kQuestion).answer.has_value()); // wrong it is all the same
        QVERIFY(correct("Pull the plug.").cache);
        const auto found = world.find(kSame);
        QVERIFY(found.answer.has_value() && found.answer->isHuman);
        QCOMPARE(found.answer->text, std::string("Pull the plug."));
        // Put right once more: what the first correction taught goes, even where the second teaches nothing.
        correction.rated.feedback.correction = "Pull the plug.";
        QVERIFY(!correct("Hi Anna, pull it twice.").cache);
        QVERIFY(!world.find(kQuestion).answer.has_value());
    }

    void aWrongAnswerEvictsAndIsCounted_data() { test::addDatabaseRows(); }
    void aWrongAnswerEvictsAndIsCounted()
    {
        PARLEY_DATABASE(database);
        World world(database);
        world.keep(world.entry());
        const std::string id = world.find(kQuestion).answer.value().id;
        const ConversationId conversation = world.converse();
        const auto serve = [&](const char* reply) {
            test::must(world.write([&](store::Transaction& tx) {
                return world.cache.served(tx, id, MessageId{reply}, conversation, world.clock.nowMs());
            }));
        };
        serve("m1");
        serve("m2");
        cache::CacheBook book(world.database, world.clock, world.ids);
        auto page = test::must(world.run(book.list(world.tenant, "", "", 10)));
        QCOMPARE(page.entries.size(), std::size_t{1});
        QCOMPARE(page.entries[0].row.hits, std::int64_t{2});
        QCOMPARE(page.entries[0].sources.size(), std::size_t{1});
        QCOMPARE(page.totals.savedTokens, std::int64_t{140});
        QCOMPARE(page.totals.savedMs, std::int64_t{600});

        world.rate("m1", 3);
        QVERIFY(world.find(kQuestion).answer.has_value());
        for (const char* reply : {"m0", "m2", "m1"}) {
            world.rate(reply, 2);
        }
        QVERIFY(!world.find(kQuestion).answer.has_value());
        QVERIFY(!world.find(kSame).answer.has_value());
        page = test::must(world.run(book.list(world.tenant, "", "", 10)));
        QVERIFY(page.entries.empty());
        QCOMPARE(page.totals.hits, std::int64_t{2});
        QCOMPARE(page.totals.wrongHits, std::int64_t{1});
    }

    void otherNodesFollowTheStore_data() { test::addDatabaseRows(); }
    void otherNodesFollowTheStore()
    {
        PARLEY_DATABASE(database);
        World world(database);
        cache::SemanticCache other(*database, world.clock, world.ids);
        QVERIFY(!world.findBy(other, world.tenant, kSame).answer.has_value());
        world.keep(world.entry());
        QVERIFY(world.findBy(other, world.tenant, kSame).answer.has_value());

        identity::Actor actor = identity::Actor::system();
        cache::CacheBook book(world.database, world.clock, world.ids);
        QCOMPARE(test::must(world.run(book.clear(world.tenant, actor))), std::int64_t{1});
        QVERIFY(!world.findBy(other, world.tenant, kSame).answer.has_value());
        const auto gone = world.run(book.remove(world.tenant, "nothing", actor));
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
    }

    void aTurnThatBeganBeforeAnErasureIsNotHeld_data()
    {
        QTest::addColumn<bool>("isHeld");
        QTest::newRow("began after it") << true;
        QTest::newRow("began before it") << false;
    }
    void aTurnThatBeganBeforeAnErasureIsNotHeld()
    {
        QFETCH(bool, isHeld);
        test::FreshDatabase database("sqlite");
        World world(database);
        world.keep(world.entry());
        const auto versions = test::must(world.read(
            [](store::ReadTransaction& tx) { return store::TenantStateRepository().versions(tx); }));
        cache::CacheQuestion question;
        question.text = kQuestion;
        question.indexVersion = versions.index;
        question.cacheVersion = versions.cache;
        const auto find = [&] {
            return test::must(world.run(
                world.cache.find(world.tenant, question, runtime::Budget::of(std::chrono::seconds(10)))));
        };
        question.begunMs = world.clock.nowMs();
        if (!isHeld) {
            world.clock.advanceMs(5);
            world.cache.forget(world.tenant);
        }
        QVERIFY(find().answer.has_value());

        // What is held in memory is given at the same versions, although the store has it no more.
        test::must(
            world.write([](store::Transaction& tx) { return tx.execute("DELETE FROM cache_entries"); }));
        question.begunMs = world.clock.nowMs() + 1;
        QCOMPARE(find().answer.has_value(), isHeld);
    }

    void entriesGoWithTheirConversation_data() { test::addDatabaseRows(); }
    void entriesGoWithTheirConversation()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const auto made = world.entry();
        world.keep(made);
        test::must(world.write([&](store::Transaction& tx) {
            return tx.execute("DELETE FROM conversations WHERE id = $1", {made.conversation.value});
        }));
        QVERIFY(!world.find(kQuestion).answer.has_value());
        QVERIFY(!world.find(kSame).answer.has_value());
    }
};

PARLEY_TEST("semantic_cache", SemanticCacheTest)
#include "semantic_cache_test.moc"
