// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block_sink.h"
#include "shared/core/result.h"

#include <string>

namespace parley::server::knowledge {

/// Reads a PDF page by page; at most a few pages are in memory at a time.
/// @param path  of the file
/// @param firstPage  where the reader goes on: pages well before it are not read, some just before it may be
/// @errors InvalidArgument broken, under a password, or without any text; PayloadTooLarge more pages than
///     `maxPages`
Result<void> readPdf(const std::string& path, int firstPage, int maxPages, BlockSink& sink);

} // namespace parley::server::knowledge
