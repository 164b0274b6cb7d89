// SPDX-License-Identifier: MIT
#include "app/customers/customer_panel.h"
#include "app/widgets/banner.h"
#include "tests/support/signed_in_world.h"
#include "tests/support/test_main.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace parley::console {

namespace {

using parley::test::FakeApi;
using parley::test::SignedInWorld;

const auto kPath = QStringLiteral("/customers/k-1");

QJsonObject customer()
{
    return {{QStringLiteral("id"), QStringLiteral("k-1")},
            {QStringLiteral("email"), QStringLiteral("ana@example.com")},
            {QStringLiteral("name"), QStringLiteral("Ana")},
            {QStringLiteral("verified"), false},
            {QStringLiteral("conversations"), 2}};
}

struct Bench {
    SignedInWorld world;
    CustomerPanel panel{world.workspace};

    Bench()
    {
        world.server.on("GET", kPath, customer());
        for (const char* list : {"/conversations", "/tickets", "/feedback"}) {
            world.server.on("GET", QString::fromLatin1(list), FakeApi::list({}));
        }
        panel.setCustomer(QStringLiteral("k-1"));
        panel.show();
        [this] { QTRY_COMPARE(panel.id(), QStringLiteral("k-1")); }();
    }

    QPushButton* button(const char* name) { return panel.findChild<QPushButton*>(QString::fromLatin1(name)); }
    QLineEdit* fieldWith(const QString& text)
    {
        for (QLineEdit* field : panel.findChildren<QLineEdit*>()) {
            if (field->text() == text) {
                return field;
            }
        }
        return nullptr;
    }
};

} // namespace

class CustomerPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsAskedForThisCustomerAlone()
    {
        Bench bench;
        QTRY_VERIFY(!bench.world.server.requests("GET", QStringLiteral("/tickets")).isEmpty());

        const auto asked = bench.world.server.requests("GET", QStringLiteral("/conversations"));
        QCOMPARE(asked.last().query.queryItemValue(QStringLiteral("customer")), QStringLiteral("k-1"));
    }

    void onlyWhatWasChangedIsSaved()
    {
        Bench bench;
        QVERIFY(bench.panel.unsaved().isEmpty());
        QJsonObject renamed = customer();
        renamed.insert(QStringLiteral("name"), QStringLiteral("Ana Ruiz"));
        bench.world.server.on("PATCH", kPath, renamed);

        QLineEdit* name = bench.fieldWith(QStringLiteral("Ana"));
        QVERIFY(name != nullptr);
        name->setText(QStringLiteral("Ana Ruiz"));
        QVERIFY(!bench.panel.unsaved().isEmpty());
        bench.button("save")->click();

        QTRY_COMPARE(bench.world.navigator.said.size(), 1);
        const auto sent = bench.world.server.requests("PATCH", kPath);
        QCOMPARE(sent.first().json(), (QJsonObject{{QStringLiteral("name"), QStringLiteral("Ana Ruiz")}}));
        QVERIFY(bench.panel.unsaved().isEmpty());
    }

    void whatTheServerRefusesStaysTyped()
    {
        Bench bench;
        bench.world.server.on("PATCH", kPath, [](const FakeApi::Request&) {
            return FakeApi::problem(409,
                                    QStringLiteral("conflict"),
                                    QStringLiteral("Another has this name."));
        });
        QLineEdit* name = bench.fieldWith(QStringLiteral("Ana"));
        name->setText(QStringLiteral("Eve"));

        bench.button("save")->click();

        QTRY_VERIFY(
            bench.panel.findChild<Banner*>()->text().contains(QStringLiteral("Another has this name")));
        QCOMPARE(name->text(), QStringLiteral("Eve"));
    }

    void erasingWantsTheAddressTypedAndShowsTheReceipt()
    {
        Bench bench;
        bench.world.server.on("DELETE",
                              kPath,
                              {{QStringLiteral("id"), QStringLiteral("receipt-9")},
                               {QStringLiteral("erased_ts"), QStringLiteral("2026-11-21T20:55:20.320Z")},
                               {QStringLiteral("removed"), QJsonObject{{QStringLiteral("messages"), 3}}},
                               {QStringLiteral("disk"), QStringLiteral("clean")},
                               {QStringLiteral("backups_expire_ts"), QJsonValue()}});
        QSignalSpy erased(&bench.panel, &CustomerPanel::erased);

        bench.button("erase")->click();

        auto* question = bench.panel.findChild<QDialog*>();
        QVERIFY(question != nullptr);
        auto* agree = question->findChild<QPushButton*>(QStringLiteral("agree"));
        QVERIFY(!agree->isEnabled());
        question->findChild<QLineEdit*>()->setText(QStringLiteral("ana@example.com"));
        QVERIFY(agree->isEnabled());
        agree->click();
        QTRY_COMPARE(erased.count(), 1);
        QCOMPARE(erased.first().first().toString(), QStringLiteral("k-1"));
        QCOMPARE(bench.world.server.requests("DELETE", kPath).size(), 1);
    }
};

} // namespace parley::console

using parley::console::CustomerPanelTest;
PARLEY_TEST("customer_panel", CustomerPanelTest)
#include "customer_panel_test.moc"
