// SPDX-License-Identifier: MIT
#include "server/desk/supporter_messages.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

class SupporterMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneKeyMakesOneMessage_data() { test::addDatabaseRows(); }
    void oneKeyMakesOneMessage()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        desk::SupporterMessages messages(world.services);
        const ConversationId id = world.converse();
        const ConversationId other = world.converse();
        desk::SupporterMessage note{world.tenant, id, "A note.", true, {}, {"u-mia", "Mia", false}};
        note.effectKey = "u-mia:key";
        note.bodyHash = "hash";

        const auto first = test::must(world.run(messages.write(note)));
        const auto again = test::must(world.run(messages.write(note)));

        QCOMPARE(again.id.value, first.id.value);
        QCOMPARE(again.seq, first.seq);
        QCOMPARE(world.messages(id).size(), std::size_t{1});
        auto otherBody = note;
        otherBody.bodyHash = "another";
        QVERIFY(world.run(messages.write(otherBody)).error().code == ErrorCode::Conflict);
        auto elsewhere = note;
        elsewhere.conversation = other;
        QVERIFY(world.run(messages.write(elsewhere)).error().code == ErrorCode::Conflict);
        auto without = note;
        without.effectKey.clear();
        test::must(world.run(messages.write(without)));
        QCOMPARE(world.messages(id).size(), std::size_t{2});
    }
};

PARLEY_TEST("supporter_messages", SupporterMessagesTest)
#include "supporter_messages_test.moc"
