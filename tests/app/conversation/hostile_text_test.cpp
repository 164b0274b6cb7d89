// SPDX-License-Identifier: MIT
#include "app/conversation/canned_list.h"
#include "app/conversation/case_card.h"
#include "app/conversation/chat_tabs.h"
#include "app/conversation/conversation_view.h"
#include "app/conversation/resolve_dialog.h"
#include "app/conversation/source_popup.h"
#include "app/conversation/transcript_view.h"
#include "app/widgets/display_text.h"
#include "app/widgets/fold_button.h"
#include "app/widgets/plain_label.h"
#include "tests/app/conversation/desk_bench.h"
#include "tests/app/conversation/opened_files.h"
#include "tests/support/test_main.h"

#include <QLabel>
#include <QTabBar>
#include <QTextDocumentFragment>
#include <QTextEdit>

using namespace parley::console;
using namespace parley::test;

namespace {

/// %1 the file's address, %2 its path, %3 the web address.
QStringList attacks(const Bait& bait)
{
    const QStringList patterns{
        QStringLiteral("<img src=\"%1\" width=64 height=64>"),
        QStringLiteral("<html><body><img src='%2'></body></html>"),
        QStringLiteral("<b>bold</b><img src=\"%3\">"),
        QStringLiteral("![picture](%1)"),
        QStringLiteral("![picture](%2)"),
        QStringLiteral("[![x](%1)](%3)"),
        QStringLiteral("<table background='%1'><tr><td>x</td></tr></table>"),
        QStringLiteral("<p style=\"background-image:url(%1)\">x</p>"),
        QStringLiteral("<link rel=stylesheet href='%1'><style>@import url(%1);</style><p>x</p>"),
        QStringLiteral("<object data='%1'></object><iframe src='%1'></iframe>"),
        QStringLiteral("<svg><image href='%1'/></svg>"),
        QStringLiteral("<script>new Image().src='%3'</script><a href='javascript:alert(1)'>x</a>"),
        QStringLiteral("\"><img src=x onerror=\"fetch('%3')\">"),
        QStringLiteral("<!DOCTYPE html><img src=\"%1\">"),
        QStringLiteral("&lt;img src=%1&gt; &amp; &#60;b&#62;")};
    QStringList made;
    for (const QString& pattern : patterns) {
        made.append(QString(pattern)
                        .replace(QStringLiteral("%1"), bait.file())
                        .replace(QStringLiteral("%2"), bait.path())
                        .replace(QStringLiteral("%3"), bait.web()));
    }
    made.append(QString(200, QChar(0x202e)) + QStringLiteral("<img src='%1'>").arg(bait.file()) +
                QString(200, QChar(0x2067)));
    made.append(QString(QChar(1)) + QChar(0x1b) + QStringLiteral("[31m") + QChar(0x7f) + QChar(0) +
                QStringLiteral("<img src='%1'>").arg(bait.file()));
    made.append(QStringLiteral("e") + QString(3'000, QChar(0x0301)));
    made.append(QStringLiteral("<img src='%1'>").arg(bait.file()).repeated(64 * 1024 / 60));
    made.append(QString(64 * 1024, QLatin1Char('W')));
    return made;
}

/// A conversation in which every text that comes from outside is `text`.
QJsonObject conversationOf(const QString& text)
{
    QList<QJsonObject> messages;
    const QStringList senders{QStringLiteral("user"),
                              QStringLiteral("agent"),
                              QStringLiteral("supporter"),
                              QStringLiteral("system")};
    for (int i = 0; i < senders.size(); ++i) {
        QJsonObject message = messageJson(i + 1, senders.at(i), text);
        message.insert(QStringLiteral("author"), QJsonObject{{QStringLiteral("name"), text}});
        message.insert(QStringLiteral("citations"),
                       QJsonArray{
                           QJsonObject{{QStringLiteral("title"), text}, {QStringLiteral("snippet"), text}}});
        message.insert(QStringLiteral("attachments"),
                       QJsonArray{QJsonObject{{QStringLiteral("name"), text}}});
        messages.append(message);
    }
    QJsonObject note = messageJson(9, QStringLiteral("supporter"), text);
    note.insert(QStringLiteral("kind"), QStringLiteral("note"));
    messages.append(note);
    QJsonObject conversation = conversationJson(messages);
    const QJsonObject passage{{QStringLiteral("title"), text},
                              {QStringLiteral("text"), text},
                              {QStringLiteral("score"), 0.5}};
    const QJsonObject other{{QStringLiteral("id"), QStringLiteral("c-2")},
                            {QStringLiteral("subject"), text},
                            {QStringLiteral("channel"), text},
                            {QStringLiteral("status"), text},
                            {QStringLiteral("last_message"), text}};
    const QJsonObject factor{{QStringLiteral("name"), text}, {QStringLiteral("contribution"), -1.0}};
    conversation.insert(QStringLiteral("channel"), text);
    conversation.insert(QStringLiteral("tags"), QJsonArray{text});
    conversation.insert(QStringLiteral("customer"), QJsonObject{{QStringLiteral("name"), text}});
    conversation.insert(QStringLiteral("assignee"),
                        QJsonObject{{QStringLiteral("id"), QStringLiteral("u-2")},
                                    {QStringLiteral("name"), text}});
    conversation.insert(QStringLiteral("case"),
                        QJsonObject{{QStringLiteral("reason"), text},
                                    {QStringLiteral("question"), text},
                                    {QStringLiteral("draft_answer"), text},
                                    {QStringLiteral("summary"),
                                     QJsonObject{{QStringLiteral("question"), text},
                                                 {QStringLiteral("last_answer"), text},
                                                 {QStringLiteral("outcome"), text}}},
                                    {QStringLiteral("context"), QJsonArray{passage}},
                                    {QStringLiteral("confidence_factors"),
                                     QJsonObject{{QStringLiteral("factors"), QJsonArray{factor}}}},
                                    {QStringLiteral("conversations"), QJsonArray{other}}});
    conversation.insert(QStringLiteral("tickets"),
                        QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("t-9")},
                                               {QStringLiteral("status"), QStringLiteral("assigned")},
                                               {QStringLiteral("reference"), text},
                                               {QStringLiteral("subject"), text}}});
    return conversation;
}

