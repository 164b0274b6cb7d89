// SPDX-License-Identifier: MIT
#include "app/organisation/api_client_page.h"
#include "app/organisation/canned_page.h"
#include "app/organisation/rule_page.h"
#include "app/organisation/tenant_page.h"
#include "app/widgets/search_field.h"
#include "tests/app/page_bench.h"
#include "tests/support/test_main.h"

#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

using namespace parley::console;
using parley::test::FakeApi;
using parley::test::PageBench;

namespace {

QPushButton* button(QWidget& page, const QString& name)
{
    return page.findChild<QPushButton*>(name);
}

QJsonObject tenant()
{
    const QJsonObject quotas{{QStringLiteral("agents"), 5}, {QStringLiteral("users"), 9}};
    return {{QStringLiteral("id"), QStringLiteral("t-9")},
            {QStringLiteral("slug"), QStringLiteral("acme")},
            {QStringLiteral("name"), QStringLiteral("Acme")},
            {QStringLiteral("plan"), QStringLiteral("standard")},
            {QStringLiteral("status"), QStringLiteral("active")},
            {QStringLiteral("permissions"), QJsonObject{{QStringLiteral("quotas"), quotas}}}};
}

} // namespace

class OrganisationPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSearchLooksThroughAllAndNotOnlyWhatWasRead()
    {
        PageBench bench({QStringLiteral("tenants:manage")}, QStringLiteral("admin"));
        bench.server.on("GET", QStringLiteral("/tenants"), [](const FakeApi::Request& request) {
            const int from = request.query.queryItemValue(QStringLiteral("cursor")).toInt();
            QList<QJsonObject> items;
            for (int i = from; i < from + 100; ++i) {
                QJsonObject each = tenant();
                each.insert(QStringLiteral("id"), QStringLiteral("t-%1").arg(i));
                each.insert(QStringLiteral("name"), QStringLiteral("Company %1").arg(i));
                items.append(each);
            }
            return FakeApi::Answer{200,
                                   FakeApi::list(items, from < 200 ? QString::number(from + 100) : QString()),
                                   {},
                                   false};
        });
        TenantPage page(bench.workspace, nullptr);
        page.show();
        page.activate();
        auto* view = page.findChild<QTreeView*>();
        QTRY_VERIFY(view->model()->rowCount() > 0);

        page.findChild<SearchField*>()->setText(QStringLiteral("Company 299"));

        QTRY_COMPARE(view->model()->rowCount(), 300);
        QTRY_VERIFY(view->isRowHidden(0, {}));
        QVERIFY(!view->isRowHidden(299, {}));
    }

    void whatAnotherPageLeadsToIsFoundFurtherDown()
    {
        PageBench bench({QStringLiteral("tenants:manage")}, QStringLiteral("admin"));
        bench.server.on("GET", QStringLiteral("/tenants"), [](const FakeApi::Request& request) {
            const bool isFirst = !request.query.hasQueryItem(QStringLiteral("cursor"));
            QJsonObject other = tenant();
            other.insert(QStringLiteral("id"), QStringLiteral("t-1"));
            return FakeApi::Answer{200,
                                   isFirst ? FakeApi::list({other}, QStringLiteral("next"))
                                           : FakeApi::list({tenant()}),
                                   {},
                                   false};
        });
        TenantPage page(bench.workspace, nullptr);
        page.show();
        page.activate();
        page.open(QStringLiteral("t-9"));

        auto* view = page.findChild<QTreeView*>();
        QTRY_COMPARE(view->model()->rowCount(), 2);
        QTRY_COMPARE(view->currentIndex().row(), 1);
    }

    void aTextIsShownAsItWillRead()
    {
        const QString shown =
            CannedPage::example(QStringLiteral("Dear {{ customer.name }}, {{unknown}} {{ticket.reference}}"));

        QCOMPARE(shown, QStringLiteral("Dear Ana Example, {{unknown}} ACM-1042"));
    }

    void aTenantIsDeletedOnlyAfterItsNameWasTyped()
    {
        PageBench bench({QStringLiteral("tenants:manage")}, QStringLiteral("admin"));
        bench.server.on("GET", QStringLiteral("/tenants"), FakeApi::list({tenant()}));
        bench.server.on("DELETE", QStringLiteral("/tenants/t-9"), QJsonObject{}, 204);
        TenantPage page(bench.workspace, nullptr);
        page.show();
        page.activate();
        QTRY_VERIFY(button(page, QStringLiteral("delete"))->isVisible());

        button(page, QStringLiteral("delete"))->click();
        auto* question = page.findChild<QDialog*>();
        QVERIFY(question != nullptr);
        auto* agree = question->findChild<QPushButton*>(QStringLiteral("agree"));
        QVERIFY(!agree->isEnabled());
        question->findChild<QLineEdit*>()->setText(QStringLiteral("acme"));
        QVERIFY(agree->isEnabled());
        agree->click();

        QTRY_COMPARE(bench.server.requests("DELETE", QStringLiteral("/tenants/t-9")).size(), 1);
    }

    void aQuotaThatIsTakenAwayIsLeftOut()
    {
        PageBench bench({QStringLiteral("tenants:manage")}, QStringLiteral("admin"));
        bench.server.on("GET", QStringLiteral("/tenants"), FakeApi::list({tenant()}));
        bench.server.on("PATCH", QStringLiteral("/tenants/t-9"), tenant());
        TenantPage page(bench.workspace, nullptr);
        page.show();
        page.activate();
        QTRY_VERIFY(button(page, QStringLiteral("delete"))->isVisible());

        page.findChild<QLineEdit*>(QStringLiteral("permissions.quotas.users"))->clear();
        button(page, QStringLiteral("save"))->click();

        QTRY_COMPARE(bench.server.requests("PATCH", QStringLiteral("/tenants/t-9")).size(), 1);
        const QJsonObject sent =
            bench.server.requests("PATCH", QStringLiteral("/tenants/t-9")).first().json();
        const QJsonObject quotas =
            sent.value(QLatin1String("permissions")).toObject().value(QLatin1String("quotas")).toObject();
        QCOMPARE(quotas, QJsonObject({{QStringLiteral("agents"), 5}}));
        QVERIFY(!sent.contains(QLatin1String("name")));
    }

    void aShippedRuleIsSwitchedOffAndNeverDeleted()
    {
        PageBench bench({QStringLiteral("tenant:configure")});
        QJsonObject rule{{QStringLiteral("id"), QStringLiteral("legal")},
                         {QStringLiteral("name"), QStringLiteral("Lawyers")},
                         {QStringLiteral("reason"), QStringLiteral("legal")},
                         {QStringLiteral("enabled"), true},
                         {QStringLiteral("shipped"), true},
                         {QStringLiteral("changed"), false},
                         {QStringLiteral("level"), QStringLiteral("always")},
                         {QStringLiteral("priority"), QStringLiteral("high")},
                         {QStringLiteral("when"), QJsonObject{}}};
        bench.server.on("GET", QStringLiteral("/escalation-rules"), FakeApi::list({rule}));
        bench.server.on("GET", QStringLiteral("/teams"), FakeApi::list({}));
        rule.insert(QStringLiteral("enabled"), false);
        bench.server.on("PATCH", QStringLiteral("/escalation-rules/legal"), rule);
        RulePage page(bench.workspace, nullptr);
        page.show();
        page.activate();
        auto* enabled = page.findChild<QCheckBox*>(QStringLiteral("enabled"));
        QTRY_VERIFY(enabled->isVisible() && enabled->isChecked());

        QVERIFY(!button(page, QStringLiteral("delete"))->isVisible());
        QVERIFY(!page.findChild<QLineEdit*>(QStringLiteral("reason"))->isEnabled());
        enabled->setChecked(false);
        button(page, QStringLiteral("save"))->click();

        QTRY_COMPARE(bench.server.requests("PATCH", QStringLiteral("/escalation-rules/legal")).size(), 1);
        QCOMPARE(bench.server.requests("PATCH", QStringLiteral("/escalation-rules/legal")).first().json(),
                 QJsonObject({{QStringLiteral("enabled"), false}}));
    }

    void anOwnRuleNeedsACondition()
    {
        PageBench bench({QStringLiteral("tenant:configure")});
        bench.server.on("GET", QStringLiteral("/escalation-rules"), FakeApi::list({}));
        bench.server.on("GET", QStringLiteral("/teams"), FakeApi::list({}));
        bench.server.on("POST", QStringLiteral("/escalation-rules"), QJsonObject{}, 201);
        RulePage page(bench.workspace, nullptr);
        page.show();
        page.activate();
        button(page, QStringLiteral("create"))->click();
        page.findChild<QLineEdit*>(QStringLiteral("name"))->setText(QStringLiteral("Press"));
        page.findChild<QLineEdit*>(QStringLiteral("reason"))->setText(QStringLiteral("press"));

        button(page, QStringLiteral("save"))->click();
        QVERIFY(bench.server.requests("POST", QStringLiteral("/escalation-rules")).isEmpty());
        page.findChild<QLineEdit*>(QStringLiteral("when.sentiment_below"))->setText(QStringLiteral("-0.5"));
        button(page, QStringLiteral("save"))->click();

        QTRY_COMPARE(bench.server.requests("POST", QStringLiteral("/escalation-rules")).size(), 1);
        const QJsonObject sent =
            bench.server.requests("POST", QStringLiteral("/escalation-rules")).first().json();
        QCOMPARE(
            sent.value(QLatin1String("when")).toObject().value(QLatin1String("sentiment_below")).toDouble(),
            -0.5);
        QCOMPARE(sent.value(QLatin1String("enabled")).toBool(), true);
    }

    void aClientsSecretIsShownOnceItIsMade()
    {
        PageBench bench({QStringLiteral("tenant:configure")});
        bench.server.on("GET", QStringLiteral("/api-clients"), FakeApi::list({}));
        bench.server.on("POST",
                        QStringLiteral("/api-clients"),
                        QJsonObject{{QStringLiteral("id"), QStringLiteral("c1")},
                                    {QStringLiteral("name"), QStringLiteral("Shop")},
                                    {QStringLiteral("client_id"), QStringLiteral("cl_1")},
                                    {QStringLiteral("client_secret"), QStringLiteral("s3cret")},
                                    {QStringLiteral("scopes"), QJsonArray{QStringLiteral("chat")}}},
                        201);
        ApiClientPage page(bench.workspace, nullptr);
        page.show();
        page.activate();
        button(page, QStringLiteral("create"))->click();
        page.findChild<QLineEdit*>(QStringLiteral("name"))->setText(QStringLiteral("Shop"));
        button(page, QStringLiteral("save"))->click();
        QVERIFY(bench.server.requests("POST", QStringLiteral("/api-clients")).isEmpty()); // no scope yet
        page.findChild<QWidget*>(QStringLiteral("scopes"))->findChild<QCheckBox*>()->setChecked(true);

        button(page, QStringLiteral("save"))->click();

        QTRY_VERIFY(page.findChild<QDialog*>() != nullptr);
        QStringList shown;
        for (const auto* field : page.findChild<QDialog*>()->findChildren<QLineEdit*>()) {
            shown.append(field->text());
        }
        QVERIFY(shown.contains(QStringLiteral("s3cret")));
    }
};

PARLEY_TEST("organisation_page", OrganisationPageTest)
#include "organisation_page_test.moc"
