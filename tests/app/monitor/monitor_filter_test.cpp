// SPDX-License-Identifier: MIT
#include "app/monitor/monitor_filter.h"
#include "tests/support/test_main.h"

#include <QJsonArray>

namespace parley::console {

namespace {

QJsonObject heldBy(const QString& user)
{
    return {{QStringLiteral("status"), QStringLiteral("with_agent")},
            {QStringLiteral("channel"), QStringLiteral("web")},
            {QStringLiteral("tags"), QJsonArray{QStringLiteral("VIP")}},
            {QStringLiteral("assignee"),
             user.isEmpty() ? QJsonValue() : QJsonObject{{QStringLiteral("id"), user}}}};
}

} // namespace

class MonitorFilterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyFilterAsksForNothingInParticular()
    {
        QVERIFY(MonitorFilter().isEmpty());
        QVERIFY(MonitorFilter().query(QStringLiteral("u1")).isEmpty());
        QVERIFY(MonitorFilter().accepts(heldBy({}), QStringLiteral("u1")));
    }

    void wordsReachTheServerAsTheyWereTyped()
    {
        MonitorFilter filter;
        filter.words = QStringLiteral("50% & a+b = ü#");

        const QUrlQuery query = filter.query({});

        QCOMPARE(query.toString(QUrl::FullyEncoded),
                 QStringLiteral("q=50%25%20%26%20a%2Bb%20%3D%20%C3%BC%23"));
    }

    void whoseAreTold_data()
    {
        QTest::addColumn<int>("assignee");
        QTest::addColumn<QString>("holder");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("isAccepted");
        const int me = static_cast<int>(MonitorFilter::Assignee::Me);
        const int nobody = static_cast<int>(MonitorFilter::Assignee::Nobody);
        const int anyone = static_cast<int>(MonitorFilter::Assignee::Anyone);
        QTest::newRow("mine") << me << "u1"
                              << "u1" << true;
        QTest::newRow("another's") << me << "u2"
                                   << "u1" << false;
        QTest::newRow("nobody's, not mine") << me << ""
                                            << "u1" << false;
        QTest::newRow("nobody's") << nobody << ""
                                  << "none" << true;
        QTest::newRow("held") << nobody << "u2"
                              << "none" << false;
        QTest::newRow("anyone's") << anyone << "u2"
                                  << "" << true;
    }

    void whoseAreTold()
    {
        QFETCH(int, assignee);
        QFETCH(QString, holder);
        QFETCH(QString, asked);
        QFETCH(bool, isAccepted);
        MonitorFilter filter;
        filter.assignee = static_cast<MonitorFilter::Assignee>(assignee);

        QCOMPARE(filter.query(QStringLiteral("u1")).queryItemValue(QStringLiteral("assignee")), asked);
        QCOMPARE(filter.accepts(heldBy(holder), QStringLiteral("u1")), isAccepted);
    }

    void tagsAreComparedWithoutCase()
    {
        MonitorFilter filter;
        filter.tag = QStringLiteral("vip");
        QVERIFY(filter.accepts(heldBy({}), {}));

        filter.tag = QStringLiteral("refund");
        QVERIFY(!filter.accepts(heldBy({}), {}));
    }
};

} // namespace parley::console

using parley::console::MonitorFilterTest;
PARLEY_TEST("monitor_filter", MonitorFilterTest)
#include "monitor_filter_test.moc"
