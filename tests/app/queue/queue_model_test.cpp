// SPDX-License-Identifier: MIT
#include "app/queue/queue_filter.h"
#include "app/queue/queue_model.h"
#include "tests/app/queue/queue_entries.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace parley::console;
using namespace parley::test;

namespace {

QueueModel::Sources noSources()
{
    return {[](const QString& customer) { return QStringLiteral("name of ") + customer; },
            [](const QString&) { return QStringList(); },
            [](const QString&) { return QStringList(); }};
}

QList<QueueEntry> entries(const QList<int>& numbers)
{
    QList<QueueEntry> made;
    for (const int number : numbers) {
        made.append(queueEntryFrom(escalationJson(number)));
    }
    return made;
}

QStringList ids(const QAbstractItemModel& model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row) {
        found.append(model.index(row, 0).data(QueueModel::IdRole).toString());
    }
    return found;
}

QStringList idsOf(const QList<int>& numbers)
{
    QStringList made;
    for (const int number : numbers) {
        made.append(QStringLiteral("t-%1").arg(number));
    }
    return made;
}

} // namespace

class QueueModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheServerSends()
    {
        QJsonObject object = escalationJson(1, QStringLiteral("urgent"));
        object.insert(QStringLiteral("sla"),
                      QJsonObject{{QStringLiteral("due_ts"), QStringLiteral("2026-11-21T21:00:00.000Z")},
                                  {QStringLiteral("breached"), true}});
        const QueueEntry entry = queueEntryFrom(object);
        QCOMPARE(entry.urgency, QueueEntry::Urgency::Urgent);
        QCOMPARE(entry.conversation, QStringLiteral("c-1"));
        QVERIFY(entry.isBreached);
        QVERIFY(!entry.isAssigned);
        QCOMPARE(entry.dueMs - entry.waitingSinceMs, 279'808);
        QCOMPARE(queueEntryFrom({}).urgency, QueueEntry::Urgency::Medium);
    }

    void showsTheOrderOfTheServer()
    {
        QueueModel model(noSources());
        QAbstractItemModelTester tester(&model);
        model.setEntries(entries({1, 2, 3, 4}));
        model.setEntries(entries({4, 2, 5, 1}));
        QCOMPARE(ids(model), idsOf({4, 2, 5, 1}));
        model.setEntries({});
        QCOMPARE(model.rowCount(), 0);
    }

    void anyOrderFollowsAnyOther()
    {
        QRandomGenerator random(3);
        QueueModel model(noSources());
        QAbstractItemModelTester tester(&model);
        for (int round = 0; round < 60; ++round) {
            QList<int> numbers;
            for (int number = 0; number < 12; ++number) {
                if (random.bounded(3) != 0) {
                    numbers.insert(random.bounded(static_cast<int>(numbers.size()) + 1), number);
                }
            }
            model.setEntries(entries(numbers));
            QCOMPARE(ids(model), idsOf(numbers));
        }
    }

    void whatIsChosenStaysChosen()
    {
        QueueModel model(noSources());
        model.setEntries(entries({1, 2, 3}));
        const QPersistentModelIndex chosen = model.index(2);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setEntries(entries({9, 3, 1}));
        QVERIFY(chosen.isValid());
        QCOMPARE(chosen.data(QueueModel::IdRole).toString(), QStringLiteral("t-3"));
        QCOMPARE(reset.count(), 0);
    }

    void whatDidNotChangeIsNotTold()
    {
        QueueModel model(noSources());
        model.setEntries(entries({1, 2}));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setEntries(entries({1, 2}));
        QCOMPARE(changed.count(), 0);
    }

    void filtersByOwnerAndTeam()
    {
        QJsonObject billing = escalationJson(3);
        billing.insert(QStringLiteral("team"), QStringLiteral("team-1"));
        QueueModel model(noSources());
        QueueFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester tester(&filter);
        filter.setOwnId(QStringLiteral("u-1"));
        model.setEntries(
            {queueEntryFrom(assignedTo(escalationJson(1), QStringLiteral("u-1"), QStringLiteral("Sam"))),
             queueEntryFrom(assignedTo(escalationJson(2), QStringLiteral("u-2"), QStringLiteral("Kim"))),
             queueEntryFrom(billing),
             queueEntryFrom(escalationJson(4))});
        QCOMPARE(ids(filter), idsOf({3, 4}));
        filter.setShown(QueueFilter::Shown::Mine);
        QCOMPARE(ids(filter), idsOf({1}));
        filter.setShown(QueueFilter::Shown::All);
        QCOMPARE(filter.rowCount(), 4);
        filter.setTeam(QStringLiteral("team-1"));
        QCOMPARE(ids(filter), idsOf({3}));
        QCOMPARE(filter.count(QueueFilter::Shown::Waiting), 1);
        QCOMPARE(filter.count(QueueFilter::Shown::Mine), 0);
    }
};

PARLEY_TEST("queue_model", QueueModelTest)
#include "queue_model_test.moc"
