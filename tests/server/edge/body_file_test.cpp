// SPDX-License-Identifier: MIT
#include "server/edge/body_file.h"
#include "server/runtime/platform/process_figures.h"
#include "tests/server/edge/test_client.h"
#include "tests/server/edge/test_server.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <fstream>
#include <sstream>

using namespace parley;
using namespace parley::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;
namespace runtime = parley::server::runtime;

namespace {

constexpr std::uint64_t kLimit = 4'000'000;
constexpr std::string_view kHead = "POST /files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\n"
                                   "Content-Type: multipart/form-data; boundary=b\r\n";

std::string contentOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A server whose route takes files, for those who are signed in.
class FileServer : public TestServer {
public:
    FileServer()
    {
        edge::Route route = publicRoute(
            edge::Method::Post, "/files", answering([this](edge::RequestContext& context) {
                ++handled;
                const edge::BodyFile* file = context.request.bodyFile.get();
                if (file == nullptr) {
                    return edge::Response::text(200, "memory " + context.request.body, "text/plain");
                }
                mode = fs::status(file->path()).permissions();
                size = file->size();
                digest = file->digest();
                if (file->size() < 1000) {
                    return edge::Response::text(200, "file " + contentOf(file->path()), "text/plain");
                }
                return edge::Response::text(200, "large file", "text/plain");
            }));
        route.permission = security::Permission::SignedIn;
        route.tenant = edge::TenantRule::Required;
        route.bodyLimitBytes = 100;
        route.fileLimitBytes = kLimit;
        route.idempotent = true;
        router.add(route);
        security::Principal& principal = fakes.authenticator.principals["good"];
        principal.role = security::Role::Supporter;
        principal.subject = "s1";
        principal.tenant = TenantId{"t1"};
        fakes.spool = &spool;
    }

    ~FileServer()
    {
        if (server) {
            server->stop();
            server.reset();
        }
        pool.close();
    }

    [[nodiscard]] int files() const
    {
        int count = 0;
        for (const auto& entry : fs::directory_iterator(path)) {
            count += entry.is_regular_file() ? 1 : 0;
        }
        return count;
    }

    /// Waits until the server has nothing to do: what it was told to remove is removed then.
    [[nodiscard]] int filesAtTheEnd()
    {
        server->stop();
        server.reset();
        pool.close();
        return files();
    }

    QTemporaryDir folder;
    fs::path path = fs::path(folder.path().toStdString()) / "spool";
    runtime::WorkerPool pool{{"files", 1, 64, {}}};
    edge::BodySpool spool{path, pool};
    int handled = 0;
    std::uint64_t size = 0;
    std::string digest;
    fs::perms mode = fs::perms::none;
};

std::string sized(std::string_view body, std::string_view more = {})
{
    return std::string(kHead) + std::string(more) + "Content-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + std::string(body);
}

} // namespace

class BodyFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FileServer>();
        QVERIFY(m_server->spool.open().has_value());
        m_port = m_server->start();
    }
    void cleanup() { m_server.reset(); }

    void aFormBecomesAFileThatGoesWithTheRequest()
    {
        TestClient client(m_port);
        client.send(sized("hello"));
        QCOMPARE(client.receive().body, std::string("file hello"));
        client.send(sized("again")); // the connection goes on
        QCOMPARE(client.receive().body, std::string("file again"));
        QCOMPARE(m_server->size, std::uint64_t{5});
        edge::BodyDigest same("multipart/form-data; boundary=b");
        same.add("again");
        QCOMPARE(m_server->digest, same.finish());
        QVERIFY((m_server->mode & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
        QCOMPARE(m_server->filesAtTheEnd(), 0);
    }

    void aFormIsTheSameWhateverItsBoundary_data()
    {
        QTest::addColumn<std::string>("boundary");
        QTest::addColumn<std::string>("body");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("another boundary")
            << std::string("zz9") << std::string("--zz9\r\nA\r\n--zz9\r\nB\r\n--zz9--") << true;
        QTest::newRow("quoted") << std::string("\"z z\"")
                                << std::string("--z z\r\nA\r\n--z z\r\nB\r\n--z z--") << true;
        QTest::newRow("another part")
            << std::string("b") << std::string("--b\r\nA\r\n--b\r\nC\r\n--b--") << false;
        QTest::newRow("one part less") << std::string("b") << std::string("--b\r\nA\r\nB\r\n--b--") << false;
        QTest::newRow("parts that run together")
            << std::string("b") << std::string("--b\r\nAB\r\n--b\r\n\r\n--b--") << false;
        QTest::newRow("the old boundary as text")
            << std::string("c") << std::string("--c\r\nA\r\n--b\r\nB\r\n--c--") << false;
    }
    void aFormIsTheSameWhateverItsBoundary()
    {
        QFETCH(std::string, boundary);
        QFETCH(std::string, body);
        QFETCH(bool, isSame);
        edge::BodyDigest first("multipart/form-data; boundary=b");
        first.add("--b\r\nA\r\n--b\r\nB\r\n--b--");
        edge::BodyDigest second("Multipart/Form-Data; charset=utf-8; boundary=" + boundary);
        for (const char byte : body) { // however it comes in pieces
            second.add(std::string_view(&byte, 1));
        }

        QCOMPARE(first.finish() == second.finish(), isSame);
    }

    void aChunkedFormIsTakenAsWell()
    {
        TestClient client(m_port);
        client.send(std::string(kHead) +
                    "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        QCOMPARE(client.receive().body, std::string("file abcde"));
    }

    void anythingElseStaysInMemoryWithinItsOwnLimit_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("the most") << 100 << 200;
        QTest::newRow("one more") << 101 << 413;
    }
    void anythingElseStaysInMemoryWithinItsOwnLimit()
    {
        QFETCH(int, bytes);
        QFETCH(int, status);
        TestClient client(m_port);
        client.send("POST /files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\nContent-Type: "
                    "application/json\r\nContent-Length: " +
                    std::to_string(bytes) + "\r\n\r\n" + std::string(static_cast<std::size_t>(bytes), 'x'));
        QCOMPARE(client.receive().status, status);
    }

    void aFormThatIsTooLargeIsRefused_data()
    {
        QTest::addColumn<bool>("isChunked");
        QTest::addColumn<int>("more");
        QTest::addColumn<int>("status");
        for (const bool isChunked : {false, true}) {
            QTest::addRow("%s, the most", isChunked ? "chunked" : "sized") << isChunked << 0 << 200;
            QTest::addRow("%s, one more", isChunked ? "chunked" : "sized") << isChunked << 1 << 413;
        }
    }
    void aFormThatIsTooLargeIsRefused()
    {
        QFETCH(bool, isChunked);
        QFETCH(int, more);
        QFETCH(int, status);
        TestClient client(m_port);
        const std::string body(kLimit + static_cast<std::uint64_t>(more), 'x');
        if (isChunked) {
            std::ostringstream chunks;
            chunks << kHead << "Transfer-Encoding: chunked\r\n\r\n";
            for (std::size_t at = 0; at < body.size(); at += 1'000'000) {
                const std::string part = body.substr(at, 1'000'000);
                chunks << std::hex << part.size() << "\r\n" << part << "\r\n";
            }
            chunks << "0\r\n\r\n";
            client.send(chunks.str());
        } else {
            client.send(sized(body));
        }
        QCOMPARE(client.receive().status, status);
        QCOMPARE(m_server->handled, status == 200 ? 1 : 0);
        QCOMPARE(m_server->filesAtTheEnd(), 0);
    }

    void whoMayNotIsToldBeforeTheBodyIsSent_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("allowed") << QByteArray("good") << QByteArray("HTTP/1.1 100 Continue\r\n");
        QTest::newRow("not allowed") << QByteArray("bad") << QByteArray("HTTP/1.1 401 Unauthorized\r\n");
    }
    void whoMayNotIsToldBeforeTheBodyIsSent()
    {
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, answer);
        TestClient client(m_port);
        client.send("POST /files HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                    "Expect: 100-continue\r\nContent-Length: 5\r\nAuthorization: Bearer " +
                    token.toStdString() + "\r\n\r\n");
        QCOMPARE(client.receiveUntil("\r\n"), answer.toStdString());
        QCOMPARE(m_server->files(), 0);
    }

    void aClientThatGoesAwayLeavesNoFile_data()
    {
        QTest::addColumn<int>("sent");
        QTest::newRow("nothing written yet") << 10;
        QTest::newRow("in the middle of the file") << 900'000;
    }
    void aClientThatGoesAwayLeavesNoFile()
    {
        QFETCH(int, sent);
        {
            TestClient client(m_port);
            client.send(std::string(kHead) + "Content-Length: 2000000\r\n\r\n" +
                        std::string(static_cast<std::size_t>(sent), 'x'));
            client.finishSending();
            QVERIFY(client.isClosed());
        }
        QCOMPARE(m_server->handled, 0);
        QCOMPARE(m_server->filesAtTheEnd(), 0);
    }

    void aSlowBodyIsCutOff()
    {
        TestClient client(m_port);
        client.send(std::string(kHead) + "Content-Length: 50\r\nExpect: 100-continue\r\n\r\n");
        QVERIFY(!client.receiveUntil("\r\n\r\n").empty());
        m_server->advance(30'000ms);
        QVERIFY(client.isClosed());
        QCOMPARE(m_server->handled, 0);
    }

    void aBrokenChunkIs400()
    {
        TestClient client(m_port);
        client.send(std::string(kHead) + "Transfer-Encoding: chunked\r\n\r\nzz\r\n");
        QCOMPARE(client.receive().status, 400);
    }

    void aDiskThatTakesNothingIsNoAnswer500()
    {
        fs::remove_all(m_server->path);
        TestClient client(m_port);
        client.send(sized("hello"));
        const WireResponse answer = client.receive();
        QCOMPARE(answer.status, 503);
        QVERIFY(answer.body.find("spool") == std::string::npos);
    }

    void aRepeatedKeyComparesTheFilesContents()
    {
        TestClient client(m_port);
        const auto post = [&](std::string_view body) {
            client.send(sized(body, "Idempotency-Key: k1\r\n"));
            return client.receive().status;
        };
        QCOMPARE(post("one"), 200);
        QCOMPARE(post("one"), 200);
        QCOMPARE(m_server->handled, 1);
        QCOMPARE(post("two"), 409);
    }

    void whatAnEarlierProcessLeftIsRemoved()
    {
        std::ofstream(m_server->path / "7-1.body") << "left";
        std::ofstream(m_server->path / "keep.txt") << "somebody else's";
        QVERIFY(m_server->spool.open().has_value());
        QCOMPARE(m_server->files(), 1);
    }

    void aLargeBodyTakesLittleMemory()
    {
        constexpr std::size_t kBytes = 100 * 1024 * 1024;
        FileServer server;
        QVERIFY(server.spool.open().has_value());
        edge::Route route = TestServer::publicRoute(
            edge::Method::Post, "/large", TestServer::answering([&](edge::RequestContext& context) {
                return edge::Response::text(200,
                                            std::to_string(context.request.bodyFile->size()),
                                            "text/plain");
            }));
        route.fileLimitBytes = kBytes;
        server.router.add(route);
        TestClient client(server.start());
        client.send("POST /large HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; "
                    "boundary=b\r\nContent-Length: " +
                    std::to_string(kBytes) + "\r\n\r\n");
        const std::string piece(1024 * 1024, 'x');
        std::uint64_t most = 0;
        const std::uint64_t before = runtime::platform::readProcessFigures().residentBytes;
        for (std::size_t sent = 0; sent < kBytes; sent += piece.size()) {
            QVERIFY(client.send(piece));
            most = std::max(most, runtime::platform::readProcessFigures().residentBytes);
        }
        QCOMPARE(client.receive().body, std::to_string(kBytes));
        QVERIFY2(most < before + 16 * 1024 * 1024, std::to_string(most - before).c_str());
    }

private:
    std::unique_ptr<FileServer> m_server;
    std::uint16_t m_port = 0;
};

PARLEY_TEST("body_file", BodyFileTest)
#include "body_file_test.moc"
