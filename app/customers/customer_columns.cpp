// SPDX-License-Identifier: MIT
#include "app/customers/customer_columns.h"

#include "app/net/json.h"
#include "app/widgets/time_text.h"
#include "app/workspace/badge_delegate.h"
#include "app/workspace/desk_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace parley::console {

namespace {

constexpr int kMostStars = 5;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::CustomerColumns)
};

JsonListModel::Column text(const QString& title, const char* key)
{
    return {title,
            [key](const QJsonObject& row) { return json::text(row, QLatin1String(key)).simplified(); },
            {}};
}

JsonListModel::Column moment(const QString& title, const char* key)
{
    return {title,
            [key](const QJsonObject& row) {
                return momentText(json::time(row, QLatin1String(key)), QDateTime::currentDateTimeUtc());
            },
            {}};
}

JsonListModel::Column badge(const QString& title, const char* key, words::Said (*said)(const QString&))
{
    return {title,
            [key, said](const QJsonObject& row) { return said(json::text(row, QLatin1String(key))).text; },
            [key, said](const QJsonObject& row, int role) {
                return role == BadgeDelegate::kToneRole
                           ? QVariant(static_cast<int>(said(json::text(row, QLatin1String(key))).tone))
                           : QVariant();
            }};
}

} // namespace

QString stars(int rating)
{
    const int full = qBound(0, rating, kMostStars);
    return QString(full, QChar(0x2605)) + QString(kMostStars - full, QChar(0x2606));
}

QUrlQuery customerLookup(const QString& typed)
{
    static const QRegularExpression phone(QStringLiteral("^\\+?[0-9 ()/.-]{6,}$"));
    const QString wanted = typed.trimmed();
    const QString key = wanted.contains(QLatin1Char('@')) ? QStringLiteral("email")
                        : phone.match(wanted).hasMatch()  ? QStringLiteral("phone")
                                                          : QStringLiteral("id");
    QUrlQuery query;
    query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(wanted)));
    return query;
}

std::vector<JsonListModel::Column> customerColumns()
{
    return {{Words::tr("Customer"), [](const QJsonObject& row) { return words::customer(row); }, {}},
            text(Words::tr("E-mail"), "email"),
            text(Words::tr("Phone"), "phone"),
            text(Words::tr("Plan"), "plan"),
            {Words::tr("Identity"),
             [](const QJsonObject& row) {
                 return json::boolean(row, QLatin1String("verified")) ? Words::tr("Verified") : QString();
             },
             [](const QJsonObject&, int role) {
                 return role == BadgeDelegate::kToneRole ? QVariant(static_cast<int>(Tone::Success))
                                                         : QVariant();
             }},
            moment(Words::tr("Last seen"), "last_ts")};
}

std::vector<JsonListModel::Column> customerConversationColumns()
{
    return {badge(Words::tr("Status"), "status", words::conversationStatus),
            {Words::tr("Channel"),
             [](const QJsonObject& row) { return words::channel(json::text(row, QLatin1String("channel"))); },
             {}},
            text(Words::tr("Last message"), "last_message"),
            moment(Words::tr("Started"), "created_ts"),
            moment(Words::tr("Last activity"), "last_ts")};
}

std::vector<JsonListModel::Column> customerTicketColumns()
{
    return {text(Words::tr("Reference"), "reference"),
            badge(Words::tr("Status"), "status", words::ticketStatus),
            badge(Words::tr("Priority"), "priority", words::priority),
            text(Words::tr("Subject"), "subject"),
            moment(Words::tr("Since"), "created_ts")};
}

std::vector<JsonListModel::Column> customerFeedbackColumns()
{
    return {{Words::tr("Rating"),
             [](const QJsonObject& row) {
                 return stars(static_cast<int>(json::integer(row, QLatin1String("rating"))));
             },
             {}},
            text(Words::tr("Comment"), "comment"),
            text(Words::tr("Answer"), "answer"),
            moment(Words::tr("When"), "created_ts")};
}

} // namespace parley::console
