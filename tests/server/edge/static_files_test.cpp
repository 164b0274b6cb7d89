// SPDX-License-Identifier: MIT
#include "server/edge/static_files.h"
#include "tests/support/test_main.h"

#include <zlib.h>

#include <QTemporaryDir>

#include <fstream>

using namespace parley;
using namespace parley::server::edge;

namespace {

std::string gunzip(std::string_view bytes)
{
    std::string input(bytes);
    std::string output(1 << 20, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(output.data());
    stream.avail_out = static_cast<uInt>(output.size());
    inflate(&stream, Z_FINISH);
    output.resize(stream.total_out);
    inflateEnd(&stream);
    return output;
}

RequestContext asking(std::string path, std::string name = {}, std::string value = {})
{
    RequestContext context;
    context.request.path = std::move(path);
    if (!name.empty()) {
        context.request.headers.add(std::move(name), std::move(value));
    }
    return context;
}

} // namespace

class StaticFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_files = StaticFiles();
        m_files.add("/app.js", m_script, "text/javascript", "public, max-age=300");
        m_files.add("/page.html", "<p>", "text/html", {}, "default-src 'self'");
    }

    void bytesComeAsTheyAre()
    {
        const Response response = m_files.serve(asking("/app.js"));

        QCOMPARE(response.status, 200);
        QCOMPARE(*response.sharedBody, m_script);
        QCOMPARE(response.headers.get("content-type"), std::string_view("text/javascript"));
        QCOMPARE(response.headers.get("cache-control"), std::string_view("public, max-age=300"));
        QVERIFY(response.headers.find("content-encoding") == nullptr);
    }

    void gzipIsSentToWhoTakesIt_data()
    {
        QTest::addColumn<QByteArray>("accepts");
        QTest::addColumn<bool>("isGzip");
        QTest::newRow("gzip") << QByteArray("gzip") << true;
        QTest::newRow("among others") << QByteArray("br, GZIP;q=0.5, deflate") << true;
        QTest::newRow("anything") << QByteArray("*") << true;
        QTest::newRow("refused") << QByteArray("gzip;q=0") << false;
        QTest::newRow("refused precisely") << QByteArray("gzip;q=0.000") << false;
        QTest::newRow("hardly wanted") << QByteArray("gzip;q=0.001") << true;
        QTest::newRow("something else") << QByteArray("br") << false;
        QTest::newRow("part of a word") << QByteArray("xgzip") << false;
    }

    void gzipIsSentToWhoTakesIt()
    {
        QFETCH(QByteArray, accepts);
        QFETCH(bool, isGzip);

        const Response response = m_files.serve(asking("/app.js", "Accept-Encoding", accepts.toStdString()));

        QCOMPARE(response.headers.get("content-encoding") == "gzip", isGzip);
        QCOMPARE(isGzip ? gunzip(*response.sharedBody) : *response.sharedBody, m_script);
        QVERIFY(response.headers.get("vary").find("Accept-Encoding") != std::string_view::npos);
    }

    void smallAndDenseBytesAreNotCompressed()
    {
        QVERIFY(gzipped("abc").empty());
        const Response response = m_files.serve(asking("/page.html", "Accept-Encoding", "gzip"));
        QCOMPARE(*response.sharedBody, std::string("<p>"));
    }

    void aKnownTagIs304_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<int>("status");
        QTest::newRow("same") << QByteArray("TAG") << 304;
        QTest::newRow("weak") << QByteArray("W/TAG") << 304;
        QTest::newRow("in a list") << QByteArray("\"x\", TAG") << 304;
        QTest::newRow("any") << QByteArray("*") << 304;
        QTest::newRow("other") << QByteArray("\"x\"") << 200;
    }

    void aKnownTagIs304()
    {
        QFETCH(QByteArray, form);
        QFETCH(int, status);
        const std::string tag(m_files.serve(asking("/app.js")).headers.get("etag"));
        form.replace("TAG", QByteArray::fromStdString(tag));

        const Response response = m_files.serve(asking("/app.js", "If-None-Match", form.toStdString()));

        QCOMPARE(response.status, status);
        QCOMPARE(response.headers.get("etag"), std::string_view(tag));
        QCOMPARE(response.sharedBody == nullptr, status == 304);
    }

    void tagsTellContentsAndEncodingsApart()
    {
        const std::string before(m_files.serve(asking("/app.js")).headers.get("etag"));
        const std::string zipped(
            m_files.serve(asking("/app.js", "Accept-Encoding", "gzip")).headers.get("etag"));
        m_files.add("/app.js", m_script + " ", "text/javascript", {});
        const std::string after(m_files.serve(asking("/app.js")).headers.get("etag"));

        QVERIFY(before.starts_with('"') && before.ends_with('"'));
        QVERIFY(before != zipped);
        QVERIFY(before != after);
    }

    void aPageBringsItsOwnPolicy()
    {
        const Response response = m_files.serve(asking("/page.html"));

        QCOMPARE(response.headers.get("content-security-policy"), std::string_view("default-src 'self'"));
        QCOMPARE(response.headers.get("cache-control"), std::string_view("no-cache"));
    }

    void whatIsNotThereIs404() { QCOMPARE(m_files.serve(asking("/other")).status, 404); }

    void aFolderIsServedBelowItsPrefix()
    {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        std::filesystem::create_directory(root / "css");
        std::ofstream(root / "index.html") << "<html>";
        std::ofstream(root / "css" / "main.css") << "a{}";

        QVERIFY(m_files.addFolder("/ui", root, "public, max-age=60"));

        const Response style = m_files.serve(asking("/ui/css/main.css"));
        QCOMPARE(style.headers.get("content-type"), std::string_view("text/css; charset=utf-8"));
        QCOMPARE(style.headers.get("cache-control"), std::string_view("public, max-age=60"));
        QCOMPARE(*m_files.serve(asking("/ui/index.html")).sharedBody, std::string("<html>"));
    }

    void aFolderThatIsNotThereIsAnError() { QVERIFY(!m_files.addFolder("/ui", "/nowhere/at/all")); }

private:
    const std::string m_script = [] {
        std::string text;
        for (int i = 0; i < 200; ++i) {
            text += "const value" + std::to_string(i) + " = " + std::to_string(i * i) + ";\n";
        }
        return text;
    }();
    StaticFiles m_files;
};

PARLEY_TEST("static_files", StaticFilesTest)
#include "static_files_test.moc"
