// SPDX-License-Identifier: MIT
#include "server/desk/supporter_messages.h"
#include "server/live/queue_feed.h"
#include "server/store/user_repository.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server;

namespace {

/// Of the world's tenant, unless another is named.
void addUser(test::DeskWorld& world,
             const std::string& id,
             const std::string& name,
             const std::string& tenant = {},
             const std::string& status = "active")
{
    store::UserRow row;
    row.id.value = id;
    row.tenant = tenant.empty() ? world.tenant : TenantId{tenant};
    row.email = id + "@desk.example";
    row.displayName = name;
    row.role = "supporter";
    row.status = status;
    row.createdMs = row.updatedMs = 10;
    const auto job = [&](store::Transaction& tx) { return store::UserRepository().create(tx, row); };
    test::must(world.database.transactNow(store::Scope::platform(), job));
}

std::string idsOf(const std::vector<desk::Mention>& mentions)
{
    std::string text;
    for (const auto& each : mentions) {
        text += (text.empty() ? "" : " ") + each.id;
    }
    return text;
}

const desk::Actor kMia{"u-mia", "Mia", false};

} // namespace

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

        QCOMPARE(again.row.id.value, first.row.id.value);
        QCOMPARE(again.row.seq, first.row.seq);
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

    void aNoteTellsWhomItNames_data() { test::addDatabaseRows(); }
    void aNoteTellsWhomItNames()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        addUser(world, "u-mia", "Mia");
        addUser(world, "u-ben", "Ben");
        addUser(world, "u-gone", "Gone", {}, "disabled");
        addUser(world, "u-zoe", "Zoe", database.second.value);
        desk::SupporterMessages messages(world.services);
        const ConversationId id = world.converse();
        desk::SupporterMessage note{
            world.tenant, id, "@ben look, and @Mia, @Gone and @Zoe too", true, {}, kMia};
        note.effectKey = "u-mia:key";
        note.bodyHash = "hash";

        const auto written = test::must(world.run(messages.write(note)));
        const auto again = test::must(world.run(messages.write(note)));

        QCOMPARE(idsOf(written.mentions), std::string("u-ben"));
        QCOMPARE(idsOf(again.mentions), std::string("u-ben"));
        const auto told = world.publisher.ofTopics();
        QCOMPARE(told.size(), std::size_t{1});
        QCOMPARE(told.front().topic, std::string(desk::kQueueTopic));
        const auto event = nlohmann::json::parse(*told.front().operatorData);
        QVERIFY(event["type"] == "message.mentioned" && event["session_id"] == id.value);
        QVERIFY(event["message_id"] == written.row.id.value && event["by"]["name"] == "Mia");
        QVERIFY(event["mentions"] ==
                nlohmann::json::parse(R"([{"id": "u-ben", "name": "Ben", "text": "@ben"}])"));
        auto kept = test::must(world.read(
            [&](store::ReadTransaction& tx) { return store::MentionLog().ofConversation(tx, id); }));
        QCOMPARE(kept.size(), std::size_t{1});
        nlohmann::json shown = {{{"id", written.row.id.value}}, {{"id", "another"}}};
        desk::addMentions(shown, kept);
        QVERIFY(shown[0]["mentions"][0]["id"] == "u-ben" && !shown[1].contains("mentions"));
    }

    void whoWasAwayReadsOfItLater_data() { test::addDatabaseRows(); }
    void whoWasAwayReadsOfItLater()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        addUser(world, "u-ben", "Ben");
        desk::SupporterMessages messages(world.services);
        const ConversationId id = world.converse();
        test::must(world.run(messages.write({world.tenant, id, "@Ben, please", true, {}, kMia})));
        live::Hub hub({world.io.get_executor()});
        live::QueueFeed feed(hub, *database, world.io.get_executor(), world.tenant, 0);

        const auto item = test::must(world.run(feed.next(std::chrono::steady_clock::now())));

        QCOMPARE(item.type, std::string("message.mentioned"));
        QCOMPARE(item.seq, std::int64_t{1});
    }

    void theCustomerHearsNothingOfIt_data() { test::addDatabaseRows(); }
    void theCustomerHearsNothingOfIt()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        addUser(world, "u-ben", "Ben");
        desk::SupporterMessages messages(world.services);
        const ConversationId id = world.converse();

        test::must(world.run(messages.write({world.tenant, id, "@Ben, please", true, {}, kMia})));

        QVERIFY(world.events(id, true).empty());
        QCOMPARE(world.events(id).size(), std::size_t{2});
        for (const auto& event : world.publisher.events()) {
            QVERIFY(!event.customerSeq && !event.customerData);
        }
    }

    void anAnswerNamesNobody_data() { test::addDatabaseRows(); }
    void anAnswerNamesNobody()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        addUser(world, "u-ben", "Ben");
        desk::SupporterMessages messages(world.services);
        const ConversationId id = world.converse("with_agent");
        test::must(world.write([&](store::Transaction& tx) {
            return tx.execute("UPDATE conversations SET assignee_id = 'u-mia', assignee_name = 'Mia' "
                              "WHERE id = $1",
                              {id.value});
        }));

        const auto written =
            test::must(world.run(messages.write({world.tenant, id, "Ask @Ben", false, {}, kMia})));

        QVERIFY(written.mentions.empty() && world.publisher.ofTopics().empty());
    }
};

PARLEY_TEST("supporter_messages", SupporterMessagesTest)
#include "supporter_messages_test.moc"
