// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"
#include "app/net/live_link.h"
#include "app/session/credential_store.h"
#include "app/session/local_server.h"
#include "app/session/offline_cache.h"
#include "app/session/profile_store.h"
#include "app/session/session.h"
#include "app/shell/main_window.h"
#include "app/shell/page_list.h"
#include "app/shell/preferences.h"
#include "app/shell/sign_in_page.h"
#include "tests/support/fake_api.h"

#include <QEventLoop>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace parley::test {

/// The console's window with all its pages, signed in as an admin who may do everything and acts in a tenant.
struct ConsoleWorld {
    QTemporaryDir folder;
    FakeApi server;
    QSettings settings{folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat};
    console::Preferences preferences{settings};
    console::ApiClient api;
    console::LiveLink live;
    console::CredentialStore credentials;
    console::ProfileStore profiles{settings};
    console::Session session{api, live, credentials, profiles};
    console::OfflineCache offline;
    console::LocalServer local{folder.filePath(QStringLiteral("server"))};
    console::MainWindow window{console::MainWindow::Parts{api, live, session, offline, settings},
                               preferences,
                               new console::SignInPage(session, profiles, credentials, local),
                               console::allPages()};

    /// @param name of the person and the tenant
    explicit ConsoleWorld(const QString& name = QStringLiteral("Ana"))
    {
        QJsonArray permissions{QStringLiteral("desk:write"), QStringLiteral("users:manage")};
        for (const console::PageEntry& entry : console::allPages()) {
            if (!permissions.contains(entry.permission)) {
                permissions.append(entry.permission);
            }
        }
        server.on("GET",
                  QStringLiteral("/me"),
                  {{QStringLiteral("id"), QStringLiteral("id-0")},
                   {QStringLiteral("email"), QStringLiteral("ana@example.com")},
                   {QStringLiteral("display_name"), name},
                   {QStringLiteral("role"), QStringLiteral("admin")},
                   {QStringLiteral("permissions"), permissions},
                   {QStringLiteral("protocol"), console::Session::ownProtocol()},
                   {QStringLiteral("features"), QJsonArray{QStringLiteral("desk")}}});
        server.on("GET", QStringLiteral("/console-test/idle"), QJsonObject{});
    }
    ~ConsoleWorld() { api.abandonAll(); }

    /// Call it when the server knows its answers.
    void begin(const QString& tenant = QStringLiteral("Acme"))
    {
        offline.open(folder.filePath(QStringLiteral("offline.db")), console::OfflineCache::newKey());
        window.show();
        console::Profile profile;
        profile.name = tenant;
        profile.server = server.url();
        profile.email = QStringLiteral("ana@example.com");
        bool isDone = false;
        session.signIn(profile, QStringLiteral("right"), false, [&](const std::optional<console::ApiError>&) {
            isDone = true;
        });
        [&] { QTRY_VERIFY(isDone); }();
        session.actIn(QStringLiteral("id-0"), tenant);
        settle();
    }

    /// Until every request that was begun has been answered, and what the answers asked for too.
    void settle()
    {
        qsizetype before = -1;
        for (int round = 0; round < kMostRounds && before != server.requests().size(); ++round) {
            before = server.requests().size() + 1; // the idle request itself
            QEventLoop loop; // QTRY_VERIFY would sleep, some thousand times
            QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
            api.get(QStringLiteral("/console-test/idle"), &loop, [&loop](const console::ApiReply&) {
                loop.quit();
            });
            loop.exec();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QCoreApplication::processEvents();
        }
    }

    static constexpr int kMostRounds = 6;
    static constexpr int kPatienceMs = 5'000;
};

} // namespace parley::test
