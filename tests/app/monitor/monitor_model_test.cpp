// SPDX-License-Identifier: MIT
#include "app/monitor/monitor_model.h"
#include "app/widgets/badge.h"
#include "app/workspace/badge_delegate.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace parley::console {

namespace {

QString idOf(int number)
{
    return QStringLiteral("01a1ffe4-6400-7277-bf22-%1").arg(number, 12, 16, QLatin1Char('0'));
}

QJsonObject conversation(int number, const QString& text = QStringLiteral("Where is my parcel?"))
{
    return {{QStringLiteral("id"), idOf(number)},
            {QStringLiteral("status"), QStringLiteral("waiting_for_agent")},
            {QStringLiteral("channel"), QStringLiteral("web")},
            {QStringLiteral("customer"), QJsonObject{{QStringLiteral("id"), idOf(1000 + number % 2)}}},
            {QStringLiteral("assignee"), QJsonValue()},
            {QStringLiteral("team"), QStringLiteral("team-1")},
            {QStringLiteral("tags"), QJsonArray{QStringLiteral("vip"), QStringLiteral("refund")}},
            {QStringLiteral("sentiment"), -0.5},
            {QStringLiteral("last_message"), text},
            {QStringLiteral("created_ts"), QStringLiteral("2026-11-21T20:55:20.320Z")},
            {QStringLiteral("last_ts"), QStringLiteral("2026-11-21T20:56:20.320Z")}};
}

/// Newest first, as the server gives them.
QJsonArray newest(int from, int count)
{
    QJsonArray page;
    for (int each = 0; each < count; ++each) {
        page.append(conversation(from - each));
    }
    return page;
}

QString textAt(const MonitorModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class MonitorModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aConversationIsToldInWords()
    {
        MonitorModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({conversation(1, QStringLiteral("  <b>two\nlines</b> "))}, false);
        model.nameTeam(QStringLiteral("team-1"), QStringLiteral("Billing"));
        model.nameCustomer(idOf(1001), QStringLiteral("Ana Ruiz"));

        QCOMPARE(textAt(model, 0, MonitorModel::Status), QStringLiteral("Waiting"));
        QCOMPARE(textAt(model, 0, MonitorModel::Customer), QStringLiteral("Ana Ruiz"));
        QCOMPARE(textAt(model, 0, MonitorModel::Message), QStringLiteral("<b>two lines</b>"));
        QCOMPARE(textAt(model, 0, MonitorModel::Team), QStringLiteral("Billing"));
        QCOMPARE(textAt(model, 0, MonitorModel::Tags), QStringLiteral("vip, refund"));
        QCOMPARE(textAt(model, 0, MonitorModel::Assignee), QString());
        const QModelIndex status = model.index(0, MonitorModel::Status);
        QCOMPARE(status.data(BadgeDelegate::kToneRole).toInt(), static_cast<int>(Tone::Warning));
        QCOMPARE(status.data(MonitorModel::IdRole).toString(), idOf(1));
    }

    void toolTipsShowMarkupAsItIs()
    {
        MonitorModel model;
        model.setRows({conversation(1, QStringLiteral("<img src=file:///etc/passwd>"))}, false);

        const QString tip = model.index(0, MonitorModel::Message).data(Qt::ToolTipRole).toString();

        QVERIFY(!tip.contains(QStringLiteral("<img")));
        QVERIFY(tip.contains(QStringLiteral("&lt;img")));
    }

    void whatWasSearchedForIsShownAndKeptWhenTheConversationChanges()
    {
        MonitorModel model;
        QJsonObject found = conversation(1);
        found.insert(QStringLiteral("match"),
                     QJsonObject{{QStringLiteral("text"), QStringLiteral("the match")}});
        model.setRows({found}, false);

        model.upsert(conversation(1, QStringLiteral("a newer message")), false);

        QCOMPARE(textAt(model, 0, MonitorModel::Message), QStringLiteral("the match"));
        QVERIFY(model.index(0, 0).data(MonitorModel::MatchRole).toBool());
    }

    void pagesAreAskedForOnceAndFollowEachOther()
    {
        MonitorModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy wanted(&model, &MonitorModel::moreWanted);
        model.setRows(newest(9, 5), true);
        wanted.clear();
        while (model.canFetchMore({})) {
            model.fetchMore({});
        }
        QVERIFY(wanted.count() <= 1); // the tester itself may have asked before

        model.append(newest(4, 5), false);

        QCOMPARE(model.rowCount(), 10);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.index(9, 0).data(MonitorModel::IdRole).toString(), idOf(0));
    }

    void aChangedConversationChangesInItsPlace()
    {
        MonitorModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(newest(3, 3), false);
        QSignalSpy changed(&model, &MonitorModel::dataChanged);
        QSignalSpy inserted(&model, &MonitorModel::rowsInserted);

        model.upsert(conversation(2, QStringLiteral("new words")), true);

        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(inserted.count(), 0);
        QCOMPARE(textAt(model, 1, MonitorModel::Message), QStringLiteral("new words"));
    }

    void aNewConversationComesInByItsAge()
    {
        MonitorModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({conversation(7), conversation(3)}, true);

        model.upsert(conversation(9), true);
        model.upsert(conversation(5), true);
        model.upsert(conversation(1), true); // older than what was read: it comes with its page
        model.upsert(conversation(8), false);

        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row) {
            ids.append(model.index(row, 0).data(MonitorModel::IdRole).toString());
        }
        QCOMPARE(ids, (QStringList{idOf(9), idOf(7), idOf(5), idOf(3)}));
    }

    void aConversationThatIsNoLongerOneOfTheseGoes()
    {
        MonitorModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(newest(3, 3), false);

        model.remove(idOf(2));
        model.remove(idOf(77));

        QCOMPARE(model.rowCount(), 2);
        QVERIFY(!model.contains(idOf(2)));
        QVERIFY(model.contains(idOf(1)));
    }

    void namesThatTheServerGivesAreNotAskedFor()
    {
        MonitorModel model;
        QJsonObject named = conversation(1);
        named.insert(QStringLiteral("customer"),
                     QJsonObject{{QStringLiteral("id"), idOf(1001)},
                                 {QStringLiteral("email"), QStringLiteral("ana@example.com")}});
        model.setRows({named, conversation(2)}, false);

        QVERIFY(!model.isNameless(0));
        QVERIFY(model.isNameless(1));
        QCOMPARE(textAt(model, 0, MonitorModel::Customer), QStringLiteral("ana@example.com"));
    }

    void aFileGetsTimesInFullAndTheMoodAsANumber()
    {
        MonitorModel model;
        model.setRows({conversation(1)}, false);

        const auto cell = [&](int column) {
            return model.index(0, column).data(MonitorModel::ExportRole).toString();
        };
        QCOMPARE(cell(MonitorModel::Started), QStringLiteral("2026-11-21T20:55:20Z"));
        QCOMPARE(cell(MonitorModel::Sentiment), QStringLiteral("-0.50"));
    }

    void whatIsNoConversationIsLeftOut()
    {
        MonitorModel model;
        model.setRows({QJsonObject(), QJsonValue(3), conversation(1)}, false);
        QCOMPARE(model.rowCount(), 1);
    }
};

} // namespace parley::console

using parley::console::MonitorModelTest;
PARLEY_TEST("monitor_model", MonitorModelTest)
#include "monitor_model_test.moc"
