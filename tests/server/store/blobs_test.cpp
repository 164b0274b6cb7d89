// SPDX-License-Identifier: MIT
#include "server/store/blobs.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

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
