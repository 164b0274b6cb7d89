// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/frame_output.h"

#include "server/knowledge/extract/frames.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>

namespace parley::server::knowledge {

namespace {

constexpr std::size_t kBufferBytes = 64 << 10;
constexpr std::size_t kMaxWarnings = 20;
constexpr std::size_t kMaxTitleBytes = 300;

/// Where to cut a text that is too long: at the last space of what fits, or between two code points.
std::size_t cutAt(std::string_view text, std::size_t most)
{
    if (text.size() <= most) {
        return text.size();
    }
    const std::size_t space = text.find_last_of(" \n", most);
    if (space != std::string_view::npos && space > most / 2) {
        return space;
    }
    std::size_t cut = most;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) {
        --cut;
    }
    return cut == 0 ? most : cut;
}

std::size_t characters(std::string_view text)
{
    std::size_t count = 0;
    for (const char c : text) {
        count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    }
    return count;
}

} // namespace

void FrameOutput::block(Block block)
{
    std::string_view rest = trimmed(block.text);
    if (rest.empty()) {
        return;
    }
    ++m_blocks;
    if (block.page > 0 && block.page < m_firstPage) {
        return;
    }
    Block part{block.kind, block.level, {}, block.page};
    while (!rest.empty()) {
        const std::size_t cut = cutAt(rest, kMaxBlockBytes);
        part.text = std::string(trimmed(rest.substr(0, cut)));
        rest.remove_prefix(cut);
        rest = trimmed(rest);
        if (!part.text.empty()) {
            m_characters += characters(part.text);
            write(encodeFrame(blockFrame(part)));
        }
    }
}

void FrameOutput::progress(int page, int pages)
{
    m_pages = pages;
    if (page >= m_firstPage || pages == 0) {
        write(encodeFrame({{"frame", "progress"}, {"page", page}, {"pages", pages}}));
        flush();
    }
}

void FrameOutput::title(const std::string& text)
{
    if (m_title.empty()) {
        m_title = text.substr(0, cutAt(text, kMaxTitleBytes));
    }
}

void FrameOutput::warn(std::string sentence)
{
    if (m_warnings.size() < kMaxWarnings) {
        m_warnings.push_back(std::move(sentence));
    }
}

void FrameOutput::done(const std::string& contentType, const runtime::platform::SandboxState& sandbox)
{
    write(encodeFrame(
        {{"frame", "done"},
         {"title", m_title},
         {"pages", m_pages},
         {"characters", m_characters},
         {"content_type", contentType},
         {"warnings", m_warnings},
         {"sandbox",
          {{"limits", sandbox.limits}, {"system_calls", sandbox.systemCalls}, {"files", sandbox.files}}},
         {"peak_memory_bytes", runtime::platform::peakMemoryBytes()}}));
    flush();
}

void FrameOutput::failed(const Error& error)
{
    const std::string code = error.problem.starts_with("document_") ? error.problem.substr(9) : "broken";
    write(encodeFrame({{"frame", "error"},
                       {"code", code},
                       {"message", error.message},
                       {"peak_memory_bytes", runtime::platform::peakMemoryBytes()}}));
    flush();
}

void FrameOutput::write(const std::string& bytes)
{
    m_buffer += bytes;
    if (m_buffer.size() >= kBufferBytes) {
        flush();
    }
}

void FrameOutput::flush()
{
    if (std::fwrite(m_buffer.data(), 1, m_buffer.size(), stdout) != m_buffer.size() ||
        std::fflush(stdout) != 0) {
        std::_Exit(1); // nobody listens any more
    }
    m_buffer.clear();
}

} // namespace parley::server::knowledge
