// SPDX-License-Identifier: MIT
#include "app/analytics/overview_csv.h"
#include "tests/support/test_main.h"

#include <QJsonArray>

using namespace parley::console;

class OverviewCsvTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsAreQuotedWhereTheyMustBe_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << QStringLiteral("billing") << QStringLiteral("billing");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("comma") << QStringLiteral("a,b") << QStringLiteral("\"a,b\"");
        QTest::newRow("quote") << QStringLiteral("say \"hi\"") << QStringLiteral("\"say \"\"hi\"\"\"");
        QTest::newRow("line") << QStringLiteral("a\nb") << QStringLiteral("\"a\nb\"");
        QTest::newRow("formula") << QStringLiteral("=1+1") << QStringLiteral("'=1+1");
        QTest::newRow("command") << QStringLiteral("@cmd,x") << QStringLiteral("\"'@cmd,x\"");
    }

    void cellsAreQuotedWhereTheyMustBe()
    {
        QFETCH(QString, text);
        QFETCH(QString, cell);

        QCOMPARE(csvCell(text), cell);
    }

    void whatTheServerToldStandsInTheFile()
    {
        const QJsonObject point{{QStringLiteral("ts"), QStringLiteral("2026-11-20T00:00:00.000Z")},
                                {QStringLiteral("conversations"), 4},
                                {QStringLiteral("automated"), 3},
                                {QStringLiteral("escalated"), 1},
                                {QStringLiteral("automation_rate"), 0.75}};
        const QJsonObject channel{{QStringLiteral("channel"), QStringLiteral("web")},
                                  {QStringLiteral("conversations"), 4},
                                  {QStringLiteral("escalation_rate"), QJsonValue::Null},
                                  {QStringLiteral("latency_ms"),
                                   QJsonObject{{QStringLiteral("p50"), 120.5}}}};
        const QJsonObject reason{{QStringLiteral("reason"), QStringLiteral("=evil()")},
                                 {QStringLiteral("count"), 1}};
        const Overview overview = readOverview({{QStringLiteral("totals"), point},
                                                {QStringLiteral("series"), QJsonArray{point}},
                                                {QStringLiteral("channels"), QJsonArray{channel}},
                                                {QStringLiteral("reasons"), QJsonArray{reason}}});

        const QString csv = QString::fromUtf8(overviewCsv(overview));

        const QStringList lines = csv.split(QStringLiteral("\r\n"));
        QVERIFY(lines.at(0).endsWith(QStringLiteral("sentiment_negative")));
        QVERIFY(lines.at(1).startsWith(QStringLiteral("2026-11-20T00:00:00Z,4,3,1,0.75,")));
        QCOMPARE(lines.at(0).count(QLatin1Char(',')), lines.at(1).count(QLatin1Char(',')));
        QVERIFY(lines.contains(QStringLiteral("web,4,,,120.5,")));
        QVERIFY(lines.contains(QStringLiteral("'=evil(),1")));
        QVERIFY(overviewCsv(overview).startsWith("\xEF\xBB\xBF"));
    }
};

PARLEY_TEST("overview_csv", OverviewCsvTest)
#include "overview_csv_test.moc"
