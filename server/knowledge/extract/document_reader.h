// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block_sink.h"
#include "server/knowledge/extract/input_file.h"
#include "shared/core/result.h"

#include <string>

namespace parley::server::knowledge {

/// What `parley-extract` is asked to read.
struct ReadRequest {
    std::string contentType; ///< what the file is said to be
    int firstPage = 1;
    int maxPages = 20'000;
};

/// Reads a document of any known format. Its bytes say what it is; the claim decides between plain text,
/// Markdown and CSV alone, and gives a warning where it is wrong.
/// @return the content type that it really has
/// @errors UnsupportedMediaType no known format; otherwise those of the format's reader
Result<std::string> readDocument(const InputFile& file, const ReadRequest& request, BlockSink& sink);

} // namespace parley::server::knowledge
