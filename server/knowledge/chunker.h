// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/block.h"

#include <cstddef>
#include <string>
#include <vector>

namespace parley::server::knowledge {

/// One passage of a document: what is indexed, found and cited.
struct Chunk {
    int ordinal = 0;      ///< from 0, in the document's order
    std::string headings; ///< the path to it, "Billing > Refunds", without the document's own title
    std::string text;     ///< blocks on lines of their own, paragraphs apart by a blank line
    int page = 0;         ///< where it begins, from 1; 0 = no pages
};

/// Sizes in words (characters of scripts without spaces count half a word).
struct ChunkSizes {
    std::size_t target = 140;
    std::size_t most = 180;
    std::size_t overlap = 25; ///< last sentences that the next chunk of the same section begins with
};

/// Cuts along headings, then paragraphs, then sentences; a list or a table stays whole where it fits, and
/// takes the line that introduces it along. A single sentence longer than `most` is cut between words. The
/// same blocks give the same chunks.
/// @thread any
std::vector<Chunk> chunkDocument(const ExtractedDocument& document, const ChunkSizes& sizes = {});

} // namespace parley::server::knowledge
