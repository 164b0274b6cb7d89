// SPDX-License-Identifier: MIT
#include "app/customers/customer_panel.h"
#include "app/customers/customers_page.h"
#include "app/widgets/search_field.h"
#include "tests/support/signed_in_world.h"
#include "tests/support/test_main.h"

#include <QTreeView>

#include <algorithm>

namespace parley::console {

namespace {

using parley::test::FakeApi;
using parley::test::SignedInWorld;

const auto kPath = QStringLiteral("/customers");
const auto kLookup = QStringLiteral("/customers/lookup");

QJsonObject customer(const QString& id, const QString& name)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), name},
            {QStringLiteral("email"), id + QStringLiteral("@example.com")}};
}

struct Bench {
    SignedInWorld world;
    /// An older server answers everybody, whatever is searched for.
    bool isOld = false;
    CustomersPage page{world.workspace, nullptr};

    Bench()
    {
        world.server.on("GET", kPath, [this](const FakeApi::Request& request) {
            const QString words = request.query.queryItemValue(QStringLiteral("q"), QUrl::FullyDecoded);
            QList<QJsonObject> found;
            for (const QJsonObject& each : {customer(QStringLiteral("k-1"), QStringLiteral("Ana")),
                                            customer(QStringLiteral("k-2"), QStringLiteral("Bo & Co"))}) {
                if (isOld || each.value(QLatin1String("name")).toString().contains(words)) {
                    found.append(each);
                }
            }
            return FakeApi::Answer{200, FakeApi::list(found), {}, false};
        });
        page.show();
        page.activate();
        [this] { QTRY_COMPARE(view().model()->rowCount(), 2); }();
    }
    /// Of the customers; the chosen one has lists of its own.
    QTreeView& view()
    {
        const auto views = page.findChildren<QTreeView*>();
        return **std::find_if(views.begin(), views.end(), [](const QTreeView* each) {
            return each->accessibleName() == QLatin1String("Customers");
        });
    }
    void type(const QString& text) { page.findChild<SearchField*>()->setText(text); }
};

} // namespace

class CustomersPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theServerSearchesAmongAll()
    {
        Bench bench;

        bench.type(QStringLiteral("Bo & Co"));

        QTRY_COMPARE(bench.view().model()->rowCount(), 1);
        QVERIFY(!bench.view().isRowHidden(0, {}));
        bench.type({});
        QTRY_COMPARE(bench.view().model()->rowCount(), 2);
        QVERIFY(bench.world.server.requests("GET", kLookup).isEmpty());
    }

    void anOlderServersListIsSearchedHere()
    {
        Bench bench;
        bench.isOld = true;

        bench.type(QStringLiteral("bo"));

        QTRY_VERIFY(bench.view().isRowHidden(0, {}));
        QVERIFY(!bench.view().isRowHidden(1, {}));
    }

    void whoIsNotInTheListIsLookedUp()
    {
        Bench bench;
        bench.world.server.on("GET", kLookup, customer(QStringLiteral("k-9"), QStringLiteral("Cy")));
        bench.world.server.on("GET",
                              kPath + QStringLiteral("/k-9"),
                              customer(QStringLiteral("k-9"), QStringLiteral("Cy")));

        bench.type(QStringLiteral("cy@old.example"));

        QTRY_COMPARE(bench.world.server.requests("GET", kLookup).size(), 1);
        QTRY_COMPARE(bench.page.findChild<CustomerPanel*>()->id(), QStringLiteral("k-9"));
    }
};

} // namespace parley::console

using parley::console::CustomersPageTest;
PARLEY_TEST("customers_page", CustomersPageTest)
#include "customers_page_test.moc"
