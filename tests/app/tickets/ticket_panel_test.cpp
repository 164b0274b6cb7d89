// SPDX-License-Identifier: MIT
#include "app/tickets/ticket_panel.h"
#include "app/widgets/banner.h"
#include "app/workspace/customer_labels.h"
#include "tests/support/signed_in_world.h"
#include "tests/support/test_main.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>

namespace parley::console {

namespace {

using parley::test::FakeApi;
using parley::test::SignedInWorld;

QJsonObject ticket()
{
    return {{QStringLiteral("id"), QStringLiteral("t-1")},
            {QStringLiteral("reference"), QStringLiteral("TL-1")},
            {QStringLiteral("session_id"), QStringLiteral("c-1")},
            {QStringLiteral("status"), QStringLiteral("pending_human")},
            {QStringLiteral("priority"), QStringLiteral("medium")},
            {QStringLiteral("category"), QStringLiteral("billing")},
            {QStringLiteral("subject"), QStringLiteral("Invoice")}};
}

struct Bench {
    SignedInWorld world;
    CustomerLabels names{world.api};
    TicketPanel panel{world.workspace, names};

    Bench()
    {
        world.server.on("GET", QStringLiteral("/ticket/t-1"), ticket());
        panel.setTicket(ticket());
        panel.show();
    }

    QPushButton* button(const char* name) { return panel.findChild<QPushButton*>(QString::fromLatin1(name)); }
};

} // namespace

class TicketPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatWasChangedIsSent()
    {
        Bench bench;
        QJsonObject changed = ticket();
        changed.insert(QStringLiteral("priority"), QStringLiteral("urgent"));
        bench.world.server.on("PATCH", QStringLiteral("/tickets/t-1"), changed);
        QSignalSpy told(&bench.panel, &TicketPanel::changed);
        QVERIFY(!bench.button("save")->isEnabled());

        bench.panel.findChild<QComboBox*>()->setCurrentIndex(0);
        QVERIFY(!bench.panel.unsaved().isEmpty());
        bench.button("save")->click();

        QTRY_COMPARE(told.count(), 1);
        const auto sent = bench.world.server.requests("PATCH", QStringLiteral("/tickets/t-1"));
        QCOMPARE(sent.first().json(), (QJsonObject{{QStringLiteral("priority"), QStringLiteral("urgent")}}));
        QVERIFY(bench.panel.unsaved().isEmpty());
    }

    void aCaseThatWaitsForAnAnswerIsResolvedInItsConversation()
    {
        Bench bench;
        bench.world.server.on("PATCH", QStringLiteral("/tickets/t-1"), [](const FakeApi::Request&) {
            return FakeApi::problem(409, QStringLiteral("use_resolve"), QStringLiteral("Use resolve."));
        });

        bench.button("resolve")->click();

        auto* banner = bench.panel.findChild<Banner*>();
        QTRY_VERIFY(banner->text().contains(QStringLiteral("Answer it in the conversation")));
        Q_EMIT banner->actionTriggered();
        QCOMPARE(bench.world.navigator.opened, QStringList{QStringLiteral("conversation c-1")});
    }

    void whatWasChosenStaysWhenItIsRefused()
    {
        Bench bench;
        bench.world.server.on("PATCH", QStringLiteral("/tickets/t-1"), [](const FakeApi::Request&) {
            return FakeApi::problem(422,
                                    QStringLiteral("validation_failed"),
                                    QStringLiteral("Not like that."));
        });
        bench.panel.findChild<QComboBox*>()->setCurrentIndex(0);

        bench.button("save")->click();

        QTRY_VERIFY(!bench.panel.findChild<Banner*>()->text().isEmpty());
        QCOMPARE(bench.panel.findChild<QComboBox*>()->currentData().toString(), QStringLiteral("urgent"));
        QVERIFY(bench.button("save")->isEnabled());
    }
};

} // namespace parley::console

using parley::console::TicketPanelTest;
PARLEY_TEST("ticket_panel", TicketPanelTest)
#include "ticket_panel_test.moc"
