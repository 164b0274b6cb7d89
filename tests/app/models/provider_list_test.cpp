// SPDX-License-Identifier: MIT
#include "app/models/provider_list.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>

using namespace parley::console;

namespace {

QJsonObject provider(const char* name)
{
    return {{QStringLiteral("name"), QString::fromLatin1(name)},
            {QStringLiteral("kind"), QStringLiteral("openai")}};
}

QJsonObject settings()
{
    return {{QStringLiteral("providers"), QJsonArray{provider("a"), provider("b"), provider("c")}},
            {QStringLiteral("order"), QJsonArray{QStringLiteral("c"), QStringLiteral("a")}}};
}

QStringList order(const ProviderList& list)
{
    QStringList names;
    const QJsonArray all = list.patch().value(QLatin1String("order")).toArray();
    for (const QJsonValue& each : all) {
        names.append(each.toString());
    }
    return names;
}

} // namespace

class ProviderListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standsInTheOrderInWhichTheyAreAsked()
    {
        ProviderList list;
        const QAbstractItemModelTester tester(&list);
        list.load(settings());

        QCOMPARE(list.provider(0), provider("c"));
        QCOMPARE(list.provider(2), provider("b"));
        QVERIFY(!list.isAsked(2));
        QVERIFY(!list.isChanged());
    }

    void movingChangesWhoIsAskedFirst()
    {
        ProviderList list;
        const QAbstractItemModelTester tester(&list);
        list.load(settings());
        QSignalSpy edited(&list, &ProviderList::edited);

        QCOMPARE(list.move(1, -1), 0);
        QCOMPARE(order(list), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
        QVERIFY(list.isChanged());
        QCOMPARE(list.move(0, 1), 1);
        QVERIFY(!list.isChanged());
        QCOMPARE(edited.size(), 2);
    }

    void theEndsStayWhereTheyAre()
    {
        ProviderList list;
        list.load(settings());

        QCOMPARE(list.move(0, -1), 0);
        QCOMPARE(list.move(2, 1), 2);
        QCOMPARE(list.move(-1, 1), -1);
        QVERIFY(!list.isChanged());
    }

    void aTickLetsAProviderBeAsked()
    {
        ProviderList list;
        const QAbstractItemModelTester tester(&list);
        list.load(settings());

        QVERIFY(list.setData(list.index(2), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(order(list).size(), 3);
        QVERIFY(list.setData(list.index(0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(order(list), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void addedAndRemoved()
    {
        ProviderList list;
        const QAbstractItemModelTester tester(&list);
        list.load(settings());

        QCOMPARE(list.add(provider("d")), 3);
        QCOMPARE(order(list).last(), QStringLiteral("d"));
        list.remove(3);
        QVERIFY(!list.isChanged());
    }
};

PARLEY_TEST("provider_list", ProviderListTest)
#include "provider_list_test.moc"
