// SPDX-License-Identifier: MIT
#include "app/models/model_lines.h"
#include "tests/support/test_main.h"

#include <QJsonObject>

using namespace parley::console;

class ModelLinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAndPricesGoBothWays()
    {
        const QString text = QStringLiteral("plain\npriced 0.15 0.6");

        const QJsonArray models = model_lines::modelsOf(text);

        QCOMPARE(models.at(0), QJsonValue(QStringLiteral("plain")));
        QCOMPARE(models.at(1).toObject().value(QLatin1String("input_price")).toDouble(), 0.15);
        QCOMPARE(models.at(1).toObject().value(QLatin1String("output_price")).toDouble(), 0.6);
        QCOMPARE(model_lines::textOf(models), text);
    }

    void aCommaIsAPointToo()
    {
        const QJsonObject model = model_lines::modelsOf(QStringLiteral("  m   0,15  1 ")).first().toObject();

        QCOMPARE(model.value(QLatin1String("name")).toString(), QStringLiteral("m"));
        QCOMPARE(model.value(QLatin1String("input_price")).toDouble(), 0.15);
    }

    void faults_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("none") << QStringLiteral(" \n ") << false;
        QTest::newRow("name") << QStringLiteral("gpt") << true;
        QTest::newRow("one price") << QStringLiteral("gpt 1") << false;
        QTest::newRow("two prices") << QStringLiteral("gpt 1 2") << true;
        QTest::newRow("no number") << QStringLiteral("gpt one 2") << false;
        QTest::newRow("below nothing") << QStringLiteral("gpt -1 2") << false;
    }
    void faults()
    {
        QFETCH(QString, text);
        QFETCH(bool, isRight);

        QCOMPARE(model_lines::faultIn(text).isEmpty(), isRight);
    }
};

PARLEY_TEST("model_lines", ModelLinesTest)
#include "model_lines_test.moc"
