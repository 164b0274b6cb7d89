// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace parley::console {

/// Why the agents gave a case to people, in a sentence. @param reason as the ticket names it
QString reasonWords(const QString& reason);
/// What made a confidence. @param factor as the case's factors name it
QString factorWords(const QString& factor);
/// How the matter stands. @param outcome of the summary: "answered", "unanswered", "waiting", "resolved"
QString outcomeWords(const QString& outcome);

} // namespace parley::console
