// SPDX-License-Identifier: MIT
#include "app/shell/preferences.h"

#include <QSettings>

namespace parley::console {

Preferences::Preferences(QSettings& settings, QObject* parent) : QObject(parent), m_settings(settings) {}

bool Preferences::flag(const char* name, bool otherwise) const
{
    return m_settings.value(QLatin1String(name), otherwise).toBool();
}

void Preferences::set(const char* name, const QVariant& value)
{
    if (m_settings.value(QLatin1String(name)) != value) {
        m_settings.setValue(QLatin1String(name), value);
        Q_EMIT changed();
    }
}

Appearance Preferences::appearance() const
{
    return appearanceOf(m_settings.value(QStringLiteral("appearance")).toString());
}

void Preferences::setAppearance(Appearance appearance)
{
    set("appearance", nameOf(appearance));
}

QString Preferences::language() const
{
    return m_settings.value(QStringLiteral("language")).toString();
}

void Preferences::setLanguage(const QString& language)
{
    set("language", language);
}

bool Preferences::isNotifying() const
{
    return flag("notify", true);
}

void Preferences::setNotifying(bool isNotifying)
{
    set("notify", isNotifying);
}

bool Preferences::hasSound() const
{
    return flag("sound", true);
}

void Preferences::setSound(bool hasSound)
{
    set("sound", hasSound);
}

bool Preferences::staysInTray() const
{
    return flag("stay_in_tray", true);
}

void Preferences::setStaysInTray(bool stays)
{
    set("stay_in_tray", stays);
}

bool Preferences::sendsByEnter() const
{
    return flag("composer/enter_sends", true);
}

void Preferences::setSendsByEnter(bool sends)
{
    set("composer/enter_sends", sends);
}

} // namespace parley::console
