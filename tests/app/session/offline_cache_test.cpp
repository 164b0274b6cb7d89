// SPDX-License-Identifier: MIT
#include "app/session/offline_cache.h"
#include "tests/support/test_main.h"

#include <sys/resource.h>

#include <QFile>
#include <QTemporaryDir>

#include <csignal>

using parley::console::OfflineCache;

namespace {

/// As on a disk that is full: no file of this process may become longer than it is allowed to.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit full{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &full);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};

} // namespace

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

    void onAFullDiskNothingIsLostWhileItRunsAndItIsSaid()
    {
        const QByteArray key = OfflineCache::newKey();
        const QByteArray draft = OfflineCache::newKey().repeated(8).toHex();
        const QDateTime when = QDateTime::currentDateTimeUtc();
        QList<bool> told;
        std::optional<OfflineCache::Kept> kept;
        bool wasOnDisk = true;
        {
            OfflineCache cache;
            QVERIFY(cache.open(path("full.sqlite"), key));
            QVERIFY(cache.isOnDisk());
            cache.setFaultHandler([&told](bool isFailing) { told.append(isFailing); });
            {
                const FullDisk full(1);
                cache.put(QStringLiteral("draft/1"), draft, when, true);
                kept = cache.find(QStringLiteral("draft/1"));
                wasOnDisk = cache.isOnDisk();
            }
            QVERIFY(kept);
            QCOMPARE(kept->bytes, draft);
            QVERIFY(!wasOnDisk);
            QCOMPARE(told, (QList<bool>{true}));

            cache.put(QStringLiteral("draft/2"), "there is room again", when, true);
            QCOMPARE(told, (QList<bool>{true, false}));
            QVERIFY(cache.isOnDisk());
        }
        OfflineCache after;
        QVERIFY(after.open(path("full.sqlite"), key));
        QVERIFY(after.find(QStringLiteral("draft/1")));
        QCOMPARE(after.find(QStringLiteral("draft/1"))->bytes, draft);
    }

    void aFolderThatCannotBeWrittenIsNoReasonToForget()
    {
        OfflineCache cache;
        QVERIFY(!cache.open(m_folder.filePath(QStringLiteral("missing/g.sqlite")), OfflineCache::newKey()));
        cache.put(QStringLiteral("a"), "text", QDateTime::currentDateTimeUtc());

        QVERIFY(cache.find(QStringLiteral("a")));
        QVERIFY(!cache.isOnDisk());
    }

    void clearingTakesEverythingAway()
    {
        OfflineCache cache;
        QVERIFY(cache.open(path("e.sqlite"), OfflineCache::newKey()));
        cache.put(QStringLiteral("a"), "text", QDateTime::currentDateTimeUtc());
        cache.clear();
        QVERIFY(!cache.find(QStringLiteral("a")));
    }

    void whoeverReadsWaitsUntilWhatWasKeptIsOpen()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.db"));
        const QByteArray key = OfflineCache::newKey();
        {
            OfflineCache before;
            before.open(path, key);
            before.put(QStringLiteral("draft"), "text", QDateTime::currentDateTimeUtc(), true);
        }
        OfflineCache cache;
        QObject context;
        QString order;
        cache.whenSettled(&context, [&order] { order += QStringLiteral("at once, "); });
        cache.open({}, {});
        cache.expect();
        auto gone = std::make_unique<QObject>();
        cache.whenSettled(gone.get(), [&order] { order += QStringLiteral("gone, "); });
        cache.whenSettled(&context, [&] {
            order +=
                QString::fromLatin1(cache.find(QStringLiteral("draft")).value_or(OfflineCache::Kept()).bytes);
        });
        gone.reset();
        QCOMPARE(order, QStringLiteral("at once, "));

        cache.open(path, key);

        QCOMPARE(order, QStringLiteral("at once, text"));
        cache.settle();
        QCOMPARE(order, QStringLiteral("at once, text"));
    }

    void withoutAKeyWhatWasKeptIsNotWaitedFor()
    {
        OfflineCache cache;
        QObject context;
        bool isCalled = false;
        cache.open({}, {});
        cache.expect();
        cache.whenSettled(&context, [&isCalled] { isCalled = true; });
        QVERIFY(!isCalled);
        cache.settle();
        QVERIFY(isCalled);
    }
};

PARLEY_TEST("offline_cache", OfflineCacheTest)
#include "offline_cache_test.moc"
