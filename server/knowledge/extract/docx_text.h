// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block_sink.h"
#include "shared/core/result.h"

#include <string>

namespace parley::server::knowledge {

/// Reads a ZIP archive as a word processor's document.
/// @param path  of the file
/// @param claim  what it was said to be, "a PDF", for the sentence that refuses another kind of archive
/// @errors UnsupportedMediaType another kind of archive; InvalidArgument broken, encrypted; PayloadTooLarge a
/// bomb
Result<void> readDocx(const std::string& path, const std::string& claim, BlockSink& sink);

} // namespace parley::server::knowledge
