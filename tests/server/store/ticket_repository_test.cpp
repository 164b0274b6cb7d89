// SPDX-License-Identifier: MIT
#include "server/store/ticket_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const TicketRepository kTickets;
constexpr auto kFirst = "01900000-0000-7000-8000-000000000001";
constexpr auto kSecond = "01900000-0000-7000-8000-000000000002";
constexpr auto kThird = "01900000-0000-7000-8000-000000000003";

TicketRow
ticket(const std::string& id, const std::string& reference, const std::string& status = "pending_human")
{
    TicketRow row;
    row.id.value = id;
    row.reference = reference;
    row.conversation.value = "c1";
    row.customer.value = "c1-customer";
    row.status = status;
    row.category = "general";
    row.priority = "medium";
    row.subject = row.question = "Where is it?";
    row.reason = "no_answer";
    row.createdMs = row.updatedMs = 3;
    return row;
}

Result<void> create(test::FreshDatabase& database, const TicketRow& row)
{
    return test::writeTo(database, [&](Transaction& tx) { return kTickets.create(tx, row); });
}

std::optional<TicketRow> find(test::FreshDatabase& database, const std::string& name)
{
    return test::must(test::readFrom(database, [&](ReadTransaction& tx) { return kTickets.find(tx, name); }));
}

} // namespace

class TicketRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isFoundByIdAndByReference_data() { test::addDatabaseRows(); }
    void isFoundByIdAndByReference()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        TicketRow row = ticket(kFirst, "TF-1");
        row.confidence = 0.25;
        row.run.value = "r1";
        test::must(create(database, row));

        QCOMPARE(find(database, kFirst)->reference, std::string("TF-1"));
        QCOMPARE(find(database, "TF-1")->confidence.value(), 0.25);
        QVERIFY(find(database, "TF-1")->run == RunId{"r1"});
        QVERIFY(!find(database, "TF-2").has_value());
        QVERIFY(!find(database, kSecond).has_value());
    }

    void aReferenceIsUsedOnceInATenant_data() { test::addDatabaseRows(); }
    void aReferenceIsUsedOnceInATenant()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        test::must(create(database, ticket(kFirst, "TF-1")));

        QVERIFY(create(database, ticket(kSecond, "TF-1")).error().code == ErrorCode::Conflict);
        const auto exists = [&](const std::string& reference) {
            return test::must(test::readFrom(database, [&](ReadTransaction& tx) {
                return kTickets.referenceExists(tx, reference);
            }));
        };
        QVERIFY(exists("TF-1"));
        QVERIFY(!exists("TF-2"));
    }

    void oneOfManyResolvesIt_data() { test::addDatabaseRows(); }
    void oneOfManyResolvesIt()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        test::must(create(database, ticket(kFirst, "TF-1")));
        std::atomic<int> won{0};

        test::together(8, [&](int i) {
            const auto resolved = test::writeTo(database, [&](Transaction& tx) {
                return kTickets.resolve(tx, TicketId{kFirst}, std::to_string(i), MessageId{"m1"}, 9);
            });
            won += resolved && *resolved ? 1 : 0;
        });

        QCOMPARE(won.load(), 1);
        QCOMPARE(find(database, "TF-1")->status, std::string("resolved"));
        QCOMPARE(find(database, "TF-1")->resolvedMs.value(), std::int64_t{9});
    }

    void unresolvedIsWhatAPersonHasToDealWith_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("status");
        QTest::addColumn<bool>("found");
        for (const char* driver : {"sqlite", "postgresql"}) {
            for (const char* status : {"open", "pending_human", "assigned", "resolved", "closed"}) {
                QTest::addRow("%s %s", driver, status)
                    << std::string(driver) << std::string(status)
                    << (std::string(status) != "resolved" && std::string(status) != "closed");
            }
        }
    }
    void unresolvedIsWhatAPersonHasToDealWith()
    {
        PARLEY_DATABASE(database);
        QFETCH(std::string, status);
        QFETCH(bool, found);
        const ConversationId id = test::addConversation(database, "c1");
        test::must(create(database, ticket(kFirst, "TF-1", status)));

        const auto unresolved =
            test::readFrom(database, [&](ReadTransaction& tx) { return kTickets.findUnresolved(tx, id); });

        QCOMPARE(test::must(unresolved).has_value(), found);
    }

    void aListIsNarrowedAndPaged_data() { test::addDatabaseRows(); }
    void aListIsNarrowedAndPaged()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        test::must(create(database, ticket(kFirst, "TF-1", "open")));
        test::must(create(database, ticket(kSecond, "TF-2", "pending_human")));
        test::must(create(database, ticket(kThird, "TF-3", "resolved")));
        const auto page = [&](std::vector<std::string> statuses, const std::string& after, int limit) {
            TicketFilter filter;
            filter.statuses = std::move(statuses);
            filter.after = after;
            filter.limit = limit;
            std::string all;
            for (const auto& row : test::must(test::readFrom(database, [&](ReadTransaction& tx) {
                     return kTickets.page(tx, filter);
                 }))) {
                all += row.reference + " ";
            }
            return all;
        };

        QCOMPARE(page({}, "", 2), std::string("TF-1 TF-2 "));
        QCOMPARE(page({}, kSecond, 2), std::string("TF-3 "));
        QCOMPARE(page({"resolved", "open"}, "", 9), std::string("TF-1 TF-3 "));
        QCOMPARE(page({"pending"}, "", 9), std::string());
    }

    void aCustomersOwnAreNarrowedAndPagedToo_data() { test::addDatabaseRows(); }
    void aCustomersOwnAreNarrowedAndPagedToo()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        test::addConversation(database, "c2");
        test::must(create(database, ticket(kFirst, "TF-1", "resolved")));
        test::must(create(database, ticket(kSecond, "TF-2")));
        TicketRow other = ticket(kThird, "TF-3");
        other.conversation.value = "c2";
        other.customer.value = "c2-customer";
        test::must(create(database, other));
        const auto page = [&](const std::string& customer, TicketFilter filter) {
            filter.customer = customer;
            std::string all;
            for (const auto& row : test::must(test::readFrom(database, [&](ReadTransaction& tx) {
                     return kTickets.page(tx, filter);
                 }))) {
                all += row.reference + " ";
            }
            return all;
        };
        TicketFilter waiting;
        waiting.statuses = {"pending_human"};
        TicketFilter second;
        second.after = kFirst;

        QCOMPARE(page("c1-customer", {}), std::string("TF-1 TF-2 "));
        QCOMPARE(page("c1-customer", waiting), std::string("TF-2 "));
        QCOMPARE(page("c1-customer", second), std::string("TF-2 "));
        QCOMPARE(page("c2-customer", {}), std::string("TF-3 "));
        QCOMPARE(page("nobody", {}), std::string());
    }
};

PARLEY_TEST("ticket_repository", TicketRepositoryTest)
#include "ticket_repository_test.moc"
