// SPDX-License-Identifier: MIT
#include "app/queue/queue_delegate.h"
#include "app/queue/queue_model.h"
#include "tests/app/conversation/opened_files.h"
#include "tests/app/queue/queue_entries.h"
#include "tests/support/test_main.h"

#include <QListView>

using namespace parley::console;
using namespace parley::test;

class QueueDelegateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysHowLongThereIs()
    {
        QueueEntry entry;
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'000'000'000);
        QVERIFY(dueWords(entry, now).isEmpty());
        entry.dueMs = 1'000'000'000 + 12 * 60'000;
        QCOMPARE(dueWords(entry, now), QStringLiteral("due in 12 min"));
        entry.dueMs = 1'000'000'000 - 3 * 60'000;
        QCOMPARE(dueWords(entry, now), QStringLiteral("overdue by 3 min"));
    }

    void paintsWhatCustomersWroteAsText()
    {
        Bait bait;
        const QString attack = QStringLiteral("<img src='%1'>").arg(bait.path());
        QJsonObject object =
            assignedTo(escalationJson(1, QStringLiteral("urgent")), QStringLiteral("u"), attack);
        for (const char* const field : {"subject", "question", "category", "channel", "reference"}) {
            object.insert(QLatin1String(field), attack);
        }
        QueueModel model({[&attack](const QString&) { return attack; },
                          [&attack](const QString&) { return QStringList{attack}; },
                          [](const QString&) { return QStringList(); }});
        model.setEntries({queueEntryFrom(object)});
        QListView view;
        view.setModel(&model);
        view.setItemDelegate(new QueueDelegate([] { return QDateTime::currentDateTimeUtc(); }, &view));
        view.resize(420, 200);
        view.show();
        bait.opened();
        QVERIFY(!Bait::isIn(view.grab().toImage()));
        QCOMPARE(bait.opened(), 0);
        const QString tip = model.index(0).data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains(QStringLiteral("<img")));
    }
};

PARLEY_TEST("queue_delegate", QueueDelegateTest)
#include "queue_delegate_test.moc"
