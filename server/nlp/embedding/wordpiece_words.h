// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// The words of a text as BERT's "basic tokenizer" cuts them: control characters vanish, every ideograph and
/// every punctuation mark is a word of its own, white space separates.
/// @param text       any bytes; malformed UTF-8 is left out
/// @param lowerCase  also lower-cases and removes accents (canonical decomposition without its marks)
/// @param maxWords   stops after so many
std::vector<std::string> wordpieceWords(std::string_view text, bool lowerCase, std::size_t maxWords);

} // namespace parley::server::nlp
