// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/net/live_link.h"
#include "app/session/credential_store.h"
#include "app/session/offline_cache.h"
#include "app/session/profile_store.h"
#include "app/session/session.h"
#include "app/workspace/navigator.h"
#include "app/workspace/workspace.h"
#include "tests/support/fake_api.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace parley::test {

/// Remembers where pages led to and what they said.
class RecordingNavigator : public console::Navigator {
public:
    void openConversation(const QString& conversation) override { opened.append(conversation); }
    void openCustomer(const QString& customer) override { opened.append(customer); }
    void openRun(const QString& run) override { opened.append(run); }
    void openPage(const QString& page, const QString& argument) override
    {
        opened.append(page + QLatin1Char('/') + argument);
    }
    void say(const QString& text, console::Tone, const QString&, std::function<void()>) override
    {
        said.append(text);
    }

    QStringList opened;
    QStringList said;
};

/// What a page needs, signed in to a FakeApi, with a folder of its own.
struct PageBench {
    /// @param permissions of whoever is signed in @param role as the server names roles
    explicit PageBench(const QStringList& permissions, const QString& role = QStringLiteral("tenant_user"))
    {
        const QJsonObject user{{QStringLiteral("id"), QStringLiteral("u-1")},
                               {QStringLiteral("email"), QStringLiteral("ana@example.com")},
                               {QStringLiteral("display_name"), QStringLiteral("Ana")},
                               {QStringLiteral("role"), role},
                               {QStringLiteral("tenant_id"), QStringLiteral("t-1")}};
        QJsonObject me = user;
        me.insert(QStringLiteral("user"), user);
        me.insert(QStringLiteral("permissions"), QJsonArray::fromStringList(permissions));
        me.insert(QStringLiteral("protocol"), console::Session::ownProtocol());
        me.insert(QStringLiteral("tenant"),
                  QJsonObject{{QStringLiteral("id"), QStringLiteral("t-1")},
                              {QStringLiteral("slug"), QStringLiteral("acme")}});
        server.on("GET", QStringLiteral("/me"), me);
        console::Profile profile;
        profile.server = server.url();
        profile.email = QStringLiteral("ana@example.com");
        session.signIn(profile, QStringLiteral("right"), false, [](const std::optional<console::ApiError>&) {
        });
        [this] { QTRY_VERIFY(session.isSignedIn()); }();
    }

    QTemporaryDir folder;
    FakeApi server;
    QSettings settings{folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat};
    console::ApiClient api;
    console::LiveLink live;
    console::CredentialStore credentials;
    console::ProfileStore profiles{settings};
    console::Session session{api, live, credentials, profiles};
    console::OfflineCache offline;
    RecordingNavigator navigator;
    console::Workspace workspace{api, live, session, offline, navigator, settings};
};

} // namespace parley::test
