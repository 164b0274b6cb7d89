// SPDX-License-Identifier: MIT
#include "server/desk/journal.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server;

namespace {

store::MessageRow message(test::DeskWorld& world, const ConversationId& id, const std::string& kind)
{
    store::MessageRow row;
    row.id = world.ids.make<MessageId>();
    row.conversation = id;
    row.sender = "supporter";
    row.kind = kind;
    row.text = "Hello";
    row.createdMs = world.clock.nowMs();
    return row;
}

} // namespace

class JournalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsCommittedAndNothingElse_data() { test::addDatabaseRows(); }
    void tellsWhatIsCommittedAndNothingElse()
    {
        PARLEY_DATABASE(database);
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse();
        const auto broken = world.write([&](store::Transaction& tx) -> Result<void> {
            auto row = message(world, id, "text");
            row.text = "lost";
            auto said = world.journal.message(tx, world.tenant, row);
            return said ? fail(ErrorCode::Internal, "rolled back") : Result<void>();
        });
        QVERIFY(!broken);
        QCOMPARE(world.publisher.events().size(), std::size_t{0});

        test::must(world.write([&](store::Transaction& tx) {
            const nlohmann::json payload = {{"status", "open"}};
            return world.journal.event(
                tx, world.tenant, id, "conversation.updated", "", payload, proto::Audience::Customer, 7);
        }));

        QCOMPARE(world.publisher.summary(), std::string("conversation.updated 1/1"));
        const auto event = world.publisher.events().front();
        QVERIFY(event.tenant == world.tenant);
        QCOMPARE(*event.customerData,
                 R"({"seq":1,"session_id":")" + id.value +
                     R"(","status":"open","type":"conversation.updated"})");
    }

    void aNoteIsForOperatorsAlone()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        const ConversationId id = world.converse();
        auto note = message(world, id, "note");
        note.text = "Careful.";

        test::must(world.write([&](store::Transaction& tx) -> Result<void> {
            auto said = world.journal.message(tx, world.tenant, note);
            return said ? Result<void>() : fail(said.error());
        }));

        QCOMPARE(world.publisher.summary(), std::string("message.created 1/-"));
        const auto event = world.publisher.events().front();
        QVERIFY(event.customerData == nullptr);
        QVERIFY(event.operatorData->find("Careful.") != std::string::npos);
    }

    void rendersNothingWhenNobodyWatches()
    {
        test::FreshDatabase database("sqlite");
        test::DeskWorld world(*database, database.first);
        world.publisher.watched = false;

        QVERIFY(world.accept(world.converse(), "Hello").has_value());

        QCOMPARE(world.publisher.events().size(), std::size_t{0});
    }
};

PARLEY_TEST("journal", JournalTest)
#include "journal_test.moc"
