// SPDX-License-Identifier: MIT
#include "server/security/digest.h"
#include "server/store/blobs.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <fstream>

using namespace parley;
using namespace parley::server::store;

class BlobsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasPutComesBackByteForByte()
    {
        const QTemporaryDir folder;
        const Blobs blobs(folder.path().toStdString());
        const std::string bytes("a\0b\r\n\xff", 6);
        const TenantId tenant{"t1"};

        QVERIFY(blobs.put(tenant, "k1", bytes).has_value());
        QVERIFY(*blobs.get(tenant, "k1") == bytes);
        QVERIFY(blobs.put(tenant, "k1", "").has_value());
        QCOMPARE(*blobs.get(tenant, "k1"), std::string());
        QVERIFY(blobs.get(TenantId{"t2"}, "k1").error().code == ErrorCode::NotFound);
        QVERIFY(blobs.remove(tenant, "k1").has_value());
        QVERIFY(blobs.remove(tenant, "k1").has_value());
        QVERIFY(blobs.get(tenant, "k1").error().code == ErrorCode::NotFound);
    }

    void aRangeOfAFileIsCopied()
    {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        const Blobs blobs(root);
        const TenantId tenant{"t1"};
        const std::string content = "head" + std::string(3'000'000, 'x') + "tail";
        std::ofstream(root / "upload", std::ios::binary) << content;

        const auto copied = blobs.putFile(tenant, "k1", root / "upload", 4, 3'000'000);

        QVERIFY(copied);
        QCOMPARE(copied->bytes, std::uint64_t{3'000'000});
        QCOMPARE(copied->digest,
                 server::security::digestHex(server::security::sha256(std::string(3'000'000, 'x'))));
        QVERIFY(*blobs.get(tenant, "k1") == std::string(3'000'000, 'x'));
        QCOMPARE(std::filesystem::file_size(*blobs.path(tenant, "k1")), std::uintmax_t{3'000'000});
    }

    void aCopyThatFailsLeavesNothing_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<qulonglong>("length");
        QTest::newRow("too short") << std::string("upload") << qulonglong{6};
        QTest::newRow("not there") << std::string("nowhere") << qulonglong{1};
    }
    void aCopyThatFailsLeavesNothing()
    {
        QFETCH(std::string, name);
        QFETCH(qulonglong, length);
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        const Blobs blobs(root);
        std::ofstream(root / "upload", std::ios::binary) << "12345";

        const auto copied = blobs.putFile(TenantId{"t1"}, "k1", root / name, 0, length);

        QVERIFY(!copied && copied.error().code == ErrorCode::NotFound);
        QVERIFY(blobs.path(TenantId{"t1"}, "k1").error().code == ErrorCode::NotFound);
        QVERIFY(std::filesystem::is_empty(root / "blobs" / "t1"));
    }

    void nothingOutsideTheFolderIsNamed_data()
    {
        QTest::addColumn<std::string>("key");
        for (const char* key : {"", ".", "..", "../k1", "a/b", ".hidden", "a b", "a\\b", "ü"}) {
            QTest::newRow(key) << std::string(key);
        }
    }
    void nothingOutsideTheFolderIsNamed()
    {
        QFETCH(std::string, key);
        const QTemporaryDir folder;
        const Blobs blobs(folder.path().toStdString());

        QVERIFY(blobs.put(TenantId{"t1"}, key, "x").error().code == ErrorCode::InvalidArgument);
        QVERIFY(blobs.put(TenantId{key}, "k1", "x").error().code == ErrorCode::InvalidArgument);
        QVERIFY(blobs.get(TenantId{"t1"}, key).error().code == ErrorCode::InvalidArgument);
        QVERIFY(blobs.remove(TenantId{"t1"}, key).error().code == ErrorCode::InvalidArgument);
    }

    void aFolderThatCannotBeMadeIsAStorageFailure()
    {
        const Blobs blobs("/proc/nowhere");

        QVERIFY(blobs.put(TenantId{"t1"}, "k1", "x").error().code == ErrorCode::Storage);
    }
};

PARLEY_TEST("blobs", BlobsTest)
#include "blobs_test.moc"
