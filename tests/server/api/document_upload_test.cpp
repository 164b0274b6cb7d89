// SPDX-License-Identifier: MIT
#include "server/api/document_upload.h"
#include "tests/support/test_main.h"

#include <string>

using namespace parley;
using namespace parley::server;

namespace {

edge::RequestContext request(std::string type, std::string body)
{
    edge::RequestContext context;
    context.request.headers.add("Content-Type", std::move(type));
    context.request.body = std::move(body);
    return context;
}

/// A form with one file and, before it, one plain field.
edge::RequestContext form(const std::string& fileName,
                          const std::string& fileType,
                          const std::string& field,
                          const std::string& value)
{
    std::string body =
        "--b\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n";
    body += "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"\r\n";
    body += (fileType.empty() ? fileType : "Content-Type: " + fileType + "\r\n") + "\r\ncontent\r\n--b--\r\n";
    return request("multipart/form-data; boundary=b", body);
}

} // namespace

class DocumentUploadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonIsMarkdownForEverybodyUnlessItSaysOtherwise()
    {
        const auto plain = api::uploadedDocument(request("application/json", R"({"title":"T","text":"x"})"));
        QVERIFY(plain);
        QCOMPARE(plain->contentType, std::string("text/markdown"));
        QCOMPARE(plain->visibility, std::string("public"));
        const auto internal = api::uploadedDocument(
            request("application/json", R"({"title":"T","text":"x","visibility":"internal"})"));
        QVERIFY(internal);
        QCOMPARE(internal->visibility, std::string("internal"));
    }

    void theFilesNameTellsItsType_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("type");
        const QString binary = QStringLiteral("application/octet-stream");
        QTest::newRow("Markdown") << QStringLiteral("A.MD") << binary << QStringLiteral("text/markdown");
        QTest::newRow("HTML") << QStringLiteral("a.htm") << QString() << QStringLiteral("text/html");
        QTest::newRow("text") << QStringLiteral("a.txt") << binary << QStringLiteral("text/plain");
        QTest::newRow("no ending") << QStringLiteral("notes") << QString() << QStringLiteral("text/plain");
        QTest::newRow("unknown ending") << QStringLiteral("a.pdf") << QString() << binary;
        QTest::newRow("told") << QStringLiteral("a.x") << QStringLiteral("text/html")
                              << QStringLiteral("text/html");
    }

    void theFilesNameTellsItsType()
    {
        QFETCH(QString, name);
        QFETCH(QString, sent);
        QFETCH(QString, type);
        const auto document =
            api::uploadedDocument(form(name.toStdString(), sent.toStdString(), "title", "T"));
        QVERIFY(document);
        QCOMPARE(document->contentType, type.toStdString());
        QCOMPARE(document->bytes, std::string("content"));
        QCOMPARE(document->source, name.toStdString());
    }

    void wrongFieldsAreNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("unknown value") << QStringLiteral("visibility") << QByteArray("secret");
        QTest::newRow("NUL") << QStringLiteral("category") << QByteArray("a\0b", 3);
        QTest::newRow("too long") << QStringLiteral("title") << QByteArray(501, 'x');
    }

    void wrongFieldsAreNamed()
    {
        QFETCH(QString, field);
        QFETCH(QByteArray, value);
        const auto document =
            api::uploadedDocument(form("a.txt", "", field.toStdString(), value.toStdString()));
        QVERIFY(!document);
        QVERIFY(document.error().code == ErrorCode::InvalidArgument);
        QCOMPARE(document.error().fields.at(0).field, field.toStdString());
    }

    void aFormNeedsItsFile()
    {
        const std::string body =
            "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nx\r\n--b--\r\n";
        const auto document = api::uploadedDocument(request("multipart/form-data; boundary=b", body));
        QVERIFY(!document);
        QCOMPARE(document.error().fields.at(0).field, std::string("file"));
    }
};

PARLEY_TEST("document_upload", DocumentUploadTest)
#include "document_upload_test.moc"
