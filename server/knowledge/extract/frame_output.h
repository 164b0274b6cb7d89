// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block_sink.h"
#include "server/runtime/platform/sandbox.h"
#include "shared/core/error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace parley::server::knowledge {

/// Writes frames to standard output. A reader that has gone ends the process.
class FrameOutput final : public BlockSink {
public:
    /// @param firstPage  blocks and progress of pages before it are not written
    explicit FrameOutput(int firstPage) : m_firstPage(firstPage) {}

    void block(Block block) override;
    void progress(int page, int pages) override;
    void title(const std::string& text) override;
    void warn(std::string sentence) override;

    /// The last frame. @param contentType  what the file really was @param sandbox  what it was read in
    void done(const std::string& contentType, const runtime::platform::SandboxState& sandbox);
    /// The last frame.
    void failed(const Error& error);

    /// Blocks that were found, also those before the first page.
    [[nodiscard]] std::uint64_t blocks() const { return m_blocks; }

private:
    void write(const std::string& bytes);
    void flush();

    int m_firstPage;
    int m_pages = 0;
    std::uint64_t m_blocks = 0;
    std::uint64_t m_characters = 0;
    std::string m_title;
    std::vector<std::string> m_warnings;
    std::string m_buffer;
};

} // namespace parley::server::knowledge
