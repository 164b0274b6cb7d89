// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace parley::server::knowledge {

/// The title that a document says it has, for one that was given none.
/// @return empty where it says nothing of the document: the name of a file or a place, of the program that
/// wrote it, "Untitled"
std::string sensibleTitle(std::string_view title);

} // namespace parley::server::knowledge
