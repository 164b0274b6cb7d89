// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"
#include "app/net/live_link.h"
#include "app/session/credential_store.h"
#include "app/session/local_server.h"
#include "app/session/offline_cache.h"
#include "app/session/profile_store.h"
#include "app/session/session.h"
#include "app/shell/mention_watch.h"
#include "app/shell/notifier.h"
#include "app/shell/offline_keeper.h"
#include "app/shell/preferences.h"

#include <QObject>
#include <QSettings>
#include <QString>

#include <memory>

namespace parley::console {

class MainWindow;
class SignInPage;
class Tray;

/// The composition root: makes everything in the order it depends on, and wires it. Holds no rule of its own.
class Console : public QObject {
    Q_OBJECT

public:
    /// @param folder for settings, the offline cache and the private server's data; made when it is not there
    explicit Console(const QString& folder, QObject* parent = nullptr);
    ~Console() override;

    /// Shows the window and signs in again where that was wished. @param isHidden starts in the tray, where
    /// there is one
    void start(bool isHidden);
    /// Fills in the sign-in instead: for the command line.
    void startAt(const QString& server, const QString& email);
    MainWindow& window() { return *m_window; }
    Session& session() { return m_session; }
    Preferences& preferences() { return m_preferences; }
    MentionWatch& mentions() { return m_mentions; }

private:
    void wire();
    void wireMentions();

    QString m_folder;
    QSettings m_settings;
    Preferences m_preferences;
    ApiClient m_api;
    LiveLink m_live;
    CredentialStore m_credentials;
    ProfileStore m_profiles;
    Session m_session;
    OfflineCache m_offline;
    OfflineKeeper m_offlineKeeper;
    LocalServer m_local;
    Notifier m_notifier;
    MentionWatch m_mentions;
    SignInPage* m_signIn; // owned by the window
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tray> m_tray;
};

} // namespace parley::console
