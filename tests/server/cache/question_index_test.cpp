// SPDX-License-Identifier: MIT
#include "server/cache/question_index.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace parley::server::cache;

class QuestionIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thoseThatAgreeAreFoundPeoplesFirst()
    {
        QuestionIndex index;
        index.add("a", "How do I reset my password?", false, 1);
        index.add("b", "What is the best way to reset the password?", true, 2);
        index.add("c", "How do I reset my router?", true, 3);

        const auto found = index.agreeing(readQuestion("how can I reset my password"), 0.9);

        QCOMPARE(found.size(), std::size_t{2});
        QCOMPARE(found[0].id, std::string("b"));
        QCOMPARE(found[1].id, std::string("a"));
    }

    void whatIsNearIsTold()
    {
        QuestionIndex index;
        index.add("a", "How do I enable the daily backup?", false, 1);
        index.add("b", "What does a router cost?", false, 2);
        const QuestionReading question = readQuestion("How do I disable the daily backup?");

        QVERIFY(index.agreeing(question, 0.9).empty());
        const auto nearest = index.nearest(question);

        QVERIFY(nearest.has_value());
        QCOMPARE(nearest->id, std::string("a"));
        QCOMPARE(nearest->match.disagreement, Disagreement::Opposite);
        QVERIFY(!index.nearest(readQuestion("Saturn")).has_value());
    }

    void aQuestionCanGoAndBeReplaced()
    {
        QuestionIndex index;
        index.add("a", "How do I pay?", false, 1);
        index.add("a", "How do I sleep?", false, 2);
        QCOMPARE(index.size(), std::size_t{1});
        QVERIFY(index.agreeing(readQuestion("How can I pay?"), 0.9).empty());
        QCOMPARE(index.agreeing(readQuestion("How can I sleep?"), 0.9).size(), std::size_t{1});

        index.remove("a");
        index.remove("a");

        QCOMPARE(index.size(), std::size_t{0});
        QVERIFY(index.agreeing(readQuestion("How can I sleep?"), 0.9).empty());
    }
};

PARLEY_TEST("question_index", QuestionIndexTest)
#include "question_index_test.moc"
