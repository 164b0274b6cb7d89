// SPDX-License-Identifier: MIT
#include "server/daemon/secret_file.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

using namespace parley;
using namespace parley::server;

namespace {

constexpr auto kOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                         QFileDevice::WriteOther | QFileDevice::ExeOwner;

} // namespace

class SecretFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSecretIsMadeOnceForItsOwnerAlone()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("key")).toStdString();
        int made = 0;
        const auto generate = [&] { return security::Secret("secret-" + std::to_string(++made)); };

        const auto first = daemon::readOrCreateSecret(file, generate);
        const auto second = daemon::readOrCreateSecret(file, generate);

        QCOMPARE(first->reveal(), std::string("secret-1"));
        QCOMPARE(second->reveal(), std::string("secret-1"));
        QCOMPARE(made, 1);
        QVERIFY((QFile::permissions(folder.filePath(QStringLiteral("key"))) & kOthers) == 0);
    }

    void aFileThatWasOpenToOthersIsClosedWhenItIsWritten()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("note"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));

        QVERIFY(daemon::writePrivateFile(name.toStdString(), "text").has_value());

        QVERIFY((QFile::permissions(name) & kOthers) == 0);
    }

    void aFolderThatIsNotThereIsAStorageFailure()
    {
        const auto generate = [] { return security::Secret("x"); };

        QVERIFY(daemon::readOrCreateSecret("/proc/nowhere/key", generate).error().code == ErrorCode::Storage);
    }
};

PARLEY_TEST("secret_file", SecretFileTest)
#include "secret_file_test.moc"
