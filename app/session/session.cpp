// SPDX-License-Identifier: MIT
#include "app/session/session.h"

#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/net/live_link.h"
#include "app/session/credential_store.h"
#include "shared/core/version.h"

#include <QJsonDocument>

#include <algorithm>

namespace parley::console {

namespace {

/// A token is renewed when this share of its life is over, by a clock that nobody sets.
constexpr double kRenewalShare = 0.8;
constexpr qint64 kSoonestRenewalMs = 5'000;
constexpr int kRenewalRetryMs = 5'000;
constexpr int kMsPerSecond = 1'000;

ApiRequest unsignedPost(const QString& path, const QJsonObject& body)
{
    ApiRequest request;
    request.method = "POST";
    request.path = path;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.contentType = "application/json";
    request.isSigned = false;
    return request;
}

SignedInUser userOf(const QJsonObject& me)
{
    SignedInUser user;
    user.id = json::text(me, QLatin1String("id"));
    user.email = json::text(me, QLatin1String("email"));
    user.displayName = json::text(me, QLatin1String("display_name"));
    user.role = json::text(me, QLatin1String("role"));
    user.tenantId = json::text(me, QLatin1String("tenant_id"));
    user.permissions = json::texts(me, QLatin1String("permissions"));
    if (user.displayName.isEmpty()) {
        user.displayName = user.email;
    }
    return user;
}

} // namespace

Session::Session(
    ApiClient& api, LiveLink& live, CredentialStore& credentials, ProfileStore& profiles, QObject* parent)
    : QObject(parent), m_api(api), m_live(live), m_credentials(credentials), m_profiles(profiles)
{
    m_renewal.setSingleShot(true);
    connect(&m_renewal, &QTimer::timeout, this, &Session::renew);
    connect(&m_api, &ApiClient::tokenRefused, this, &Session::renew);
    connect(&m_live, &LiveLink::tokenRefused, this, &Session::renew);
}

bool Session::isCompatible(const QString& protocol)
{
    return protocol.section(QLatin1Char('.'), 0, 0) == ownProtocol().section(QLatin1Char('.'), 0, 0);
}

QString Session::ownProtocol()
{
    return QString::fromUtf8(kProtocolVersion.data(), static_cast<qsizetype>(kProtocolVersion.size()));
}

QString Session::tokenName() const
{
    return QStringLiteral("refresh:") + m_profile.id;
}

void Session::signIn(Profile profile, const QString& password, bool isRemembered, Done done)
{
    forget();
    m_profile = std::move(profile);
    m_api.setServer(m_profile.server);
    askToken({{QStringLiteral("grant_type"), QStringLiteral("password")},
              {QStringLiteral("username"), m_profile.email},
              {QStringLiteral("password"), password}},
             isRemembered,
             std::move(done));
}

void Session::resume(const Profile& profile, Done done)
{
    forget();
    m_profile = profile;
    m_api.setServer(m_profile.server);
    m_credentials.read(tokenName(), this, [this, done = std::move(done)](const QByteArray& secret) {
        if (secret.isEmpty()) {
            ApiError error;
            error.code = QStringLiteral("no_token");
            error.message = tr("Please sign in.");
            done(error);
            return;
        }
        askToken({{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                  {QStringLiteral("refresh_token"), QString::fromUtf8(secret)}},
                 true,
                 done);
    });
}

void Session::askToken(const QJsonObject& request, bool isRemembered, Done done)
{
    m_api.send(unsignedPost(QStringLiteral("/oauth/token"), request),
               this,
               [this, isRemembered, done = std::move(done)](const ApiReply& reply) {
                   if (reply.error) {
                       done(reply.error);
                       return;
                   }
                   m_isRemembered = isRemembered;
                   takeToken(reply.object);
                   m_profile = m_profiles.save(m_profile);
                   keepToken();
                   loadUser(done);
               });
}

void Session::takeToken(const QJsonObject& token)
{
    m_refreshToken = json::text(token, QLatin1String("refresh_token"));
    const QString access = json::text(token, QLatin1String("access_token"));
    const double lifeMs = json::number(token, QLatin1String("expires_in")) * kMsPerSecond;
    m_renewal.start(
        static_cast<int>(std::max<qint64>(kSoonestRenewalMs, static_cast<qint64>(lifeMs * kRenewalShare))));
    m_live.setAccessToken(access);
    m_api.setAccessToken(access);
}

void Session::keepToken()
{
    if (m_isRemembered) {
        m_credentials.write(tokenName(), m_refreshToken.toUtf8(), this, {});
    } else {
        m_credentials.remove(tokenName());
    }
}

void Session::loadUser(Done done)
{
    m_api.setTenant({});
    m_api.get(QStringLiteral("/me"), this, [this, done = std::move(done)](const ApiReply& reply) {
        std::optional<ApiError> error = reply.error;
        const QString protocol = json::text(reply.object, QLatin1String("protocol"));
        if (!error && !isCompatible(protocol)) {
            error = ApiError();
            error->kind = ApiError::Kind::NotParley;
            error->code = QStringLiteral("other_version");
            error->message =
                tr("This server speaks protocol %1 and this console %2: they cannot work together. "
                   "Install the console that belongs to the server, or ask whoever runs it to update it.")
                    .arg(protocol, ownProtocol());
        }
        const SignedInUser user = userOf(reply.object);
        if (!error && user.role != QLatin1String("admin") && user.role != QLatin1String("tenant_user") &&
            user.role != QLatin1String("supporter")) {
            error = ApiError();
            error->message = tr("This account is not one of a supporter or administrator.");
        }
        if (error) {
            forget();
            done(error);
            return;
        }
        m_user = user;
        if (m_user.isAdmin()) {
            m_api.setTenant(m_profile.tenant);
        }
        if (hasTenant()) { // what happens, happens in a tenant
            m_live.open(m_profile.server, m_api.accessToken(), m_api.tenant());
        }
        done({});
        Q_EMIT signedIn();
    });
}

void Session::renew()
{
    if (m_renewalRequest != 0) {
        return;
    }
    if (m_refreshToken.isEmpty()) {
        m_api.failWaiting();
        return;
    }
    m_renewalRequest =
        m_api.send(unsignedPost(QStringLiteral("/oauth/token"),
                                {{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                                 {QStringLiteral("refresh_token"), m_refreshToken}}),
                   this,
                   [this](const ApiReply& reply) {
                       m_renewalRequest = 0;
                       renewed(reply);
                   });
}

void Session::renewed(const ApiReply& reply)
{
    const bool hasTokens = !json::text(reply.object, QLatin1String("access_token")).isEmpty() &&
                           !json::text(reply.object, QLatin1String("refresh_token")).isEmpty();
    if (!reply.error && hasTokens) {
        takeToken(reply.object);
        keepToken();
        return;
    }
    // Only the server's own word ends a sign-in. A proxy's page, a network that wants a password first or a
    // server that is away do not: requests go on waiting, and nothing that was typed is lost.
    const bool isRefused = reply.error && reply.error->kind == ApiError::Kind::Refused &&
                           (reply.status == 400 || reply.status == 401 || reply.status == 403);
    if (!isRefused) {
        m_renewal.start(kRenewalRetryMs);
        return;
    }
    const QString reason = tr("Your sign-in has ended: %1").arg(reply.error->message);
    m_credentials.remove(tokenName());
    m_api.failWaiting();
    forget();
    Q_EMIT signedOut(reason);
}

void Session::signOut()
{
    if (isSignedIn()) {
        Q_EMIT leaving();
        // Nobody waits for it: if it cannot be reached, the token lapses by itself.
        m_api.post(QStringLiteral("/oauth/revoke"), {}, nullptr, {});
    }
    m_credentials.remove(tokenName());
    forget();
    Q_EMIT signedOut({});
}

void Session::forget()
{
    m_renewal.stop();
    // An answer to what the last person asked must not reach the next one.
    m_api.cancel(std::exchange(m_renewalRequest, 0));
    m_live.close();
    m_api.setAccessToken({});
    m_api.setTenant({});
    m_user = {};
    m_refreshToken.clear();
    m_tenantName.clear();
}

void Session::actIn(const QString& tenantId, const QString& tenantName)
{
    if (!m_user.isAdmin()) {
        return;
    }
    if (m_api.tenant() == tenantId || !m_tenantGuard) {
        enter(tenantId, tenantName);
        return;
    }
    m_tenantGuard([this, tenantId, tenantName] { enter(tenantId, tenantName); });
}

void Session::enter(const QString& tenantId, const QString& tenantName)
{
    m_tenantName = tenantName;
    if (m_api.tenant() == tenantId) {
        Q_EMIT tenantNamed();
        return;
    }
    Q_EMIT leaving();
    m_api.setTenant(tenantId);
    m_profile.tenant = tenantId;
    m_profile = m_profiles.save(m_profile);
    if (hasTenant()) {
        m_live.open(m_profile.server, m_api.accessToken(), tenantId);
    } else {
        m_live.close(); // whoever looks after all of them has nothing to listen to
    }
    Q_EMIT tenantChanged();
}

bool Session::hasTenant() const
{
    return !m_user.isAdmin() || !m_api.tenant().isEmpty();
}

void Session::setPresence(const QString& state)
{
    m_api.put(QStringLiteral("/me/presence"),
              {{QStringLiteral("state"), state}},
              this,
              [this, state](const ApiReply& reply) {
                  if (!reply.error) {
                      m_presence = state;
                      Q_EMIT presenceChanged(state);
                  }
              });
}

} // namespace parley::console
