// SPDX-License-Identifier: MIT
#include "server/store/erasure_file.h"
#include "server/store/erasure_repository.h"
#include "server/store/idempotency_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

#include <filesystem>

using namespace parley;
using namespace parley::server::store;

namespace {

const ErasureRepository kErasure;
const std::string kAnswer = "an answer";

} // namespace

/// What an erasure leaves to others, and what retention takes in one go.
class ErasureBatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anotherCustomersRunningRequestKeepsItsAnswer_data() { test::addDatabaseRows(); }
    void anotherCustomersRunningRequestKeepsItsAnswer()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        IdempotencyRow row;
        row.principal = "chat_user:other";
        row.route = "POST /chat";
        row.key = "k";
        row.bodyHash = "h";
        row.createdMs = 5;
        row.expiresMs = 999;
        test::must(test::writeTo(database, [&](Transaction& tx) {
            return IdempotencyRepository().insertRunning(tx, row);
        }));

        test::must(test::writeTo(database, [](Transaction& tx) {
            return kErasure.eraseCustomer(tx, CustomerId{"c1-customer"});
        }));
        row.responseStatus = 200;
        row.responseBody = kAnswer;
        test::must(test::writeTo(database,
                                 [&](Transaction& tx) { return IdempotencyRepository().finish(tx, row); }));

        const auto kept = test::must(test::readFrom(database, [&](ReadTransaction& tx) {
            return IdempotencyRepository().find(tx, row.principal, row.route, row.key);
        }));
        QVERIFY(kept.has_value() && !kept->isWithheld);
        QCOMPARE(kept->responseBody, kAnswer);
    }

    void aVisitorWithAnotherConversationStays_data() { test::addDatabaseRows(); }
    void aVisitorWithAnotherConversationStays()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "one", "closed");
        test::addConversation(database, "two", "closed");
        test::addConversation(database, "three");
        test::must(test::writeTo(database, [](Transaction& tx) -> Result<std::int64_t> {
            auto aged = tx.execute("UPDATE conversations SET closed_ms = 10 WHERE status = 'closed'");
            return aged ? tx.execute(
                              "UPDATE conversations SET customer_id = 'one-customer' WHERE id = 'three'")
                        : aged;
        }));
        const std::vector<LapsedConversation> lapsed{
            {ConversationId{"one"}, CustomerId{"one-customer"}, 11},
            {ConversationId{"two"}, CustomerId{"two-customer"}, 11},
        };

        const auto erased = test::must(test::writeTo(database, [&](Transaction& tx) {
            return kErasure.eraseConversations(tx, lapsed);
        }));

        QCOMPARE(erased.removed.at("conversations"), std::int64_t{2});
        QCOMPARE(test::column(database, "SELECT id FROM customers ORDER BY id"),
                 std::string("one-customer three-customer "));
        QCOMPARE(test::column(database, "SELECT id FROM conversations ORDER BY id"), std::string("three "));
    }

    void aReceiptIsPendingUntilItIsPurged_data() { test::addDatabaseRows(); }
    void aReceiptIsPendingUntilItIsPurged()
    {
        PARLEY_DATABASE(database);
        test::must(test::writeTo(database, [](Transaction& tx) {
            return kErasure.putReceipt(tx, {"hash", 5, "{}"});
        }));
        const auto pending = [&] {
            return test::must(
                test::readFrom(database, [](ReadTransaction& tx) { return kErasure.unpurged(tx); }));
        };
        QVERIFY((pending() == std::vector<std::string>{"hash"}));

        test::must(
            test::writeTo(database, [](Transaction& tx) { return kErasure.markPurged(tx, {"hash"}); }));

        QVERIFY(pending().empty());
    }

    void aListThatCannotBeLookedAtIsNoEmptyOne()
    {
        QTemporaryDir folder;
        const std::filesystem::path tooLong =
            std::filesystem::path(folder.path().toStdString()) / std::string(300, 'x');

        QVERIFY(!ErasureFile(tooLong).read().has_value());
    }
};

PARLEY_TEST("erasure_batch", ErasureBatchTest)
#include "erasure_batch_test.moc"
