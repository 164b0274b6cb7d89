// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"
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

/// Remembers where a page led to and what it said.
class NotingNavigator final : public console::Navigator {
public:
    void openConversation(const QString& conversation) override
    {
        opened.append(QStringLiteral("conversation ") + conversation);
    }
    void openCustomer(const QString& customer) override
    {
        opened.append(QStringLiteral("customer ") + customer);
    }
    void openRun(const QString& run) override { opened.append(QStringLiteral("run ") + run); }
    void openPage(const QString& page, const QString& argument) override
    {
        opened.append(page + QLatin1Char(' ') + argument);
    }
    void say(const QString& text, console::Tone, const QString&, std::function<void()>) override
    {
        said.append(text);
    }

    QStringList opened;
    QStringList said;
};

/// A page's surroundings, signed in as the supporter of FakeApi (u-1, who may write on the desk).
struct SignedInWorld {
    FakeApi server;
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat};
    console::ApiClient api;
    console::LiveLink live;
    console::CredentialStore credentials;
    console::ProfileStore profiles{settings};
    console::Session session{api, live, credentials, profiles};
    console::OfflineCache offline;
    NotingNavigator navigator;
    console::Workspace workspace{api, live, session, offline, navigator, settings};

    SignedInWorld()
    {
        server.on("GET", QStringLiteral("/teams"), FakeApi::list({}));
        console::Profile profile;
        profile.server = server.url();
        profile.email = QStringLiteral("sam@example.com");
        bool isDone = false;
        session.signIn(profile,
                       QStringLiteral("right"),
                       false,
                       [&isDone](const std::optional<console::ApiError>&) { isDone = true; });
        [&isDone] { QTRY_VERIFY(isDone); }();
        server.forget();
    }
};

} // namespace parley::test
