// SPDX-License-Identifier: MIT
#include "server/store/conversation_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const ConversationRepository kConversations;

Result<bool>
change(test::FreshDatabase& database, const char* from, const char* to, const std::string& who = {})
{
    return test::writeTo(database, [&](Transaction& tx) {
        return kConversations.changeOwner(tx, ConversationId{"c1"}, from, to, who, who, 77);
    });
}

ConversationRow find(test::FreshDatabase& database, const std::string& id = "c1")
{
    return test::must(test::readFrom(database,
                                     [&](ReadTransaction& tx) {
                                         return kConversations.find(tx, ConversationId{id});
                                     }))
        .value();
}

} // namespace

class ConversationRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOwnerChangesOnlyFromWhatItWas_data() { test::addDatabaseRows(); }
    void theOwnerChangesOnlyFromWhatItWas()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");

        QVERIFY(!test::must(change(database, "with_agent", "open")));
        QCOMPARE(find(database).status, std::string("open"));
        QVERIFY(test::must(change(database, "open", "with_agent", "ana")));
        QCOMPARE(find(database).assigneeName, std::string("ana"));
        QVERIFY(test::must(change(database, "with_agent", "closed")));
        QCOMPARE(find(database).closedMs.value(), std::int64_t{77});
        QCOMPARE(find(database).assigneeId, std::string());
        QVERIFY(test::must(change(database, "closed", "open")));
        QVERIFY(!find(database).closedMs.has_value());
    }

    void oneOfManyBecomesTheOwner_data() { test::addDatabaseRows(); }
    void oneOfManyBecomesTheOwner()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1", "waiting_for_agent");
        std::atomic<int> won{0};

        test::together(8, [&](int i) {
            const auto changed = change(database, "waiting_for_agent", "with_agent", std::to_string(i));
            won += changed && *changed ? 1 : 0;
        });

        QCOMPARE(won.load(), 1);
    }

    void theCurrentOneIsTheNewestThatIsNotClosed_data() { test::addDatabaseRows(); }
    void theCurrentOneIsTheNewestThatIsNotClosed()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        const auto add = [&](const std::string& id, const std::string& channel, std::int64_t lastMs) {
            ConversationRow row;
            row.id.value = id;
            row.customer.value = "c1-customer";
            row.channel = channel;
            row.status = "open";
            row.lastMs = lastMs;
            test::must(
                test::writeTo(database, [&](Transaction& tx) { return kConversations.create(tx, row); }));
        };
        add("c2", "web", 9);
        add("c3", "web", 8);
        add("c4", "email", 10);
        const auto current = [&](const std::string& channel) {
            const auto found = test::must(test::readFrom(database, [&](ReadTransaction& tx) {
                return kConversations.findCurrent(tx, CustomerId{"c1-customer"}, channel);
            }));
            return found ? found->id.value : std::string("none");
        };

        QCOMPARE(current("web"), std::string("c2"));
        QCOMPARE(current("email"), std::string("c4"));
        QCOMPARE(current("form"), std::string("none"));
    }

    void aListIsNarrowedAndPaged_data() { test::addDatabaseRows(); }
    void aListIsNarrowedAndPaged()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        test::addConversation(database, "c2", "closed");
        test::addConversation(database, "c3");
        const auto page = [&](const std::string& status, const std::string& before, int limit) {
            ConversationFilter filter;
            filter.status = status;
            filter.before = before;
            filter.limit = limit;
            std::string all;
            for (const auto& row : test::must(test::readFrom(database, [&](ReadTransaction& tx) {
                     return kConversations.page(tx, filter);
                 }))) {
                all += row.id.value + " ";
            }
            return all;
        };

        QCOMPARE(page("", "", 2), std::string("c3 c2 "));
        QCOMPARE(page("", "c2", 2), std::string("c1 "));
        QCOMPARE(page("open", "", 9), std::string("c3 c1 "));
    }

    void aCustomersOwnAreNarrowedAndPagedToo_data() { test::addDatabaseRows(); }
    void aCustomersOwnAreNarrowedAndPagedToo()
    {
        PARLEY_DATABASE(database);
        for (const char* id : {"c1", "c2", "c3", "c4"}) {
            test::addConversation(database, id, id == std::string("c2") ? "closed" : "open");
        }
        test::must(test::writeTo(database, [](Transaction& tx) -> Result<void> {
            auto moved = tx.execute("UPDATE conversations SET customer_id = 'c1-customer' WHERE id <> 'c4'");
            auto merged = tx.execute("INSERT INTO customer_aliases (alias, customer_id, created_ms) "
                                     "VALUES ('before', 'c1-customer', 1)");
            return moved && merged ? Result<void>() : fail(ErrorCode::Storage, "not written");
        }));
        const auto page = [&](const std::string& customer, const std::string& status, int limit) {
            ConversationFilter filter;
            filter.customer = customer;
            filter.status = status;
            filter.limit = limit;
            std::string all;
            std::size_t read = 0;
            do {
                const auto rows = test::must(test::readFrom(database, [&](ReadTransaction& tx) {
                    return kConversations.page(tx, filter);
                }));
                read = rows.size();
                for (const ConversationRow& row : rows) {
                    all += row.id.value + " ";
                    filter.before = row.id.value;
                }
            } while (read == static_cast<std::size_t>(limit));
            return all;
        };

        for (const int limit : {1, 2, 9}) {
            QCOMPARE(page("c1-customer", "", limit), std::string("c3 c2 c1 "));
            QCOMPARE(page("before", "open", limit), std::string("c3 c1 "));
            QCOMPARE(page("c4-customer", "closed", limit), std::string());
        }
    }

    void theAddressForTheAnswerIsKept_data() { test::addDatabaseRows(); }
    void theAddressForTheAnswerIsKept()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        test::must(test::writeTo(database, [](Transaction& tx) {
            return kConversations.setNotifyEmail(tx, ConversationId{"c1"}, "c@a.example");
        }));

        QCOMPARE(find(database).notifyEmail, std::string("c@a.example"));
    }
};

PARLEY_TEST("conversation_repository", ConversationRepositoryTest)
#include "conversation_repository_test.moc"
