// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/message.h"

namespace parley::console {

/// Who speaks, for a reader: a supporter's name, "Customer", the agents.
QString authorWords(const Message& message);
/// What became of it: "Sending", "Delivered", "Not sent – Try again"; empty where there is nothing to say.
QString stateWords(const Message& message);
QString headerWords(const QString& author, const QString& time, bool isNote);
QString attachmentWords(const QString& name);
QString unreadWords();

} // namespace parley::console
