// SPDX-License-Identifier: MIT
#include "tests/server/edge/test_client.h"
#include "tests/server/edge/test_server.h"
#include "tests/support/test_main.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <QTemporaryDir>

#include <fstream>

using namespace parley;
using namespace parley::test;

namespace {

template <auto Free>
struct Releases {
    template <class T>
    void operator()(T* value) const
    {
        Free(value);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Releases<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Releases<X509_free>>;
using Context = std::unique_ptr<SSL_CTX, Releases<SSL_CTX_free>>;
using Session = std::unique_ptr<SSL, Releases<SSL_free>>;
using File = std::unique_ptr<FILE, Releases<fclose>>;

/// Writes a new key and a certificate of that name, signed by itself.
void writeCertificate(const std::string& folder, const char* name)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(
        subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), subject);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    const File certificateFile(std::fopen((folder + "/certificate.pem").c_str(), "w"));
    PEM_write_X509(certificateFile.get(), certificate.get());
    const File keyFile(std::fopen((folder + "/key.pem").c_str(), "w"));
    PEM_write_PrivateKey(keyFile.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
}

/// A TLS client on a TestClient's socket.
class TlsClient {
public:
    explicit TlsClient(std::uint16_t port, int newestVersion = TLS1_3_VERSION) : m_client(port)
    {
        m_context.reset(SSL_CTX_new(TLS_client_method()));
        SSL_CTX_set_max_proto_version(m_context.get(), newestVersion);
        // Old versions are offered at all only at security level 0.
        SSL_CTX_set_security_level(m_context.get(), 0);
        m_ssl.reset(SSL_new(m_context.get()));
        SSL_set_fd(m_ssl.get(), m_client.descriptor());
        m_isConnected = SSL_connect(m_ssl.get()) == 1;
    }

    [[nodiscard]] bool isConnected() const { return m_isConnected; }

    [[nodiscard]] std::string peerName() const
    {
        const Certificate certificate(SSL_get1_peer_certificate(m_ssl.get()));
        char name[64] = {};
        X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()),
                                  NID_commonName,
                                  name,
                                  sizeof name);
        return name;
    }

    void send(std::string_view text) { SSL_write(m_ssl.get(), text.data(), static_cast<int>(text.size())); }

    /// Reads until what came ends with the text, or the peer closed.
    std::string receiveUntil(std::string_view text)
    {
        std::string all;
        char chunk[16384];
        while (!all.ends_with(text)) {
            const int got = SSL_read(m_ssl.get(), chunk, sizeof chunk);
            if (got <= 0) {
                break;
            }
            all.append(chunk, static_cast<std::size_t>(got));
        }
        return all;
    }

private:
    TestClient m_client;
    Context m_context;
    Session m_ssl;
    bool m_isConnected = false;
};

} // namespace

class TlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        writeCertificate(folder(), "first.example");
        m_server = std::make_unique<TestServer>();
        m_server->options.tlsCertificateFile = folder() + "/certificate.pem";
        m_server->options.tlsKeyFile = folder() + "/key.pem";
        m_server->add(edge::Method::Get, "/a", TestServer::saying("over tls"));
        m_server->add(edge::Method::Get, "/large", TestServer::saying(std::string(2'000'000, 'x') + "end"));
        m_server->add(edge::Method::Post, "/echo", TestServer::echo());
        m_port = m_server->start();
        QVERIFY(m_port != 0);
    }

    void requestsAreAnsweredWithHsts()
    {
        TlsClient client(m_port);
        QVERIFY(client.isConnected());

        client.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
        const std::string answer = client.receiveUntil("over tls");

        QVERIFY(answer.starts_with("HTTP/1.1 200 OK\r\n"));
        QVERIFY(answer.find("Strict-Transport-Security: ") != std::string::npos);
        QCOMPARE(client.peerName(), std::string("first.example"));
    }

    void largeBodiesPassBothWays()
    {
        TlsClient client(m_port);
        const std::string body = std::string(60'000, 'y') + "end";

        client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) +
                    "\r\n\r\n");
        client.send(body);
        const std::string echoed = client.receiveUntil("yend");
        client.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
        const std::string large = client.receiveUntil("xend");

        QVERIFY2(echoed.ends_with(body), echoed.substr(0, 300).c_str());
        QVERIFY(large.size() > 2'000'000);
    }

    void versionsBefore12AreRefused_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("1.1") << TLS1_1_VERSION << false;
        QTest::newRow("1.2") << TLS1_2_VERSION << true;
        QTest::newRow("1.3") << TLS1_3_VERSION << true;
    }

    void versionsBefore12AreRefused()
    {
        QFETCH(int, version);
        QFETCH(bool, isTaken);

        const TlsClient client(m_port, version);

        QCOMPARE(client.isConnected(), isTaken);
    }

    void aReloadedCertificateServesNewConnections()
    {
        TlsClient old(m_port);
        QVERIFY(old.isConnected());
        writeCertificate(folder(), "second.example");

        QVERIFY(m_server->server->reloadTls());
        const TlsClient fresh(m_port);
        old.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");

        QCOMPARE(fresh.peerName(), std::string("second.example"));
        QVERIFY(old.receiveUntil("over tls").ends_with("over tls"));
    }

    void aBrokenCertificateIsReportedAndTheOldOneStays()
    {
        std::ofstream(folder() + "/certificate.pem") << "nonsense";

        const auto reloaded = m_server->server->reloadTls();
        const TlsClient client(m_port);

        QVERIFY(!reloaded);
        QVERIFY(reloaded.error().message.find("tls.certificate") != std::string::npos);
        QCOMPARE(client.peerName(), std::string("first.example"));
    }

    void aKeyOfAnotherCertificateIsReported()
    {
        QTemporaryDir other;
        writeCertificate(other.path().toStdString(), "other.example");
        std::ofstream(folder() + "/key.pem")
            << std::ifstream(other.path().toStdString() + "/key.pem").rdbuf();

        const auto reloaded = m_server->server->reloadTls();

        QVERIFY(!reloaded);
        QVERIFY(reloaded.error().message.find("tls.key") != std::string::npos);
    }

    void plainTextOnATlsPortIsClosed()
    {
        TestClient client(m_port);

        client.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");

        QVERIFY(client.isClosed());
    }

    void aHandshakeThatNeverEndsIsDropped()
    {
        TestClient client(m_port);
        client.send("\x16\x03\x01");
        TlsClient probe(m_port);
        probe.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
        probe.receiveUntil("over tls");

        m_server->advance(std::chrono::milliseconds{10'000});

        QVERIFY(client.isClosed());
    }

private:
    [[nodiscard]] std::string folder() const { return m_folder->path().toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestServer> m_server;
    std::uint16_t m_port = 0;
};

PARLEY_TEST("tls", TlsTest)
#include "tls_test.moc"
