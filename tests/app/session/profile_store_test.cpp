// SPDX-License-Identifier: MIT
#include "app/session/profile_store.h"
#include "tests/support/test_main.h"

#include <QSettings>
#include <QTemporaryDir>

using namespace parley::console;

class ProfileStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lastUsedComesFirstAndSurvivesARestart()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
        QString first;
        {
            ProfileStore store(settings);
            first =
                store
                    .save(
                        {{}, {}, QUrl(QStringLiteral("https://a.example")), QStringLiteral("x@a"), {}, false})
                    .id;
            store.save({{}, {}, QUrl(QStringLiteral("https://b.example")), QStringLiteral("x@b"), {}, false});
            store.save(*store.find(first));
        }
        const ProfileStore store(settings);
        QCOMPARE(store.all().size(), 2);
        QCOMPARE(store.all().first().id, first);
        QCOMPARE(store.all().first().name, QStringLiteral("a.example"));
    }

    void theSameServerAndPersonAreOneProfile()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
        ProfileStore store(settings);
        const Profile once =
            store.save({{}, {}, QUrl(QStringLiteral("https://a.example")), QStringLiteral("x@a"), {}, false});
        const Profile again =
            store.save({{}, {}, QUrl(QStringLiteral("https://a.example")), QStringLiteral("x@a"), {}, false});
        QCOMPARE(again.id, once.id);
        QCOMPARE(store.all().size(), 1);
    }

    void addressesAreReadAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("server");
        QTest::newRow("host") << "desk.example.com"
                              << "https://desk.example.com";
        QTest::newRow("port") << "desk.example.com:8443"
                              << "https://desk.example.com:8443";
        QTest::newRow("this computer") << "localhost:8080"
                                       << "http://localhost:8080";
        QTest::newRow("loopback") << " 127.0.0.1:8080 "
                                  << "http://127.0.0.1:8080";
        QTest::newRow("path") << "https://desk.example.com/demo?x=1#y"
                              << "https://desk.example.com";
        QTest::newRow("password in it") << "https://a:b@desk.example.com"
                                        << "https://desk.example.com";
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("two words") << "my desk"
                                   << "";
        QTest::newRow("other scheme") << "file:///etc/passwd"
                                      << "";
    }

    void addressesAreReadAsPeopleTypeThem()
    {
        QFETCH(QString, typed);
        QFETCH(QString, server);
        QCOMPARE(serverFromText(typed).toString(), server);
    }
};

PARLEY_TEST("profile_store", ProfileStoreTest)
#include "profile_store_test.moc"
