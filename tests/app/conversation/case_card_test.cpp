// SPDX-License-Identifier: MIT
#include "app/conversation/case_card.h"
#include "app/conversation/conversation_source.h"
#include "tests/app/conversation/desk_bench.h"
#include "tests/support/test_main.h"

#include <QLabel>

using namespace parley::console;
using namespace parley::test;

class CaseCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoHasTheCaseIsSaidAsSoonAsItIsTaken()
    {
        DeskBench bench;
        QJsonObject waiting = conversationJson();
        waiting.insert(QStringLiteral("status"), QStringLiteral("waiting_for_agent"));
        waiting.insert(QStringLiteral("assignee"), QJsonValue::Null);
        QJsonObject card = waiting.value(QLatin1String("case")).toObject();
        card.insert(QStringLiteral("summary"),
                    QJsonObject{{QStringLiteral("outcome"), QStringLiteral("waiting")}});
        waiting.insert(QStringLiteral("case"), card);
        bench.server.on("GET", QStringLiteral("/conversations/c-1"), waiting);
        ConversationSource source(bench.workspace, QStringLiteral("c-1"));
        CaseCard shown(source);
        QTRY_VERIFY(source.isLoaded());
        const auto* summary = shown.findChild<QLabel*>(QStringLiteral("caseSummary"));
        QCOMPARE(summary->text(), QStringLiteral("Waits for a person"));

        bench.server.push(QStringLiteral("conversation:c-1"),
                          {{QStringLiteral("type"), QStringLiteral("conversation.updated")},
                           {QStringLiteral("status"), QStringLiteral("with_agent")},
                           {QStringLiteral("assignee"),
                            QJsonObject{{QStringLiteral("id"), QStringLiteral("u-1")},
                                        {QStringLiteral("name"), QStringLiteral("Sam Support")}}}});

        QTRY_COMPARE(summary->text(), QStringLiteral("With Sam Support"));
    }
};

PARLEY_TEST("case_card", CaseCardTest)
#include "case_card_test.moc"
