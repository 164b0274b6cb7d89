// SPDX-License-Identifier: MIT
#include "app/conversation/learned_words.h"

#include "app/net/json.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Learned)
};

QString whyNot(const QString& reason)
{
    if (reason == QLatin1String("personal_data")) {
        return Words::tr("It has personal details, so nobody else is given it.");
    }
    if (reason == QLatin1String("case_specific")) {
        return Words::tr("It is about this one case, so nobody else is given it.");
    }
    if (reason == QLatin1String("depends_on_context") || reason == QLatin1String("no_question") ||
        reason == QLatin1String("several_questions")) {
        return Words::tr("What was asked does not stand alone, so nobody else is given it.");
    }
    if (reason == QLatin1String("cache_off")) {
        return Words::tr("Answers are not kept for others in this organisation.");
    }
    return Words::tr("Nobody else is given it.");
}

} // namespace

QString learnedWords(const QJsonObject& learned)
{
    const QString done = Words::tr("Resolved.");
    if (json::boolean(learned, QLatin1String("cache"))) {
        return done + QLatin1Char(' ') + Words::tr("Whoever asks the same is given this answer at once.");
    }
    const QString reason = json::text(learned, QLatin1String("reason"));
    return reason == QLatin1String("not_wanted") ? done : done + QLatin1Char(' ') + whyNot(reason);
}

} // namespace parley::console
