// SPDX-License-Identifier: MIT
#include "server/api/document_upload.h"
#include "server/edge/body_file.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
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

Result<knowledge::NewDocument> uploaded(const edge::RequestContext& context)
{
    return api::uploadedDocument(context, 1000);
}

} // namespace

class DocumentUploadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonIsMarkdownForEverybodyUnlessItSaysOtherwise()
    {
        const auto plain = uploaded(request("application/json", R"({"title":"T","text":"x"})"));
        QVERIFY(plain);
        QCOMPARE(plain->contentType, std::string("text/markdown"));
        QCOMPARE(plain->visibility, std::string("public"));
        const auto internal =
            uploaded(request("application/json", R"({"title":"T","text":"x","visibility":"internal"})"));
        QVERIFY(internal);
        QCOMPARE(internal->visibility, std::string("internal"));
    }

    void aFilesNameThatNoDatabaseTakesIsRefused_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::newRow("not UTF-8") << std::string("a\xFF.txt");
        QTest::newRow("NUL") << std::string("a\0.txt", 6);
    }
    void aFilesNameThatNoDatabaseTakesIsRefused()
    {
        QFETCH(std::string, name);

        const auto document = uploaded(form(name, "text/plain", "title", "T"));

        QVERIFY(!document);
        QCOMPARE(document.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(document.error().fields.front().field, std::string("file"));
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
        QTest::newRow("unknown ending") << QStringLiteral("a.png") << QString() << binary;
        QTest::newRow("PDF") << QStringLiteral("a.PDF") << binary << QStringLiteral("application/pdf");
        QTest::newRow("CSV") << QStringLiteral("a.csv") << QString() << QStringLiteral("text/csv");
        QTest::newRow("DOCX") << QStringLiteral("a.docx") << binary
                              << QStringLiteral(
                                     "application/"
                                     "vnd.openxmlformats-officedocument.wordprocessingml.document");
        QTest::newRow("told") << QStringLiteral("a.x") << QStringLiteral("text/html")
                              << QStringLiteral("text/html");
    }

    void theFilesNameTellsItsType()
    {
        QFETCH(QString, name);
        QFETCH(QString, sent);
        QFETCH(QString, type);
        const auto document = uploaded(form(name.toStdString(), sent.toStdString(), "title", "T"));
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
        const auto document = uploaded(form("a.txt", "", field.toStdString(), value.toStdString()));
        QVERIFY(!document);
        QVERIFY(document.error().code == ErrorCode::InvalidArgument);
        QCOMPARE(document.error().fields.at(0).field, field.toStdString());
    }

    void aFormInAFileIsReadByItsPlaces()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "body";
        edge::RequestContext context = form("a.md", "", "title", "T");
        std::ofstream(path, std::ios::binary) << context.request.body;
        const std::size_t at = context.request.body.find("content\r\n");
        context.request.body.clear();
        context.request.bodyFile = std::make_shared<const edge::BodyFile>(path, 0, "");

        const auto document = uploaded(context);

        QVERIFY(document && document->file);
        QCOMPARE(document->title, std::string("T"));
        QCOMPARE(document->file->offset, std::uint64_t{at});
        QCOMPARE(document->file->length, std::uint64_t{7});
        QVERIFY(document->bytes.empty());
    }

    void aDocumentThatIsTooLargeIsRefused_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("as large as may be") << 7 << true;
        QTest::newRow("one more") << 6 << false;
    }
    void aDocumentThatIsTooLargeIsRefused()
    {
        QFETCH(int, limit);
        QFETCH(bool, isTaken);
        const auto document =
            api::uploadedDocument(form("a.md", "", "title", "T"), static_cast<std::uint64_t>(limit));
        QCOMPARE(document.has_value(), isTaken);
        QVERIFY(isTaken || document.error().code == ErrorCode::PayloadTooLarge);
    }

    void aChangeNamesOnlyWhatItChanges()
    {
        const auto change = api::documentChange(request("application/json", R"({"category":null})"));
        QVERIFY(change);
        QCOMPARE(change->category.value_or("stays"), std::string());
        QVERIFY(!change->title && !change->visibility);
        const auto wrong =
            api::documentChange(request("application/json", R"({"title":"","visibility":"secret"})"));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().fields.size(), std::size_t{2});
    }

    void aFormNeedsItsFile()
    {
        const std::string body =
            "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nx\r\n--b--\r\n";
        const auto document = uploaded(request("multipart/form-data; boundary=b", body));
        QVERIFY(!document);
        QCOMPARE(document.error().fields.at(0).field, std::string("file"));
    }
};

PARLEY_TEST("document_upload", DocumentUploadTest)
#include "document_upload_test.moc"
