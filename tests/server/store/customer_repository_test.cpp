// SPDX-License-Identifier: MIT
#include "server/store/customer_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const CustomerRepository kCustomers;

void addCustomer(test::FreshDatabase& database,
                 const std::string& id,
                 const std::string& userId,
                 bool verified)
{
    CustomerRow row;
    row.id.value = id;
    row.userId = userId;
    row.email = "c@a.example";
    row.verified = verified;
    row.metadata = R"({"plan":"gold"})";
    test::must(test::writeTo(database, [&](Transaction& tx) { return kCustomers.create(tx, row); }));
}

} // namespace

class CustomerRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheProvenOneIsFoundByItsLabel_data() { test::addDatabaseRows(); }
    void onlyTheProvenOneIsFoundByItsLabel()
    {
        PARLEY_DATABASE(database);
        addCustomer(database, "claimed", "user-7", false);
        const auto verified = [&] {
            return test::must(test::readFrom(database, [](ReadTransaction& tx) {
                return kCustomers.findVerified(tx, "user-7");
            }));
        };
        QVERIFY(!verified().has_value());

        addCustomer(database, "proven", "user-7", true);

        QVERIFY(verified()->id == CustomerId{"proven"});
        QVERIFY(verified()->verified);
        QCOMPARE(verified()->metadata, std::string(R"({"plan":"gold"})"));
        QCOMPARE(verified()->phone, std::string());
    }

    void aResumeTokenIsTakenOnceAndInTime_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::int64_t>("nowMs");
        QTest::addColumn<bool>("works");
        for (const char* driver : {"sqlite", "postgresql"}) {
            QTest::addRow("%s before", driver) << std::string(driver) << std::int64_t{99} << true;
            QTest::addRow("%s at the end", driver) << std::string(driver) << std::int64_t{100} << false;
        }
    }
    void aResumeTokenIsTakenOnceAndInTime()
    {
        PARLEY_DATABASE(database);
        QFETCH(std::int64_t, nowMs);
        QFETCH(bool, works);
        const ConversationId id = test::addConversation(database, "c1");
        const ResumeTokenRow token{"hash", CustomerId{"c1-customer"}, id, 1, 100};
        test::must(
            test::writeTo(database, [&](Transaction& tx) { return kCustomers.addResumeToken(tx, token); }));
        const auto take = [&] {
            return test::must(test::writeTo(database, [&](Transaction& tx) {
                return kCustomers.takeResumeToken(tx, "hash", nowMs);
            }));
        };

        const auto first = take();

        QCOMPARE(first.has_value(), works);
        QVERIFY(!works || first->conversation == id);
        QVERIFY(!take().has_value());
    }

    void aResumeTokenIsTakenByOneOfMany_data() { test::addDatabaseRows(); }
    void aResumeTokenIsTakenByOneOfMany()
    {
        PARLEY_DATABASE(database);
        const ConversationId id = test::addConversation(database, "c1");
        const ResumeTokenRow token{"hash", CustomerId{"c1-customer"}, id, 1, 100};
        test::must(
            test::writeTo(database, [&](Transaction& tx) { return kCustomers.addResumeToken(tx, token); }));
        std::atomic<int> taken{0};

        test::together(8, [&](int) {
            const auto got = test::writeTo(database, [](Transaction& tx) {
                return kCustomers.takeResumeToken(tx, "hash", 1);
            });
            taken += got && *got ? 1 : 0;
        });

        QCOMPARE(taken.load(), 1);
    }
};

PARLEY_TEST("customer_repository", CustomerRepositoryTest)
#include "customer_repository_test.moc"