/// A tooltip is rich text to Qt where it looks like it: then it must be the escaped text and nothing else.
QString faultOfToolTip(const QString& toolTip)
{
    if (!Qt::mightBeRichText(toolTip)) {
        return {};
    }
    const QString inner = toolTip.mid(toolTip.indexOf(QLatin1Char('>')) + 1)
                              .chopped(static_cast<qsizetype>(qstrlen("</span>")));
    return inner.contains(QLatin1Char('<')) ? toolTip.left(200) : QString();
}

/// What in this window could read a text as markup; empty: nothing.
QString faultIn(QWidget* window)
{
    for (const QLabel* label : window->findChildren<QLabel*>()) {
        if (label->textFormat() != Qt::PlainText && Qt::mightBeRichText(label->text())) {
            return QStringLiteral("a label: ") + label->text().left(100);
        }
    }
    if (!window->findChildren<QTextEdit*>().isEmpty()) {
        return QStringLiteral("a rich text editor");
    }
    for (const QWidget* each : window->findChildren<QWidget*>()) {
        if (const QString fault = faultOfToolTip(each->toolTip()); !fault.isEmpty()) {
            return QStringLiteral("a tooltip: ") + fault;
        }
    }
    return {};
}

} // namespace

class HostileTextTest : public QObject {
    Q_OBJECT

private:
    /// Opens nothing, shows no picture, and everything in it shows plain text.
    void checkWindow(QWidget& window, Bait& bait)
    {
        QVERIFY2(!Bait::isIn(window.grab().toImage()), "the picture is to be seen");
        QCOMPARE(bait.opened(), 0);
        QCOMPARE(bait.visits(), 0);
        const QString fault = faultIn(&window);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }

private Q_SLOTS:
    /// Without this the other tests would prove nothing.
    void theBaitIsTakenByWhatReadsMarkup()
    {
        Bait bait;
        bait.opened();
        QLabel label(QStringLiteral("<img src=\"%1\">").arg(bait.path()));
        label.show();
        QVERIFY(Bait::isIn(label.grab().toImage()));
#ifdef Q_OS_LINUX
        QVERIFY(bait.opened() > 0);
#endif
        PlainLabel plain(QStringLiteral("<img src=\"%1\">").arg(bait.path()));
        plain.show();
        QVERIFY(!Bait::isIn(plain.grab().toImage()));
        QCOMPARE(bait.opened(), 0);
    }

    void aConversationShowsItAsText()
    {
        Bait bait;
        DeskBench bench;
        for (const QString& attack : attacks(bait)) {
            bench.server.on("GET", QStringLiteral("/conversations/c-1"), conversationOf(attack));
            bait.opened();
            ChatTabs tabs(bench.workspace);
            tabs.resize(1'000, 2'400);
            tabs.show();
            ConversationView* view = tabs.open(QStringLiteral("c-1"));
            QTRY_VERIFY(view->source().isLoaded());
            for (FoldButton* head : view->findChildren<FoldButton*>()) {
                head->setChecked(true); // passages, opened
            }
            QTest::qWait(0);
            checkWindow(tabs, bait);
            const QString toolTipFault = faultOfToolTip(tabs.tabToolTip(0));
            QVERIFY2(toolTipFault.isEmpty(), qPrintable(toolTipFault));
            const QString begin = displayLine(attack, 10).chopped(1);
            QVERIFY(tabs.tabText(0).replace(QStringLiteral("&&"), QStringLiteral("&")).startsWith(begin));
            QCOMPARE(view->findChild<PlainLabel*>(QStringLiteral("caseDraft"))->text(), displayBlock(attack));
        }
    }

    void whatIsPaintedInABubbleIsTheText()
    {
        Bait bait;
        for (const QString& attack : attacks(bait)) {
            Message message;
            message.text = attack;
            const MessageLayout layout(message, {}, 600, QFont(), Qt::LeftToRight);
            QCOMPARE(layout.text(), displayText(attack));
            for (const FoundLink& link : layout.links()) {
                QVERIFY(link.url.scheme() == QLatin1String("http"));
            }
        }
    }

    void cannedResponsesShowItAsText()
    {
        Bait bait;
        bait.opened();
        QWidget window;
        window.resize(600, 600);
        auto* edge = new QWidget(&window);
        edge->setGeometry(0, 500, 600, 60);
        CannedList list(&window);
        window.show();
        for (const QString& attack : attacks(bait)) {
            list.offer({{attack, attack, attack}}, edge);
            checkWindow(window, bait);
        }
    }

    void sourcesAndTheResolutionShowItAsText()
    {
        Bait bait;
        bait.opened();
        QWidget window;
        for (const QString& attack : attacks(bait)) {
            Source source;
            source.title = attack;
            source.snippet = attack;
            auto* popup = new SourcePopup(source, 1, &window);
            popup->showNear(QRect(10, 10, 20, 20));
            checkWindow(*popup, bait);
            popup->close();
            ResolveDialog::Case wish;
            wish.answer = attack;
            wish.hasTicket = true;
            auto* dialog = new ResolveDialog(wish, &window);
            dialog->show();
            checkWindow(*dialog, bait);
            dialog->close();
        }
    }
};

PARLEY_TEST("hostile_text", HostileTextTest)
#include "hostile_text_test.moc"
