// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace parley::server::nlp {

/// [begin, end) bytes of the sentences of `text`, and inside them of clauses that could be wishes of their
/// own: what follows "and", "also", "but" or a comma and begins like a question or a request, in English,
/// German, Spanish and French. In the order of the text; linking words and white space belong to none.
/// @thread any
std::vector<std::pair<std::size_t, std::size_t>> clausesOf(std::string_view text);

} // namespace parley::server::nlp
