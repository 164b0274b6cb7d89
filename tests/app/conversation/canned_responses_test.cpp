// SPDX-License-Identifier: MIT
#include "app/conversation/canned_list.h"
#include "app/conversation/canned_responses.h"
#include "tests/app/conversation/desk_bench.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace parley::console;
using namespace parley::test;

namespace {

CannedResponse response(const char* shortcut, const char* title, const char* text)
{
    return {QString::fromLatin1(shortcut), QString::fromLatin1(title), QString::fromLatin1(text)};
}

QStringList shortcuts(const QList<CannedResponse>& responses)
{
    QStringList names;
    for (const CannedResponse& each : responses) {
        names.append(each.shortcut);
    }
    return names;
}

} // namespace

class CannedResponsesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatBeginsSoComesFirst()
    {
        const QList<CannedResponse> all{response("bye", "Farewell", "Thank you for the refund question."),
                                        response("refund", "Refund on its way", "…"),
                                        response("ref", "Reference", "…"),
                                        response("hi", "Greeting", "Hello")};
        QCOMPARE(shortcuts(matchingCanned(all, QStringLiteral("ref"))),
                 (QStringList{QStringLiteral("ref"), QStringLiteral("refund"), QStringLiteral("bye")}));
        QCOMPARE(shortcuts(matchingCanned(all, QStringLiteral("GREET"))), QStringList{QStringLiteral("hi")});
        QCOMPARE(matchingCanned(all, {}).size(), 4);
        QVERIFY(matchingCanned(all, QStringLiteral("zebra")).isEmpty());
    }

    void placeholdersAreFilled_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("filled");
        QTest::newRow("name") << QStringLiteral("Hello {{customer.name}}, I am {{ supporter.name }}.")
                              << QStringLiteral("Hello Ana Ruiz, I am Sam.");
        QTest::newRow("reference") << QStringLiteral("About {{ticket.reference}}")
                                   << QStringLiteral("About TF-20261121-7KQ4");
        QTest::newRow("own braces") << QStringLiteral("{{something.else}} {name}")
                                    << QStringLiteral("{{something.else}} {name}");
    }
    void placeholdersAreFilled()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, filled);
        QCOMPARE(fillPlaceholders(text, conversationJson(), QStringLiteral("Sam")), filled);
    }

    void aNameThatIsNotKnownLeavesNoGap()
    {
        QCOMPARE(fillPlaceholders(QStringLiteral("Hello {{customer.name}}, welcome."),
                                  {},
                                  QStringLiteral("Sam")),
                 QStringLiteral("Hello, welcome."));
    }

    void aValueIsNotFilledAgain()
    {
        QJsonObject conversation;
        conversation.insert(QStringLiteral("customer"),
                            QJsonObject{{QStringLiteral("name"), QStringLiteral("{{supporter.name}}")}});
        QCOMPARE(fillPlaceholders(QStringLiteral("Hi {{customer.name}}"),
                                  conversation,
                                  QStringLiteral("Sam")),
                 QStringLiteral("Hi {{supporter.name}}"));
    }

    void readsEveryPage()
    {
        DeskBench bench;
        bench.server.on("GET", QStringLiteral("/canned-responses"), [](const FakeApi::Request& request) {
            const bool isSecond = request.query.hasQueryItem(QStringLiteral("cursor"));
            const QJsonObject item{{QStringLiteral("shortcut"),
                                    isSecond ? QStringLiteral("b") : QStringLiteral("a")},
                                   {QStringLiteral("title"), QStringLiteral("t")},
                                   {QStringLiteral("text"), QStringLiteral("x")}};
            return FakeApi::Answer{200,
                                   FakeApi::list({item}, isSecond ? QString() : QStringLiteral("next")),
                                   {},
                                   false};
        });
        CannedResponses canned(bench.workspace);
        QSignalSpy changed(&canned, &CannedResponses::changed);
        canned.refresh();
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(shortcuts(canned.all()), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void theModelIsOne()
    {
        CannedModel model;
        QAbstractItemModelTester tester(&model);
        model.setResponses({response("hi", "Greeting", "Hello\nthere")});
        QCOMPARE(model.index(0).data(CannedModel::TextRole).toString(), QStringLiteral("Hello there"));
        model.setResponses({});
        QCOMPARE(model.rowCount(), 0);
    }
};

PARLEY_TEST("canned_responses", CannedResponsesTest)
#include "canned_responses_test.moc"
