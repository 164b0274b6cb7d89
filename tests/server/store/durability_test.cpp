// SPDX-License-Identifier: MIT
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

#include <QProcess>

#include <set>

using namespace parley;
using namespace parley::server::store;

class DurabilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedSurvivesAKill_data() { test::addDatabaseRows(); }
    void whatWasAcknowledgedSurvivesAKill()
    {
        PARLEY_DATABASE(database);
        const QString folder = QString::fromStdString(database.options().folder.string());
        const QString url =
            QString::fromStdString(database.options().url.empty() ? "-" : database.options().url);
        database->close();
        QByteArray acknowledged;

        QProcess writer;
        writer.start(QStringLiteral(PARLEY_BINARY_DIR "/bin/store_crash_writer"),
                     {folder, url, QString::fromStdString(database.first.value)});
        while (acknowledged.count('\n') < 2000 && writer.waitForReadyRead(30000)) {
            acknowledged += writer.readAllStandardOutput();
        }
        writer.kill();
        QVERIFY(writer.waitForFinished());
        acknowledged += writer.readAllStandardOutput();
        database.reopen();

        QVERIFY(writer.exitStatus() == QProcess::CrashExit);
        QVERIFY(acknowledged.count('\n') >= 2000);
        auto job = [](ReadTransaction& tx) { return tx.query("SELECT id FROM tenant_state"); };
        const auto rows = database->readNow(Scope::of(database.first), job);
        QVERIFY(rows);
        std::set<std::string> present;
        for (const Row& row : *rows) {
            present.insert(row.text(0));
        }
        // The last line may have been cut by the kill.
        acknowledged.truncate(acknowledged.lastIndexOf('\n'));
        for (const QByteArray& id : acknowledged.split('\n')) {
            QVERIFY2(present.contains(id.toStdString()), id.constData());
        }
    }
};

PARLEY_TEST("durability", DurabilityTest)
#include "durability_test.moc"
