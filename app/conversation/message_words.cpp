// SPDX-License-Identifier: MIT
#include "app/conversation/message_words.h"

#include "app/widgets/display_text.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::MessageWords)
};

} // namespace

QString authorWords(const Message& message)
{
    const QString name = displayLine(message.author, 60);
    switch (message.speaker) {
    case Message::Speaker::Customer:
        return name.isEmpty() ? Words::tr("Customer") : name;
    case Message::Speaker::Agent:
        return name.isEmpty() ? Words::tr("Agent") : Words::tr("Agent %1").arg(name);
    case Message::Speaker::Supporter:
        return name.isEmpty() ? Words::tr("Supporter") : name;
    case Message::Speaker::System:
        break;
    }
    return name;
}

QString stateWords(const Message& message)
{
    if (message.sending == Message::Sending::Failed) {
        return Words::tr("Not sent – Try again") +
               (message.fault.isEmpty() ? QString()
                                        : QStringLiteral("  (%1)").arg(displayLine(message.fault)));
    }
    if (message.sending == Message::Sending::Underway) {
        return Words::tr("Sending…");
    }
    if (message.speaker != Message::Speaker::Supporter || message.isNote()) {
        return {};
    }
    if (message.delivery == QLatin1String("queued")) {
        return Words::tr("Waiting to be delivered");
    }
    if (message.delivery == QLatin1String("sent")) {
        return Words::tr("Sent");
    }
    if (message.delivery == QLatin1String("delivered")) {
        return Words::tr("Delivered");
    }
    if (message.delivery == QLatin1String("read")) {
        return Words::tr("Read");
    }
    if (message.delivery == QLatin1String("failed")) {
        return Words::tr("Could not be delivered");
    }
    return {};
}

QString headerWords(const QString& author, const QString& time, bool isNote)
{
    const QString note = author.isEmpty() ? Words::tr("Note, not shown to the customer")
                                          : Words::tr("Note by %1, not shown to the customer").arg(author);
    const QString who = isNote ? note : author;
    return who.isEmpty() ? time : QStringLiteral("%1  ·  %2").arg(who, time);
}

QString attachmentWords(const QString& name)
{
    return Words::tr("[Attachment: %1]").arg(name);
}

QString unreadWords()
{
    return Words::tr("New messages");
}

} // namespace parley::console
