// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace parley::server::nlp {

/// VADER's lexicon, "term<TAB>mean rating<LF>" each, terms in lower case, ratings -4..4. Empty where Parley
/// was built without npm.
/// @source resources/sentiment
extern const std::string_view kVaderLexicon;

} // namespace parley::server::nlp
