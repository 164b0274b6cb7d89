// SPDX-License-Identifier: MIT
#include "app/conversation/link_finder.h"
#include "app/conversation/message_limit.h"
#include "app/widgets/display_text.h"
#include "tests/support/test_main.h"

using namespace parley::console;

class LinkFinderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lengthsAreCountedAsTheServerCounts()
    {
        QVERIFY(!limitOf(QString(8'000, QLatin1Char('x'))).isTooLong());
        QVERIFY(limitOf(QString(8'001, QLatin1Char('x'))).isTooLong());
        QVERIFY(limitOf(QString(7'000, QLatin1Char('x'))).words().isEmpty());
        QVERIFY(limitOf(QString(64 * 1024, QLatin1Char('x'))).words().contains(QStringLiteral("57536")));
    }

    void linksAreFoundWhereTheyEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("link");
        QTest::newRow("bare") << QStringLiteral("see https://example.com/a?b=c#d")
                              << QStringLiteral("https://example.com/a?b=c#d");
        QTest::newRow("stop") << QStringLiteral("It is http://example.com.")
                              << QStringLiteral("http://example.com");
        QTest::newRow("brackets") << QStringLiteral("(https://example.com/x)")
                                  << QStringLiteral("https://example.com/x");
        QTest::newRow("own brackets")
            << QStringLiteral("https://example.com/a_(b)") << QStringLiteral("https://example.com/a_(b)");
        QTest::newRow("mail") << QStringLiteral("mailto:a@example.com, please")
                              << QStringLiteral("mailto:a@example.com");
        QTest::newRow("markdown") << QStringLiteral("![x](https://example.com/i.png)")
                                  << QStringLiteral("https://example.com/i.png");
    }
    void linksAreFoundWhereTheyEnd()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, link);
        const QList<FoundLink> found = findLinks(text);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().url, QUrl(link));
        QCOMPARE(text.mid(found.first().start, found.first().length), link);
    }

    void nothingElseIsALink_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd");
        QTest::newRow("script") << QStringLiteral("javascript:alert(1)");
        QTest::newRow("data") << QStringLiteral("data:text/html,<b>x</b>");
        QTest::newRow("smb") << QStringLiteral("smb://server/share \\\\server\\share");
        QTest::newRow("no host") << QStringLiteral("http:// https://");
        QTest::newRow("no scheme") << QStringLiteral("www.example.com");
        QTest::newRow("custom") << QStringLiteral("ms-settings:network parley://x qrc:/icons/x.svg");
    }
    void nothingElseIsALink()
    {
        QFETCH(const QString, text);
        QVERIFY(findLinks(text).isEmpty());
    }

    void aThousandLinksAreNotAllFound()
    {
        QCOMPARE(findLinks(QStringLiteral("http://a.example ").repeated(1'000)).size(), kMostLinks);
    }
};

PARLEY_TEST("link_finder", LinkFinderTest)
#include "link_finder_test.moc"
