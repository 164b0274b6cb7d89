// SPDX-License-Identifier: MIT
#include "server/store/feedback_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

class FeedbackRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLastOpinionOnAMessageCounts_data() { test::addDatabaseRows(); }
    void theLastOpinionOnAMessageCounts()
    {
        PARLEY_DATABASE(database);
        FeedbackRow row;
        row.id = "f1";
        row.conversation = test::addConversation(database, "c1");
        row.message.value = "m1";
        row.customer.value = "c";
        row.rating = 5;
        row.comment = "good";
        const auto put = [&] {
            test::must(
                test::writeTo(database, [&](Transaction& tx) { return FeedbackRepository().put(tx, row); }));
        };
        put();
        row.id = "f2";
        row.rating = 1;
        row.comment = "bad";
        put();

        QCOMPARE(test::column(database, "SELECT comment FROM feedback"), std::string("bad "));
    }
};

PARLEY_TEST("feedback_repository", FeedbackRepositoryTest)
#include "feedback_repository_test.moc"
