// SPDX-License-Identifier: MIT
#include "app/feedback/feedback_columns.h"

#include "app/net/json.h"
#include "app/widgets/badge.h"
#include "app/widgets/time_text.h"
#include "app/workspace/badge_delegate.h"
#include "app/workspace/desk_words.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

constexpr int kMostStars = 5;
constexpr int kBad = 2;
constexpr int kGood = 4;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::FeedbackColumns)
};

int ratingOf(const QJsonObject& row)
{
    return static_cast<int>(json::integer(row, QLatin1String("rating")));
}

Tone toneOf(int rating)
{
    return rating <= kBad ? Tone::Danger : rating >= kGood ? Tone::Success : Tone::Neutral;
}

bool isCorrected(const QJsonObject& row)
{
    return !json::object(row, QLatin1String("correction")).isEmpty();
}

JsonListModel::Column text(const QString& title, const char* key)
{
    return {title,
            [key](const QJsonObject& row) { return json::text(row, QLatin1String(key)).simplified(); },
            {}};
}

} // namespace

QString ratingStars(int rating)
{
    const int full = qBound(0, rating, kMostStars);
    return QString(full, QChar(0x2605)) + QString(kMostStars - full, QChar(0x2606));
}

QString correctionWords(const QJsonObject& learned)
{
    if (json::boolean(learned, QLatin1String("cache"))) {
        return Words::tr("Saved. Whoever asks the same gets your answer now.");
    }
    const QString reason = json::text(learned, QLatin1String("reason"));
    if (reason == QLatin1String("personal_data")) {
        return Words::tr("Saved. It is not given to others, because it has personal data in it.");
    }
    if (reason == QLatin1String("cache_off")) {
        return Words::tr("Saved. It is not given to others, because remembered answers are turned off.");
    }
    return reason.isEmpty()
               ? Words::tr("Saved.")
               : Words::tr("Saved. It is not given to others: %1.").arg(words::plain(reason).toLower());
}

std::vector<JsonListModel::Column> feedbackColumns()
{
    return {{Words::tr("Rating"),
             [](const QJsonObject& row) { return ratingStars(ratingOf(row)); },
             [](const QJsonObject& row, int role) {
                 return role == BadgeDelegate::kToneRole ? QVariant(static_cast<int>(toneOf(ratingOf(row))))
                                                         : QVariant();
             }},
            text(Words::tr("Question"), "question"),
            text(Words::tr("Answer"), "answer"),
            text(Words::tr("Comment"), "comment"),
            {Words::tr("Corrected"),
             [](const QJsonObject& row) { return isCorrected(row) ? Words::tr("Corrected") : QString(); },
             [](const QJsonObject&, int role) {
                 return role == BadgeDelegate::kToneRole ? QVariant(static_cast<int>(Tone::Accent))
                                                         : QVariant();
             }},
            {Words::tr("When"),
             [](const QJsonObject& row) {
                 return momentText(json::time(row, QLatin1String("created_ts")),
                                   QDateTime::currentDateTimeUtc());
             },
             {}}};
}

} // namespace parley::console
