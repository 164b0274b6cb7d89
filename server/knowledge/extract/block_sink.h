// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block.h"

#include <string>

namespace parley::server::knowledge {

/// Takes what a format's reader finds, in the document's order, as it is found.
/// @thread the reader's
class BlockSink {
public:
    BlockSink() = default;
    BlockSink(const BlockSink&) = delete;
    BlockSink& operator=(const BlockSink&) = delete;
    virtual ~BlockSink() = default;

    virtual void block(Block block) = 0;
    /// All blocks up to `page` of `pages` have been given.
    virtual void progress(int page, int pages) = 0;
    /// The source's own; the first that is not empty counts.
    virtual void title(const std::string& text) = 0;
    /// A sentence for an operator.
    virtual void warn(std::string sentence) = 0;
};

} // namespace parley::server::knowledge
