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

#define PARLEY_WORD(text) QT_TRANSLATE_NOOP("parley::console::Words", text)

constexpr std::array kConversationStatus{Entry{"open", PARLEY_WORD("With agents"), Tone::Accent},
                                         Entry{"waiting_for_agent", PARLEY_WORD("Waiting"), Tone::Warning},
                                         Entry{"with_agent", PARLEY_WORD("With a person"), Tone::Success},
                                         Entry{"closed", PARLEY_WORD("Closed")}};
constexpr std::array kTicketStatus{Entry{"open", PARLEY_WORD("With agents"), Tone::Accent},
                                   Entry{"pending_human", PARLEY_WORD("Waiting"), Tone::Warning},
                                   Entry{"assigned", PARLEY_WORD("Taken"), Tone::Success},
                                   Entry{"resolved", PARLEY_WORD("Resolved")},
                                   Entry{"closed", PARLEY_WORD("Closed")}};
constexpr std::array kPriority{Entry{"low", PARLEY_WORD("Low")},
                               Entry{"medium", PARLEY_WORD("Medium"), Tone::Accent},
                               Entry{"high", PARLEY_WORD("High"), Tone::Warning},
                               Entry{"urgent", PARLEY_WORD("Urgent"), Tone::Danger}};
constexpr std::array kChannel{Entry{"web", PARLEY_WORD("Website")},
                              Entry{"api", PARLEY_WORD("API")},
                              Entry{"form", PARLEY_WORD("Web form")},
                              Entry{"email", PARLEY_WORD("E-mail")},
                              Entry{"whatsapp", PARLEY_WORD("WhatsApp")}};
constexpr std::array kReason{Entry{"customer_request", PARLEY_WORD("The customer asked for a person")},
                             Entry{"low_confidence", PARLEY_WORD("The agents were not sure enough")},
                             Entry{"no_answer", PARLEY_WORD("The knowledge has no answer")},
                             Entry{"keyword", PARLEY_WORD("A word that is always for people")},
                             Entry{"failure", PARLEY_WORD("Something failed")},
                             Entry{"timeout", PARLEY_WORD("It took too long")},
                             Entry{"tool_failed", PARLEY_WORD("A tool failed")},
                             Entry{"taken_over", PARLEY_WORD("A person took it over")},
                             Entry{"accept_timeout", PARLEY_WORD("Nobody answered in time")},
                             Entry{"holder_gone", PARLEY_WORD("Whoever had it left")},
                             Entry{"legal", PARLEY_WORD("A legal matter")},
                             Entry{"security", PARLEY_WORD("A matter of security")}};

#undef PARLEY_WORD

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
