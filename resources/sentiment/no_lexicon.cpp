// SPDX-License-Identifier: MIT
#include "server/nlp/sentiment/vader_lexicon.h"

namespace parley::server::nlp {

const std::string_view kVaderLexicon;

} // namespace parley::server::nlp
