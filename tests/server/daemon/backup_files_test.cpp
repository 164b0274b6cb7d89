// SPDX-License-Identifier: MIT
#include "server/daemon/backup_files.h"
#include "server/daemon/restore_files.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

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
        // One that is being made has what was there when it began.
        std::filesystem::create_directories(place.folder / ("unfinished-" + backupName(kNow)));
        QCOMPARE(lastBackupExpires(place, kNow).value_or(0), kNow + 10 * kDayMs);
        place.keepDays = 0;
        QVERIFY(!lastBackupExpires(place, kNow).has_value());
    }

    void whatIsRestoredIsItsOwnersAlone()
    {
        QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        const auto write = [](const std::filesystem::path& file, const char* text) {
            std::filesystem::create_directories(file.parent_path());
            std::ofstream(file) << text;
        };
        write(root / "backup" / "platform.sqlite", "new");
        write(root / "backup" / "tenants" / "a.sqlite", "new");
        write(root / "full" / "platform.sqlite", "old");
        write(root / "full" / "platform.sqlite-wal", "old");
        const std::filesystem::path made = root / "made";
        const std::vector<std::filesystem::path> wanted{"platform.sqlite", "tenants/a.sqlite"};
        const auto modeOf = [](const std::filesystem::path& path) { return status(path).permissions(); };
        using std::filesystem::perms;

        QVERIFY(putFilesBack(root / "backup", made, wanted, {}).has_value());
        QVERIFY(putFilesBack(root / "backup", root / "full", wanted, {"platform.sqlite"}).has_value());

        QVERIFY(modeOf(made) == perms::owner_all && modeOf(made / "tenants") == perms::owner_all);
        QVERIFY(modeOf(made / "tenants" / "a.sqlite") == (perms::owner_read | perms::owner_write));
        QVERIFY(!exists(root / "full" / "platform.sqlite-wal"));
        QCOMPARE(file_size(root / "full" / "platform.sqlite"), std::uintmax_t{3});
        // One that fails leaves what was there, and nothing beside it.
        write(root / "full" / "platform.sqlite", "older");
        const std::vector<std::filesystem::path> broken{"platform.sqlite", "tenants/none.sqlite"};
        QVERIFY(!putFilesBack(root / "backup", root / "full", broken, {"platform.sqlite"}).has_value());
        QCOMPARE(file_size(root / "full" / "platform.sqlite"), std::uintmax_t{5});
        QVERIFY(!exists(root / "full" / "platform.sqlite.restoring"));
    }
};

PARLEY_TEST("backup_files", BackupFilesTest)
#include "backup_files_test.moc"
