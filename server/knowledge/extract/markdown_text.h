// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block.h"

#include <string_view>

namespace parley::server::knowledge {

/// The structure of Markdown (GitHub's dialect), without its marks: link targets and raw HTML fall out, front
/// matter between two "---" lines gives the title alone. Any bytes are accepted.
/// @thread any
ExtractedDocument extractMarkdown(std::string_view text);

} // namespace parley::server::knowledge
