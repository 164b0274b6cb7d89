// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block_sink.h"
#include "server/knowledge/extract/input_file.h"
#include "server/knowledge/extract/text_pieces.h"
#include "shared/core/result.h"

namespace parley::server::knowledge {

// Formats that are text. Each reads the whole file and hands its blocks over; only HTML and Markdown hold
// much of it in memory.

void readPlainText(const InputFile& file, TextEncoding encoding, BlockSink& sink);
void readCsv(const InputFile& file, TextEncoding encoding, BlockSink& sink);
void readMarkdown(const InputFile& file, TextEncoding encoding, BlockSink& sink);

/// Takes the page's own charset where it is neither UTF-8 nor UTF-16.
/// @errors PayloadTooLarge its tree would not fit into the memory
Result<void> readHtml(const InputFile& file, TextEncoding encoding, BlockSink& sink);

} // namespace parley::server::knowledge
