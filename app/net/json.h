// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

/// Reading what the server answers. A field that is missing, null or of another type reads as empty: a newer
/// server may leave out or add what this console does not know, and that is never an error.
namespace parley::console::json {

inline QString text(const QJsonObject& object, QLatin1String key)
{
    return object.value(key).toString();
}

inline double number(const QJsonObject& object, QLatin1String key, double otherwise = 0)
{
    return object.value(key).toDouble(otherwise);
}

inline qint64 integer(const QJsonObject& object, QLatin1String key, qint64 otherwise = 0)
{
    return object.value(key).toInteger(otherwise);
}

inline bool boolean(const QJsonObject& object, QLatin1String key, bool otherwise = false)
{
    return object.value(key).toBool(otherwise);
}

inline QJsonObject object(const QJsonObject& parent, QLatin1String key)
{
    return parent.value(key).toObject();
}

inline QJsonArray array(const QJsonObject& parent, QLatin1String key)
{
    return parent.value(key).toArray();
}

/// Empty where there is no number, which is not the same as 0.
inline std::optional<double> maybeNumber(const QJsonObject& object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

/// Only the texts among the elements.
inline QStringList texts(const QJsonObject& parent, QLatin1String key)
{
    QStringList found;
    for (const QJsonValue& each : array(parent, key)) {
        if (each.isString()) {
            found.append(each.toString());
        }
    }
    return found;
}

/// RFC 3339 on the wire, UTC; an invalid QDateTime where there is none.
inline QDateTime time(const QJsonObject& object, QLatin1String key)
{
    return QDateTime::fromString(text(object, key), Qt::ISODateWithMs);
}

} // namespace parley::console::json
