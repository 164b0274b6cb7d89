// SPDX-License-Identifier: MIT
#include "app/session/profile_store.h"

#include <QHostAddress>
#include <QSettings>
#include <QUuid>

namespace parley::console {

namespace {

const QLatin1String kGroup("profiles");

bool isThisComputer(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

ProfileStore::ProfileStore(QSettings& settings) : m_settings(settings)
{
    const int count = m_settings.beginReadArray(kGroup);
    for (int at = 0; at < count; ++at) {
        m_settings.setArrayIndex(at);
        Profile profile;
        profile.id = m_settings.value(QStringLiteral("id")).toString();
        profile.name = m_settings.value(QStringLiteral("name")).toString();
        profile.server = m_settings.value(QStringLiteral("server")).toUrl();
        profile.email = m_settings.value(QStringLiteral("email")).toString();
        profile.tenant = m_settings.value(QStringLiteral("tenant")).toString();
        profile.isLocal = m_settings.value(QStringLiteral("local")).toBool();
        if (!profile.id.isEmpty()) {
            m_profiles.append(profile);
        }
    }
    m_settings.endArray();
}

const Profile* ProfileStore::find(const QString& id) const
{
    for (const Profile& each : m_profiles) {
        if (each.id == id) {
            return &each;
        }
    }
    return nullptr;
}

Profile ProfileStore::save(Profile profile)
{
    if (profile.id.isEmpty()) {
        for (const Profile& each : m_profiles) {
            if (each.server == profile.server && each.email == profile.email &&
                each.isLocal == profile.isLocal) {
                profile.id = each.id;
            }
        }
    }
    if (profile.id.isEmpty()) {
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    if (profile.name.isEmpty()) {
        profile.name = profile.server.host();
    }
    m_profiles.removeIf([&profile](const Profile& each) { return each.id == profile.id; });
    m_profiles.prepend(profile);
    write();
    return profile;
}

void ProfileStore::remove(const QString& id)
{
    m_profiles.removeIf([&id](const Profile& each) { return each.id == id; });
    write();
}

void ProfileStore::write()
{
    m_settings.remove(kGroup);
    m_settings.beginWriteArray(kGroup, static_cast<int>(m_profiles.size()));
    for (int at = 0; at < m_profiles.size(); ++at) {
        const Profile& profile = m_profiles.at(at);
        m_settings.setArrayIndex(at);
        m_settings.setValue(QStringLiteral("id"), profile.id);
        m_settings.setValue(QStringLiteral("name"), profile.name);
        m_settings.setValue(QStringLiteral("server"), profile.server);
        m_settings.setValue(QStringLiteral("email"), profile.email);
        m_settings.setValue(QStringLiteral("tenant"), profile.tenant);
        m_settings.setValue(QStringLiteral("local"), profile.isLocal);
    }
    m_settings.endArray();
    m_settings.sync();
}

QUrl serverFromText(const QString& text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty() || typed.contains(QLatin1Char(' '))) {
        return {};
    }
    QUrl url(typed.contains(QLatin1String("://")) ? typed : QStringLiteral("https://") + typed,
             QUrl::StrictMode);
    if (!typed.contains(QLatin1String("://")) && isThisComputer(url.host())) {
        url.setScheme(QStringLiteral("http"));
    }
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty()) {
        return {};
    }
    return url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

} // namespace parley::console
