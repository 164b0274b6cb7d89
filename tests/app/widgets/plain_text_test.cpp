// SPDX-License-Identifier: MIT
#include "app/widgets/banner.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/toast.h"
#include "tests/support/test_main.h"

#include <QTextDocument>

using namespace parley::console;

class PlainTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLabelShowsItsTextAsItIs()
    {
        const QString hostile = QStringLiteral("<img src=\"file:///etc/passwd\"><b>x</b>");
        PlainLabel label(hostile);
        QCOMPARE(label.textFormat(), Qt::PlainText);
        Banner banner;
        banner.say(Tone::Danger, hostile);
        QWidget window;
        Toast toast(&window);
        toast.say(hostile);
        for (const QWidget* each : {static_cast<QWidget*>(&banner), static_cast<QWidget*>(&toast)}) {
            for (const QLabel* inner : each->findChildren<QLabel*>()) {
                QCOMPARE(inner->textFormat(), Qt::PlainText);
            }
        }
    }

    void aTooltipNamesNoFileThatQtWouldOpen()
    {
        const QString tip = plainToolTip(QStringLiteral("<img src=\"file:///etc/passwd\">\n& more"));
        QVERIFY(!tip.contains(QLatin1String("<img")));
        QTextDocument document;
        document.setHtml(tip);
        QCOMPARE(document.toPlainText().simplified(),
                 QStringLiteral("<img src=\"file:///etc/passwd\"> & more"));
        QVERIFY(plainToolTip({}).isEmpty());
    }
};

PARLEY_TEST("plain_text", PlainTextTest)
#include "plain_text_test.moc"
