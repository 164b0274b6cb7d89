// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"
#include "app/net/live_link.h"
#include "app/session/credential_store.h"
#include "app/session/offline_cache.h"
#include "app/session/session.h"
#include "app/workspace/navigator.h"
#include "app/workspace/workspace.h"
#include "tests/support/fake_api.h"

#include <QJsonArray>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace parley::test {

/// Remembers where pages wanted to go, and what they said.
class RecordingNavigator : public console::Navigator {
public:
    void openConversation(const QString& conversation) override { conversations.append(conversation); }
    void openCustomer(const QString& customer) override { customers.append(customer); }
    void openRun(const QString& run) override { runs.append(run); }
    void openPage(const QString& page, const QString&) override { pages.append(page); }
    void say(const QString& text, console::Tone, const QString& action, std::function<void()> then) override
    {
        said.append(text);
        lastAction = action;
        lastThen = std::move(then);
    }

    QStringList conversations;
    QStringList customers;
    QStringList runs;
    QStringList pages;
    QStringList said;
    QString lastAction;
    std::function<void()> lastThen;
};

/// Sam Support (u-1), signed in to a server that answers what a test tells it to.
struct DeskBench {
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

    DeskBench()
    {
        offline.open(folder.filePath(QStringLiteral("offline.db")), console::OfflineCache::newKey());
        server.on("GET", QStringLiteral("/canned-responses"), FakeApi::list({}));
        server.on("GET", QStringLiteral("/teams"), FakeApi::list({}));
        console::Profile profile;
        profile.server = server.url();
        profile.email = QStringLiteral("sam@example.com");
        bool isDone = false;
        session.signIn(profile,
                       QStringLiteral("right"),
                       false,
                       [&isDone](const std::optional<console::ApiError>&) { isDone = true; });
        [&] { QTRY_VERIFY(isDone && live.state() == console::LiveLink::State::Online); }();
    }
};

inline QJsonObject messageJson(qint64 seq,
                               const QString& sender,
                               const QString& text,
                               const QString& created = QStringLiteral("2026-11-21T20:55:20.192Z"))
{
    return {{QStringLiteral("id"), QStringLiteral("m-%1").arg(seq)},
            {QStringLiteral("session_id"), QStringLiteral("c-1")},
            {QStringLiteral("seq"), seq},
            {QStringLiteral("sender"), sender},
            {QStringLiteral("author"), QJsonValue::Null},
            {QStringLiteral("text"), text},
            {QStringLiteral("kind"), QStringLiteral("text")},
            {QStringLiteral("created_ts"), created}};
}

/// A conversation c-1 that Sam has, with one message of the customer.
inline QJsonObject conversationJson(const QList<QJsonObject>& messages = {
                                        messageJson(1, QStringLiteral("user"), QStringLiteral("Hello?"))})
{
    QJsonArray array;
    for (const QJsonObject& each : messages) {
        array.append(each);
    }
    const QJsonObject customer{{QStringLiteral("id"), QStringLiteral("k-1")},
                               {QStringLiteral("name"), QStringLiteral("Ana Ruiz")},
                               {QStringLiteral("email"), QStringLiteral("ana@example.com")},
                               {QStringLiteral("verified"), true}};
    const QJsonObject ticket{{QStringLiteral("id"), QStringLiteral("t-9")},
                             {QStringLiteral("reference"), QStringLiteral("TF-20261121-7KQ4")},
                             {QStringLiteral("status"), QStringLiteral("assigned")},
                             {QStringLiteral("subject"), QStringLiteral("Where is it?")},
                             {QStringLiteral("run_id"), QStringLiteral("r-1")},
                             {QStringLiteral("created_ts"), QStringLiteral("2026-11-21T20:55:20.200Z")}};
    const QJsonObject card{{QStringLiteral("ticket_id"), QStringLiteral("t-9")},
                           {QStringLiteral("reference"), QStringLiteral("TF-20261121-7KQ4")},
                           {QStringLiteral("reason"), QStringLiteral("low_confidence")},
                           {QStringLiteral("confidence"), 0.12},
                           {QStringLiteral("draft_answer"), QStringLiteral("It is on its way.")},
                           {QStringLiteral("question"), QStringLiteral("Where is my parcel?")}};
    return {{QStringLiteral("id"), QStringLiteral("c-1")},
            {QStringLiteral("status"), QStringLiteral("with_agent")},
            {QStringLiteral("channel"), QStringLiteral("web")},
            {QStringLiteral("customer"), customer},
            {QStringLiteral("assignee"),
             QJsonObject{{QStringLiteral("id"), QStringLiteral("u-1")},
                         {QStringLiteral("name"), QStringLiteral("Sam Support")}}},
            {QStringLiteral("tags"), QJsonArray{}},
            {QStringLiteral("messages"), array},
            {QStringLiteral("tickets"), QJsonArray{ticket}},
            {QStringLiteral("case"), card}};
}

} // namespace parley::test
