// SPDX-License-Identifier: MIT
#include "app/organisation/organisation_rules.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUuid>

namespace parley::console::rules {

namespace {

constexpr int kMostPlan = 32;
constexpr int kMostReason = 40;
constexpr int kMostShortcut = 40;
constexpr int kLeastPassword = 8;
/// bcrypt reads no more.
constexpr int kMostPasswordBytes = 72;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::OrganisationRules)
};

} // namespace

Rule name(int most)
{
    const Rule isWritten = [](const QJsonValue& value) {
        return value.toString().trimmed().isEmpty() ? Words::tr("This is needed.") : QString();
    };
    return chain({isWritten, lengthAtMost(most)});
}

Rule slug()
{
    const Rule isNoId = [](const QJsonValue& value) {
        return QUuid::fromString(value.toString()).isNull()
                   ? QString()
                   : Words::tr("This looks like an id. Choose a word.");
    };
    return chain({required(),
                  matches(QStringLiteral("(?!.*--)[a-z0-9][a-z0-9-]{0,61}[a-z0-9]"),
                          Words::tr("2 to 63 of a-z, 0-9 and single hyphens inside.")),
                  isNoId});
}

Rule ticketPrefix()
{
    return matches(QStringLiteral("[A-Z][A-Z0-9]{1,7}"), Words::tr("2 to 8 of A-Z and 0-9, a letter first."));
}

Rule plan()
{
    return matches(QStringLiteral("[a-z0-9_]{1,%1}").arg(kMostPlan),
                   Words::tr("At most %1 of a-z, 0-9 and _.").arg(kMostPlan));
}

Rule shortcut()
{
    return chain({required(),
                  matches(QStringLiteral("[a-z0-9_-]{1,%1}").arg(kMostShortcut),
                          Words::tr("At most %1 of a-z, 0-9, - and _.").arg(kMostShortcut))});
}

Rule reason()
{
    return chain({required(),
                  matches(QStringLiteral("[a-z_]{1,%1}").arg(kMostReason),
                          Words::tr("At most %1 of a-z and _, such as billing_dispute.").arg(kMostReason))});
}

Rule password()
{
    return [](const QJsonValue& value) {
        const QString text = value.toString();
        if (text.isEmpty()) {
            return QString();
        }
        if (text.toUcs4().size() < kLeastPassword) {
            return Words::tr("At least %1 characters.").arg(kLeastPassword);
        }
        return text.toUtf8().size() > kMostPasswordBytes
                   ? Words::tr("At most %1 bytes; a sentence of that length is long enough.")
                         .arg(kMostPasswordBytes)
                   : QString();
    };
}

Rule texts(int mostItems, int mostLength)
{
    return [mostItems, mostLength](const QJsonValue& value) {
        const QJsonArray items = value.toArray();
        if (items.size() > mostItems) {
            return Words::tr("At most %1 lines; these are %2.").arg(mostItems).arg(items.size());
        }
        for (const QJsonValue& each : items) {
            if (each.toString().toUcs4().size() > mostLength) {
                return Words::tr("\"%1…\" is longer than %2 characters.")
                    .arg(each.toString().left(20), QString::number(mostLength));
            }
        }
        return QString();
    };
}

} // namespace parley::console::rules
