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

namespace parley::test {

/// Remembers where a page led to, and what it said.
class RecordingNavigator final : public console::Navigator {
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

/// What a page is given, with a server that answers what a test tells it to.
struct PageWorld {
    FakeApi server;
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat};
    console::ApiClient api;
    console::LiveLink live;
    console::CredentialStore credentials;
    console::ProfileStore profiles{settings};
    console::Session session{api, live, credentials, profiles};
    console::OfflineCache offline;
    RecordingNavigator navigator;
    console::Workspace workspace{api, live, session, offline, navigator, settings};

    PageWorld()
    {
        api.setServer(server.url());
        api.setAccessToken(QStringLiteral("token"));
    }
};

} // namespace parley::test
