// SPDX-License-Identifier: MIT
#include "app/customers/customer_columns.h"
#include "tests/support/test_main.h"

namespace parley::console {

class CustomerColumnsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasTypedDecidesHowItIsLookedUp_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("query");
        QTest::newRow("e-mail") << " ana+shop@example.com "
                                << "email=ana%2Bshop%40example.com";
        QTest::newRow("phone") << "+49 (30) 123-456"
                               << "phone=%2B49%20%2830%29%20123-456";
        QTest::newRow("too short for a phone") << "12345"
                                               << "id=12345";
        QTest::newRow("id") << "ana.ruiz"
                            << "id=ana.ruiz";
        QTest::newRow("hostile") << "a&limit=1"
                                 << "id=a%26limit%3D1";
    }

    void whatWasTypedDecidesHowItIsLookedUp()
    {
        QFETCH(QString, typed);
        QFETCH(QString, query);

        QCOMPARE(customerLookup(typed).toString(QUrl::FullyEncoded), query);
    }

    void starsAreBounded()
    {
        QCOMPARE(stars(3), QStringLiteral("★★★☆☆"));
        QCOMPARE(stars(0), QStringLiteral("☆☆☆☆☆"));
        QCOMPARE(stars(99), QStringLiteral("★★★★★"));
    }

    void aCustomerWithoutAnythingStillHasAName()
    {
        const auto columns = customerColumns();
        const QJsonObject row{{QStringLiteral("id"), QStringLiteral("01a1ffe4-6400-7276-9426-275b08ccf5b3")},
                              {QStringLiteral("verified"), false}};

        QCOMPARE(columns.front().text(row), QStringLiteral("Visitor ccf5b3"));
        QCOMPARE(columns.at(4).text(row), QString());
    }
};

} // namespace parley::console

using parley::console::CustomerColumnsTest;
PARLEY_TEST("customer_columns", CustomerColumnsTest)
#include "customer_columns_test.moc"
