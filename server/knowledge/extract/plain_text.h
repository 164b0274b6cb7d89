// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block.h"

#include <string_view>

namespace parley::server::knowledge {

/// Paragraphs between blank lines, and list items by their markers. Malformed UTF-8 becomes U+FFFD.
/// @thread any
ExtractedDocument extractPlainText(std::string_view text);

} // namespace parley::server::knowledge
