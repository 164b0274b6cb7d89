// SPDX-License-Identifier: MIT
#include "app/workspace/desk_words.h"

#include "app/net/json.h"

#include <QCoreApplication>

#include <array>

namespace parley::console::words {

namespace {

constexpr double kBad = -0.35;
constexpr double kGood = 0.35;
constexpr int kIdEnd = 6;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Words)
};

/// One name of the server's, and what it is called here (translated when it is shown).
struct Entry {
    const char* name;
    const char* text;
    Tone tone = Tone::Neutral;
};

constexpr std::array kConversationStatus{
    Entry{"open", QT_TRANSLATE_NOOP("parley::console::Words", "With agents"), Tone::Accent},
    Entry{"waiting_for_agent", QT_TRANSLATE_NOOP("parley::console::Words", "Waiting"), Tone::Warning},
    Entry{"with_agent", QT_TRANSLATE_NOOP("parley::console::Words", "With a person"), Tone::Success},
    Entry{"closed", QT_TRANSLATE_NOOP("parley::console::Words", "Closed")}};
constexpr std::array kTicketStatus{
    Entry{"open", QT_TRANSLATE_NOOP("parley::console::Words", "With agents"), Tone::Accent},
    Entry{"pending_human", QT_TRANSLATE_NOOP("parley::console::Words", "Waiting"), Tone::Warning},
    Entry{"assigned", QT_TRANSLATE_NOOP("parley::console::Words", "Taken"), Tone::Success},
    Entry{"resolved", QT_TRANSLATE_NOOP("parley::console::Words", "Resolved")},
    Entry{"closed", QT_TRANSLATE_NOOP("parley::console::Words", "Closed")}};
constexpr std::array kPriority{
    Entry{"low", QT_TRANSLATE_NOOP("parley::console::Words", "Low")},
    Entry{"medium", QT_TRANSLATE_NOOP("parley::console::Words", "Medium"), Tone::Accent},
    Entry{"high", QT_TRANSLATE_NOOP("parley::console::Words", "High"), Tone::Warning},
    Entry{"urgent", QT_TRANSLATE_NOOP("parley::console::Words", "Urgent"), Tone::Danger}};
constexpr std::array kChannel{Entry{"web", QT_TRANSLATE_NOOP("parley::console::Words", "Website")},
                              Entry{"api", QT_TRANSLATE_NOOP("parley::console::Words", "API")},
                              Entry{"form", QT_TRANSLATE_NOOP("parley::console::Words", "Web form")},
                              Entry{"email", QT_TRANSLATE_NOOP("parley::console::Words", "E-mail")},
                              Entry{"whatsapp", QT_TRANSLATE_NOOP("parley::console::Words", "WhatsApp")}};
constexpr std::array kReason{
    Entry{"customer_request", QT_TRANSLATE_NOOP("parley::console::Words", "The customer asked for a person")},
    Entry{"low_confidence", QT_TRANSLATE_NOOP("parley::console::Words", "The agents were not sure enough")},
    Entry{"no_answer", QT_TRANSLATE_NOOP("parley::console::Words", "The knowledge has no answer")},
    Entry{"keyword", QT_TRANSLATE_NOOP("parley::console::Words", "A word that is always for people")},
    Entry{"failure", QT_TRANSLATE_NOOP("parley::console::Words", "Something failed")},
    Entry{"timeout", QT_TRANSLATE_NOOP("parley::console::Words", "It took too long")},
    Entry{"tool_failed", QT_TRANSLATE_NOOP("parley::console::Words", "A tool failed")},
    Entry{"taken_over", QT_TRANSLATE_NOOP("parley::console::Words", "A person took it over")},
    Entry{"accept_timeout", QT_TRANSLATE_NOOP("parley::console::Words", "Nobody answered in time")},
    Entry{"holder_gone", QT_TRANSLATE_NOOP("parley::console::Words", "Whoever had it left")},
    Entry{"legal", QT_TRANSLATE_NOOP("parley::console::Words", "A legal matter")},
    Entry{"security", QT_TRANSLATE_NOOP("parley::console::Words", "A matter of security")}};

template <std::size_t count>
Said found(const std::array<Entry, count>& known, const QString& name)
{
    for (const Entry& each : known) {
        if (name == QLatin1String(each.name)) {
            return {Words::tr(each.text), each.tone};
        }
    }
    return {plain(name), Tone::Neutral};
}

} // namespace

QString plain(QString name)
{
    name.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!name.isEmpty()) {
        name.front() = name.front().toUpper();
    }
    return name;
}

Said conversationStatus(const QString& status)
{
    return found(kConversationStatus, status);
}

Said ticketStatus(const QString& status)
{
    return found(kTicketStatus, status);
}

Said priority(const QString& priority)
{
    return found(kPriority, priority);
}

QString channel(const QString& channel)
{
    return found(kChannel, channel).text;
}

QString reason(const QString& reason)
{
    return found(kReason, reason).text;
}

Said sentiment(double sentiment)
{
    if (sentiment <= kBad) {
        return {Words::tr("Upset"), Tone::Danger};
    }
    return sentiment >= kGood ? Said{Words::tr("Pleased"), Tone::Success}
                              : Said{Words::tr("Calm"), Tone::Neutral};
}

QString customer(const QJsonObject& customer)
{
    for (const char* key : {"name", "email", "phone", "user_id"}) {
        if (const QString text = json::text(customer, QLatin1String(key)); !text.isEmpty()) {
            return text;
        }
    }
    const QString id = json::text(customer, QLatin1String("id"));
    return id.isEmpty() ? QString() : Words::tr("Visitor %1").arg(id.right(kIdEnd));
}

} // namespace parley::console::words
