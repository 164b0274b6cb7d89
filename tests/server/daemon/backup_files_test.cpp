// SPDX-License-Identifier: MIT
#include "server/daemon/backup_files.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

using namespace parley::server::daemon;

namespace {

constexpr std::int64_t kDayMs = 24LL * 3'600'000;
constexpr std::int64_t kNow = 1'795'281'012'123; // 2026-11-21T17:10:12.123Z

} // namespace

class BackupFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBackupIsNamedAfterItsMoment()
    {
        QTemporaryDir folder;
        const BackupPlace place{folder.path().toStdString(), 30};
        for (const std::int64_t made : {kNow, std::int64_t{951'782'399'999}}) {
            std::filesystem::create_directories(place.folder / backupName(made));
        }
        std::filesystem::create_directories(place.folder / "backup-of-mine");
        std::filesystem::create_directories(place.folder / "backup-20261341T174012123Z");

        const auto found = listBackups(place);

        QCOMPARE(backupName(951'782'399'999), std::string("backup-20000228T235959999Z"));
        QCOMPARE(found.size(), std::size_t{2});
        QCOMPARE(found.at(0).createdMs, std::int64_t{951'782'399'999});
        QCOMPARE(found.at(1).createdMs, kNow);
    }

    void onesWhoseTimeIsOverGo()
    {
        QTemporaryDir folder;
        BackupPlace place{folder.path().toStdString(), 0};
        for (const std::int64_t age : {40, 31, 30, 29, 0}) {
            const auto path = place.folder / backupName(kNow - age * kDayMs);
            std::filesystem::create_directories(path / "tenants");
        }

        QCOMPARE(pruneBackups(place, kNow), std::size_t{0});
        place.keepDays = 30;
        QCOMPARE(pruneBackups(place, kNow), std::size_t{3});
        QCOMPARE(listBackups(place).size(), std::size_t{2});
    }

    void aReceiptKnowsWhenTheLastBackupDies()
    {
        QTemporaryDir folder;
        BackupPlace place{folder.path().toStdString(), 10};
        QVERIFY(!lastBackupExpires(place, kNow).has_value());
        for (const std::int64_t made : {kNow - 2 * kDayMs, kNow - kDayMs, kNow + 1}) {
            std::filesystem::create_directories(place.folder / backupName(made));
        }

        QCOMPARE(lastBackupExpires(place, kNow).value_or(0), kNow + 9 * kDayMs);
        place.keepDays = 0;
        QVERIFY(!lastBackupExpires(place, kNow).has_value());
    }
};

PARLEY_TEST("backup_files", BackupFilesTest)
#include "backup_files_test.moc"
