// SPDX-License-Identifier: MIT
#include "app/conversation/conversation_rules.h"

#include "app/conversation/conversation_source.h"
#include "app/net/json.h"
#include "app/session/session.h"

#include <QCoreApplication>

namespace parley::console::desk_rules {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::ConversationRules)
};

QString commonFault(const ConversationSource& source, const SignedInUser& user, bool isOnline)
{
    if (!source.isLoaded()) {
        return Words::tr("It is still being read.");
    }
    if (!isOnline) {
        return Words::tr("Not connected. It can be done when the server is back.");
    }
    return user.permissions.contains(QLatin1String("desk:write"))
               ? QString()
               : Words::tr("You may read here, not answer.");
}

bool isHeldByAnother(const ConversationSource& source, const SignedInUser& user)
{
    return source.status() == QLatin1String("with_agent") && !isMine(source, user);
}

QString heldFault(const ConversationSource& source, const SignedInUser& user)
{
    return isHeldByAnother(source, user) && !mayOverride(user)
               ? Words::tr("%1 has this conversation.").arg(source.assigneeName())
               : QString();
}

} // namespace

bool isMine(const ConversationSource& source, const SignedInUser& user)
{
    return source.status() == QLatin1String("with_agent") && source.assigneeId() == user.id;
}

bool mayOverride(const SignedInUser& user)
{
    return user.role == QLatin1String("tenant_user") || user.isAdmin();
}

QString takeFault(const ConversationSource& source, const SignedInUser& user, bool isOnline)
{
    if (const QString fault = commonFault(source, user, isOnline); !fault.isEmpty()) {
        return fault;
    }
    if (isMine(source, user)) {
        return Words::tr("You have it already.");
    }
    if (source.status() == QLatin1String("closed")) {
        return Words::tr("It is closed. It opens when the customer writes again.");
    }
    return heldFault(source, user);
}

QString releaseFault(const ConversationSource& source, const SignedInUser& user, bool isOnline)
{
    if (const QString fault = commonFault(source, user, isOnline); !fault.isEmpty()) {
        return fault;
    }
    if (source.status() == QLatin1String("open")) {
        return Words::tr("The agents have it already.");
    }
    if (source.status() == QLatin1String("closed")) {
        return Words::tr("It is closed. It opens when the customer writes again.");
    }
    return heldFault(source, user);
}

QString transferFault(const ConversationSource& source, const SignedInUser& user, bool isOnline)
{
    if (const QString fault = commonFault(source, user, isOnline); !fault.isEmpty()) {
        return fault;
    }
    return source.status() == QLatin1String("closed")
               ? Words::tr("It is closed. It opens when the customer writes again.")
               : heldFault(source, user);
}

QString resolveFault(const ConversationSource& source, const SignedInUser& user, bool isOnline)
{
    if (const QString fault = commonFault(source, user, isOnline); !fault.isEmpty()) {
        return fault;
    }
    return source.status() == QLatin1String("closed") ? Words::tr("It is resolved already.")
                                                      : heldFault(source, user);
}

QString answerFault(const ConversationSource& source, const SignedInUser& user)
{
    if (!source.isLoaded()) {
        return Words::tr("It is still being read.");
    }
    if (isMine(source, user)) {
        return {};
    }
    if (source.status() == QLatin1String("closed")) {
        return Words::tr("It is closed: only notes can be written.");
    }
    return isHeldByAnother(source, user)
               ? Words::tr("%1 has this conversation: only notes can be written.").arg(source.assigneeName())
               : Words::tr("Take it over to write to the customer.");
}

QString sendFault(const ConversationSource& source, const SignedInUser& user, bool isOnline)
{
    if (!source.isLoaded()) {
        return Words::tr("It is still being read.");
    }
    if (!user.permissions.contains(QLatin1String("desk:write"))) {
        return Words::tr("You may read here, not answer.");
    }
    return isOnline
               ? QString()
               : Words::tr("Not connected. What you write is kept; it can be sent when the server is back.");
}

} // namespace parley::console::desk_rules
