// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/language.h"

#include <string>
#include <string_view>

namespace parley::server::nlp {

/// The Snowball stem of a lower-case word, without diacritics, so that "Réinitialiser" and "reinitialise"
/// meet.
/// @param word  lower case, not folded: the German and French algorithms read umlauts and accents
/// @thread any; each thread keeps its own stemmers
std::string stem(std::string_view word, Language language);

} // namespace parley::server::nlp
