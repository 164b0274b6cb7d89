// SPDX-License-Identifier: MIT
#include "app/widget_designer/embed_code.h"
#include "app/widget_designer/preview_server.h"
#include "app/widget_designer/widget_rules.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>

using namespace parley::console;

class EmbedCodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCodeNamesServerAndKey()
    {
        QCOMPARE(embedCode(QUrl(QStringLiteral("https://user:secret@desk.example.com/some/path?x=1")),
                           QStringLiteral("pk_12ab")),
                 QStringLiteral("<script src=\"https://desk.example.com/widget.js\" data-tenant=\"pk_12ab\" "
                                "async></script>"));
    }

    void nothingInAKeyEndsTheAttribute()
    {
        const QString code =
            embedCode(QUrl(QStringLiteral("https://desk.example.com")), QStringLiteral("\"><img src=x>"));

        QVERIFY(code.contains(QStringLiteral("data-tenant=\"imgsrcx\"")));
    }

    void aTitleCannotBecomeMarkup()
    {
        const QString page = previewPage(QUrl(QStringLiteral("http://127.0.0.1:1")),
                                         QStringLiteral("pk"),
                                         QStringLiteral("</title><script>alert(1)</script>"),
                                         QStringLiteral("en\" onload=\"x"));

        QVERIFY(!page.contains(QStringLiteral("<script>alert")));
        QVERIFY(page.contains(QStringLiteral("lang=\"enonloadx\"")));
    }

    void thePageIsServedAndNothingElse()
    {
        PreviewServer server;
        if (!server.serve(QStringLiteral("<p>hello</p>"))) {
            QSKIP("another program has the port");
        }
        QNetworkAccessManager network;
        const auto get = [&network](const QString& path) {
            QNetworkReply* reply = network.get(QNetworkRequest(QUrl(PreviewServer::origin() + path)));
            [reply] { QTRY_VERIFY(reply->isFinished()); }();
            reply->deleteLater();
            return std::pair(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                             reply->readAll());
        };

        QCOMPARE(get(QStringLiteral("/")), std::pair(200, QByteArray("<p>hello</p>")));
        QCOMPARE(get(QStringLiteral("/etc/passwd")).first, 404);
    }

    void originsAreThoseThatBrowsersSend_data()
    {
        QTest::addColumn<QString>("origin");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("https") << QStringLiteral("https://shop.example") << true;
        QTest::newRow("port") << QStringLiteral("http://localhost:3000") << true;
        QTest::newRow("any") << QStringLiteral("*") << true;
        QTest::newRow("preview") << PreviewServer::origin() << true;
        QTest::newRow("path") << QStringLiteral("https://shop.example/") << false;
        QTest::newRow("capitals") << QStringLiteral("https://Shop.example") << false;
        QTest::newRow("no scheme") << QStringLiteral("shop.example") << false;
        QTest::newRow("pattern") << QStringLiteral("https://*.example") << false;
        QTest::newRow("file") << QStringLiteral("null") << false;
    }

    void originsAreThoseThatBrowsersSend()
    {
        QFETCH(QString, origin);
        QFETCH(bool, isRight);

        QCOMPARE(rules::origins()(QJsonArray{origin}).isEmpty(), isRight);
    }
};

PARLEY_TEST("embed_code", EmbedCodeTest)
#include "embed_code_test.moc"
