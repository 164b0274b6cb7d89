// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_error.h"
#include "app/session/profile_store.h"

#include <QWidget>

#include <memory>
#include <optional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace parley::console {

class Banner;
class CredentialStore;
class LocalServer;
class PlainLabel;
class Session;

/// Where one signs in: a server used before or another, and, where a `parleyd` is installed, one on this
/// computer.
class SignInPage : public QWidget {
    Q_OBJECT

public:
    /// @param session, profiles, credentials, local outlive this
    SignInPage(Session& session,
               ProfileStore& profiles,
               CredentialStore& credentials,
               LocalServer& local,
               QWidget* parent = nullptr);
    ~SignInPage() override;

    /// Comes to the front. @param reason why one is here again, in words; empty: one has just started
    void begin(const QString& reason);
    /// Signs in with the token that was kept for the last profile, if there is one.
    void resumeLast();
    /// As typed by hand; for the command line.
    void prefill(const QString& server, const QString& email);

private:
    void build();
    void focusFirst();
    void showProfiles();
    void chooseProfile(int at);
    void signIn();
    void signInLocally();
    void resume(const Profile& profile);
    void finish(const std::optional<ApiError>& error);
    void setBusy(const QString& what);
    bool checkInput();

    Session& m_session;
    ProfileStore& m_profiles;
    CredentialStore& m_credentials;
    LocalServer& m_local;
    QComboBox* m_profile = nullptr;
    QLineEdit* m_server = nullptr;
    QLineEdit* m_email = nullptr;
    QLineEdit* m_password = nullptr;
    QCheckBox* m_remember = nullptr;
    PlainLabel* m_keychain = nullptr;
    PlainLabel* m_serverError = nullptr;
    PlainLabel* m_emailError = nullptr;
    QPushButton* m_signIn = nullptr;
    QPushButton* m_here = nullptr;
    QPushButton* m_forget = nullptr;
    Banner* m_banner = nullptr;
};

} // namespace parley::console
