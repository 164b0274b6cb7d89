// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/badge.h"

#include <QJsonObject>
#include <QString>

/// The names that the server has for states, channels and reasons, in words and tones. A name that this
/// console does not know is shown as it is.
namespace parley::console::words {

struct Said {
    QString text;
    Tone tone = Tone::Neutral;
};

/// Of a conversation: "open", "waiting_for_agent", "with_agent", "closed".
Said conversationStatus(const QString& status);
/// Of a ticket: "open", "pending_human", "assigned", "resolved", "closed".
Said ticketStatus(const QString& status);
/// "low", "medium", "high", "urgent".
Said priority(const QString& priority);
QString channel(const QString& channel);
/// Why the agents gave a case to people, in a few words.
QString reason(const QString& reason);
/// @param sentiment -1 .. 1
Said sentiment(double sentiment);
/// The name of a customer, or the best there is instead; never empty unless there is no customer.
QString customer(const QJsonObject& customer);
/// "order_status" as "Order status": for names that have no words of their own.
QString plain(QString name);

} // namespace parley::console::words
