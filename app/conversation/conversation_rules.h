// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace parley::console {

class ConversationSource;
struct SignedInUser;

/// Why something cannot be done with a conversation now, in words; empty: it can. The server decides in the
/// end; this keeps buttons honest.
/// @param isOnline  whether the server can be reached
namespace desk_rules {

QString takeFault(const ConversationSource& source, const SignedInUser& user, bool isOnline);
QString releaseFault(const ConversationSource& source, const SignedInUser& user, bool isOnline);
QString transferFault(const ConversationSource& source, const SignedInUser& user, bool isOnline);
QString resolveFault(const ConversationSource& source, const SignedInUser& user, bool isOnline);
/// Of writing to the customer.
QString answerFault(const ConversationSource& source, const SignedInUser& user);
/// Of writing anything at all.
QString sendFault(const ConversationSource& source, const SignedInUser& user, bool isOnline);

bool isMine(const ConversationSource& source, const SignedInUser& user);
/// Whether the person may take what others hold.
bool mayOverride(const SignedInUser& user);

} // namespace desk_rules

} // namespace parley::console
