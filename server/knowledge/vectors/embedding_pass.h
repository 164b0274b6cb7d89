// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/vectors/embedding_jobs.h"

#include <chrono>
#include <string>

namespace parley::server::knowledge {

/// One run of an embedding job.
struct EmbeddingJobs::Pass {
    store::JobRow job;
    Embedders::Embedder embedder;
    std::string identity;
    std::chrono::steady_clock::time_point until;
    ChunkId after;            ///< the last passage that was looked at
    std::int64_t made = 0;    ///< vectors
    std::int64_t refused = 0; ///< passages that the embedder does not take
    bool isMirrorKnown = false;
    bool isMirrored = false; ///< the database gets copies
};

/// What of a passage is embedded: it should be found by its title and its headings, too.
std::string embeddedText(const store::UnembeddedChunk& chunk);

} // namespace parley::server::knowledge
