// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_error.h"
#include "app/session/profile_store.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <optional>

namespace parley::console {

class ApiClient;
class CredentialStore;
class LiveLink;
struct ApiReply;

/// Who sits at the console.
struct SignedInUser {
    QString id;
    QString email;
    QString displayName;
    /// "admin", "tenant_user" or "supporter"
    QString role;
    QString tenantId;
    /// By the names of the server's permission table: "desk:write", "tenant:configure", …
    QStringList permissions;

    bool isAdmin() const { return role == QLatin1String("admin"); }
};

/// Who is signed in where, and keeps it so: tokens are renewed before they run out and when the server
/// refuses one.
///
/// Owns the sign-in alone; requests go through ApiClient, which it gives its tokens to. The refresh token is
/// kept in the CredentialStore if the person wishes so, else in memory.
/// @thread GUI
class Session : public QObject {
    Q_OBJECT

public:
    /// Empty: signed in.
    using Done = std::function<void(const std::optional<ApiError>&)>;

    /// @param api, live, credentials, profiles outlive this
    Session(ApiClient& api,
            LiveLink& live,
            CredentialStore& credentials,
            ProfileStore& profiles,
            QObject* parent = nullptr);

    void signIn(Profile profile, const QString& password, bool isRemembered, Done done);
    /// With the refresh token that was kept; without one: an error of code "no_token".
    void resume(const Profile& profile, Done done);
    /// Ends the token's family at the server, forgets it here. `signedOut` follows with an empty reason.
    void signOut();

    bool isSignedIn() const { return !m_user.id.isEmpty(); }
    const SignedInUser& user() const { return m_user; }
    const Profile& profile() const { return m_profile; }
    bool may(const QString& permission) const { return m_user.permissions.contains(permission); }

    /// Asked before another tenant is acted in; calls `then` at once, later or never. Where nothing can be
    /// lost, none is needed.
    using Guard = std::function<void(std::function<void()> then)>;
    void setTenantGuard(Guard guard) { m_tenantGuard = std::move(guard); }
    /// An admin acts in this tenant from now on; empty: in none. `tenantChanged` follows, unless the guard
    /// keeps it.
    void actIn(const QString& tenantId, const QString& tenantName);
    /// Name of the tenant acted in; empty for everybody but an admin.
    QString tenantName() const { return m_tenantName; }
    /// Whether requests about one tenant make sense: not for an admin who has chosen none.
    bool hasTenant() const;

    /// "online", "busy" or "away"; told to the server.
    void setPresence(const QString& state);
    QString presence() const { return m_presence; }

    /// Whether this console and a server of that protocol ("1.3") understand each other; the MAJOR decides.
    static bool isCompatible(const QString& protocol);
    /// Of this console, as the server names its own.
    static QString ownProtocol();

Q_SIGNALS:
    void signedIn();
    /// @param reason in words, when it was not the person's wish; empty else
    void signedOut(const QString& reason);
    void tenantChanged();
    /// The last moment for requests as this person in this tenant: signing out, or another tenant, follows.
    void leaving();
    /// The tenant acted in is the same; its name is known now.
    void tenantNamed();
    void presenceChanged(const QString& state);

private:
    void askToken(const QJsonObject& request, bool isRemembered, Done done);
    void takeToken(const QJsonObject& token);
    void loadUser(Done done);
    void renew();
    void renewed(const ApiReply& reply);
    void keepToken();
    void forget();
    void enter(const QString& tenantId, const QString& tenantName);
    QString tokenName() const;

    ApiClient& m_api;
    LiveLink& m_live;
    CredentialStore& m_credentials;
    ProfileStore& m_profiles;
    Profile m_profile;
    SignedInUser m_user;
    QString m_refreshToken;
    QString m_tenantName;
    QString m_presence = QStringLiteral("online");
    QTimer m_renewal;
    Guard m_tenantGuard;
    bool m_isRemembered = false;
    /// Of the renewal under way; 0: none.
    quint64 m_renewalRequest = 0;
};

} // namespace parley::console
