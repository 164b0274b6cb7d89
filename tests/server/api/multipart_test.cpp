// SPDX-License-Identifier: MIT
#include "server/api/multipart.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <string>

using namespace parley;
using namespace parley::server::api;

namespace {

constexpr std::string_view kType = "multipart/form-data; boundary=xyz";

std::string part(const std::string& headers, const std::string& content)
{
    return "--xyz\r\n" + headers + "\r\n\r\n" + content + "\r\n";
}

} // namespace

class MultipartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsAreRead()
    {
        const std::string body =
            part("Content-Disposition: form-data; name=\"title\"", "Kettle") +
            part("content-disposition: form-data; name=\"file\"; filename=\"C:\\\\tmp\\\\a;b.md\"\r\n"
                 "Content-Type: Text/Markdown; charset=utf-8",
                 "# A\r\n--xy\r\n") +
            "--xyz--\r\n";
        const auto parts = parseForm(kType, body);
        QVERIFY(parts);
        QCOMPARE(parts->size(), std::size_t{2});
        QCOMPARE(parts->at(0).name, std::string("title"));
        QCOMPARE(std::string(parts->at(0).content), std::string("Kettle"));
        QCOMPARE(parts->at(1).fileName, std::string("a;b.md"));
        QCOMPARE(parts->at(1).contentType, std::string("text/markdown"));
        QCOMPARE(std::string(parts->at(1).content), std::string("# A\r\n--xy\r\n"));
    }

    void aFormInAFileIsTheSameForm_data()
    {
        QTest::addColumn<int>("before");
        // The file is looked through in pieces of 256 KiB: boundaries lie on either side of their ends.
        for (const int before : {0, 1, 262'143 - 90, 262'144 - 60, 262'144, 600'000}) {
            QTest::addRow("%d bytes before", before) << before;
        }
        for (int before = 262'144 - 200; before < 262'144 - 40; before += 7) {
            QTest::addRow("%d bytes before", before) << before;
        }
    }
    void aFormInAFileIsTheSameForm()
    {
        QFETCH(int, before);
        const std::string body = part("Content-Disposition: form-data; name=\"first\"",
                                      std::string(static_cast<std::size_t>(before), '\r')) +
                                 part("Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"",
                                      std::string(300'000, '-') + "\r\n--xy") +
                                 "--xyz--\r\n";
        const QTemporaryDir folder;
        const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "body";
        std::ofstream(path, std::ios::binary) << body;

        const auto ranges = parseFormFile(kType, path);
        const auto parts = parseForm(kType, body);

        QVERIFY(ranges && parts);
        QCOMPARE(ranges->size(), std::size_t{2});
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(ranges->at(i).name, parts->at(i).name);
            QVERIFY(body.substr(ranges->at(i).offset, ranges->at(i).length) == parts->at(i).content);
        }
        QCOMPARE(ranges->at(1).length, std::uint64_t{300'006});
    }

    void aFieldHasItsLimit()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "body";
        std::ofstream(path, std::ios::binary) << std::string(70'000, 'x');
        FormRange field;
        field.length = 64 * 1024;
        QCOMPARE(readField(path, field)->size(), std::size_t{64 * 1024});
        ++field.length;
        QVERIFY(readField(path, field).error().code == ErrorCode::PayloadTooLarge);
        field.offset = 69'999;
        field.length = 2;
        QVERIFY(readField(path, field).error().code == ErrorCode::Storage);
        QVERIFY(parseFormFile(kType, path / "nowhere").error().code == ErrorCode::Storage);
    }

    void aPartsHeaderHasItsLimit()
    {
        const std::string body = part("X: " + std::string(kMaxPartHeaderBytes, 'x'), "x") + "--xyz--";
        QVERIFY(parseForm(kType, body).error().code == ErrorCode::Malformed);
    }

    void brokenFormsAreMalformed_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("empty") << QString();
        QTest::newRow("other boundary") << QStringLiteral("--abc\r\n\r\nx\r\n--abc--");
        QTest::newRow("no end") << QStringLiteral("--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\nx");
        QTest::newRow("no header end") << QStringLiteral("--xyz\r\nContent-Disposition: form-data; name=a");
        QTest::newRow("boundary without line end") << QStringLiteral("--xyzzz");
    }

    void brokenFormsAreMalformed()
    {
        QFETCH(QString, body);
        const std::string bytes = body.toStdString();
        const auto parts = parseForm(kType, bytes);
        QVERIFY(!parts);
        QVERIFY(parts.error().code == ErrorCode::Malformed);
    }

    void partsAreCounted_data()
    {
        QTest::addColumn<int>("parts");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("the most") << 32 << true;
        QTest::newRow("one more") << 33 << false;
    }

    void partsAreCounted()
    {
        QFETCH(int, parts);
        QFETCH(bool, isRead);
        std::string body;
        for (int i = 0; i < parts; ++i) {
            body += part("Content-Disposition: form-data; name=a", "x");
        }
        body += "--xyz--";
        QCOMPARE(parseForm(kType, body).has_value(), isRead);
    }

    void theTypeNeedsABoundary_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("quoted") << QStringLiteral("Multipart/Form-Data; charset=x; boundary=\"xyz\"") << true;
        QTest::newRow("none") << QStringLiteral("multipart/form-data") << false;
        QTest::newRow("empty") << QStringLiteral("multipart/form-data; boundary=") << false;
        QTest::newRow("too long") << QStringLiteral("multipart/form-data; boundary=") + QString(71, u'x')
                                  << false;
        QTest::newRow("another type") << QStringLiteral("multipart/mixed; boundary=xyz") << false;
    }

    void theTypeNeedsABoundary()
    {
        QFETCH(QString, type);
        QFETCH(bool, isRead);
        const std::string body = part("Content-Disposition: form-data; name=a", "x") + "--xyz--";
        const auto parts = parseForm(type.toStdString(), body);
        QCOMPARE(parts.has_value(), isRead);
        QVERIFY(isRead || parts.error().code == ErrorCode::UnsupportedMediaType);
    }
};

PARLEY_TEST("multipart", MultipartTest)
#include "multipart_test.moc"
