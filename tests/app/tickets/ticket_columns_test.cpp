// SPDX-License-Identifier: MIT
#include "app/tickets/ticket_columns.h"
#include "app/widgets/badge.h"
#include "app/workspace/badge_delegate.h"
#include "tests/support/test_main.h"

#include <QDateTime>

namespace parley::console {

namespace {

const auto kNow = QStringLiteral("2026-11-21T12:00:00.000Z");

QJsonObject due(const QString& time, bool isBreached = false, const QString& resolved = {})
{
    return {{QStringLiteral("sla"),
             QJsonObject{{QStringLiteral("due_ts"), time.isEmpty() ? QJsonValue() : QJsonValue(time)},
                         {QStringLiteral("breached"), isBreached}}},
            {QStringLiteral("resolved_ts"), resolved.isEmpty() ? QJsonValue() : QJsonValue(resolved)}};
}

} // namespace

class TicketColumnsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasPromisedIsToldByItsUrgency_data()
    {
        QTest::addColumn<QJsonObject>("ticket");
        QTest::addColumn<QString>("begins");
        QTest::addColumn<int>("tone");
        const int neutral = static_cast<int>(Tone::Neutral);
        const int warning = static_cast<int>(Tone::Warning);
        const int danger = static_cast<int>(Tone::Danger);
        QTest::newRow("nothing") << due({}) << "" << neutral;
        QTest::newRow("later") << due(QStringLiteral("2026-11-21T13:00:00.000Z")) << "Due in 1 h" << neutral;
        QTest::newRow("a quarter of an hour")
            << due(QStringLiteral("2026-11-21T12:15:00.000Z")) << "Due in 15 min" << neutral;
        QTest::newRow("just below it")
            << due(QStringLiteral("2026-11-21T12:14:59.000Z")) << "Due in 14 min" << warning;
        QTest::newRow("past") << due(QStringLiteral("2026-11-21T11:59:59.000Z")) << "Late since" << danger;
        QTest::newRow("breached") << due(QStringLiteral("2026-11-21T11:00:00.000Z"), true) << "Late since"
                                  << danger;
        QTest::newRow("resolved in time") << due(QStringLiteral("2026-11-21T11:00:00.000Z"),
                                                 false,
                                                 QStringLiteral("2026-11-21T10:00:00.000Z"))
                                          << "" << neutral;
        QTest::newRow("resolved too late") << due(QStringLiteral("2026-11-21T11:00:00.000Z"),
                                                  true,
                                                  QStringLiteral("2026-11-21T11:30:00.000Z"))
                                           << "Late since" << danger;
    }

    void whatWasPromisedIsToldByItsUrgency()
    {
        QFETCH(QJsonObject, ticket);
        QFETCH(QString, begins);
        QFETCH(int, tone);

        const words::Said said = slaWords(ticket, QDateTime::fromString(kNow, Qt::ISODateWithMs));

        QVERIFY2(begins.isEmpty() ? said.text.isEmpty() : said.text.startsWith(begins),
                 qPrintable(said.text));
        QCOMPARE(static_cast<int>(said.tone), tone);
    }

    void namesOfTheServerAreToldInWords()
    {
        const QJsonObject ticket{{QStringLiteral("priority"), QStringLiteral("urgent")},
                                 {QStringLiteral("status"), QStringLiteral("pending_human")},
                                 {QStringLiteral("category"), QStringLiteral("bug_report")}};
        const auto columns = ticketColumns([] { return QDateTime::currentDateTimeUtc(); });

        QCOMPARE(columns.at(1).text(ticket), QStringLiteral("Urgent"));
        QCOMPARE(columns.at(1).other(ticket, BadgeDelegate::kToneRole).toInt(),
                 static_cast<int>(Tone::Danger));
        QCOMPARE(columns.at(2).text(ticket), QStringLiteral("Waiting"));
        QCOMPARE(columns.at(4).text(ticket), QStringLiteral("Bug report"));
    }

    void namesThatAreNotKnownAreShownAsTheyAre()
    {
        QCOMPARE(words::priority(QStringLiteral("sky_high")).text, QStringLiteral("Sky high"));
        QCOMPARE(words::reason(QString()), QString());
    }

    void aCustomerHasTheBestNameThereIs()
    {
        QJsonObject customer{{QStringLiteral("id"), QStringLiteral("01a1ffe4-6400-7277-bf22-69423076a4c8")}};
        QCOMPARE(words::customer(customer), QStringLiteral("Visitor 76a4c8"));

        customer.insert(QStringLiteral("user_id"), QStringLiteral("ana.ruiz"));
        QCOMPARE(words::customer(customer), QStringLiteral("ana.ruiz"));

        customer.insert(QStringLiteral("name"), QStringLiteral("Ana Ruiz"));
        QCOMPARE(words::customer(customer), QStringLiteral("Ana Ruiz"));
        QCOMPARE(words::customer({}), QString());
    }
};

} // namespace parley::console

using parley::console::TicketColumnsTest;
PARLEY_TEST("ticket_columns", TicketColumnsTest)
#include "ticket_columns_test.moc"
