// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block.h"

#include <string_view>

namespace parley::server::knowledge {

/// The text of a web page by its structure, with libxml2's forgiving HTML parser: no network, no DTD, no
/// entity beyond HTML's own. Scripts, styles, navigation, headers, footers and forms fall out; hidden text
/// too. Any bytes are accepted (UTF-8 is assumed); nesting deeper than 256 is read as text of the level
/// above.
/// @thread any
ExtractedDocument extractHtml(std::string_view html);

} // namespace parley::server::knowledge
