// SPDX-License-Identifier: MIT
#include "app/session/offline_cache.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

using parley::console::OfflineCache;

class OfflineCacheTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    static QByteArray contents(const QString& path)
    {
        QByteArray all;
        for (const char* suffix : {"", "-wal"}) {
            QFile file(path + QLatin1String(suffix));
            if (file.open(QIODevice::ReadOnly)) {
                all += file.readAll();
            }
        }
        return all;
    }

private Q_SLOTS:
    void whatWasReadIsThereAgainAfterARestart()
    {
        const QByteArray key = OfflineCache::newKey();
        const QDateTime when = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
        {
            OfflineCache cache;
            QVERIFY(cache.open(path("a.sqlite"), key));
            cache.put(QStringLiteral("conversation/1"), "first", when.addDays(-1));
            cache.put(QStringLiteral("conversation/1"), "second", when);
        }
        OfflineCache cache;
        QVERIFY(cache.open(path("a.sqlite"), key));

        const auto kept = cache.find(QStringLiteral("conversation/1"));

        QVERIFY(kept);
        QCOMPARE(kept->bytes, QByteArray("second"));
        QCOMPARE(kept->readAt, when);
        QVERIFY(!cache.find(QStringLiteral("conversation/2")));
    }

    void theFileHoldsNeitherNamesNorTexts()
    {
        OfflineCache cache;
        QVERIFY(cache.open(path("b.sqlite"), OfflineCache::newKey()));
        cache.put(QStringLiteral("conversation/needle-name"),
                  "needle-text needle-text needle-text",
                  QDateTime::currentDateTimeUtc());

        const QByteArray file = contents(path("b.sqlite"));

        QVERIFY(file.size() > 100);
        QVERIFY(!file.contains("needle"));
    }

    void anotherKeyOpensNothing()
    {
        {
            OfflineCache cache;
            QVERIFY(cache.open(path("c.sqlite"), OfflineCache::newKey()));
            cache.put(QStringLiteral("a"), "secret", QDateTime::currentDateTimeUtc());
        }
        OfflineCache cache;
        QVERIFY(cache.open(path("c.sqlite"), OfflineCache::newKey()));
        QVERIFY(!cache.find(QStringLiteral("a")));
    }

    void withoutAKeyNothingReachesTheDisk()
    {
        OfflineCache cache;
        QVERIFY(!cache.open(path("d.sqlite"), {}));
        cache.put(QStringLiteral("a"), "text", QDateTime::currentDateTimeUtc());

        QVERIFY(cache.find(QStringLiteral("a")));
        QVERIFY(!QFile::exists(path("d.sqlite")));
    }

    void clearingTakesEverythingAway()
    {
        OfflineCache cache;
        QVERIFY(cache.open(path("e.sqlite"), OfflineCache::newKey()));
        cache.put(QStringLiteral("a"), "text", QDateTime::currentDateTimeUtc());
        cache.clear();
        QVERIFY(!cache.find(QStringLiteral("a")));
    }
};

PARLEY_TEST("offline_cache", OfflineCacheTest)
#include "offline_cache_test.moc"
