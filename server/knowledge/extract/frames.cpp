// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/frames.h"

#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace parley::server::knowledge {

namespace {

constexpr std::size_t kLengthBytes = 4;
constexpr std::array<std::string_view, 5> kKinds{"heading", "paragraph", "item", "row", "code"};

} // namespace

std::string encodeFrame(const nlohmann::json& object)
{
    const std::string text = object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    std::string frame;
    frame.reserve(kLengthBytes + text.size());
    for (std::size_t i = 0; i < kLengthBytes; ++i) {
        frame.push_back(static_cast<char>((text.size() >> (8 * i)) & 0xFF));
    }
    return frame + text;
}

nlohmann::json blockFrame(const Block& block)
{
    return {{"frame", "block"},
            {"kind", kKinds[static_cast<std::size_t>(block.kind)]},
            {"level", block.level},
            {"text", block.text},
            {"page", block.page}};
}

Result<Block> blockOfFrame(const nlohmann::json& object)
{
    Block block;
    const auto kind = std::find(kKinds.begin(), kKinds.end(), object.value("kind", std::string()));
    block.level = object.value("level", -1);
    block.page = object.value("page", -1);
    block.text = object.value("text", std::string());
    if (kind == kKinds.end() || block.level < 0 || block.page < 0 || block.text.empty()) {
        return fail(ErrorCode::Malformed, "A block of the document cannot be understood.");
    }
    block.kind = static_cast<Block::Kind>(kind - kKinds.begin());
    return block;
}

Result<std::optional<nlohmann::json>> FrameReader::next()
{
    if (m_buffer.size() - m_begin < kLengthBytes) {
        return std::nullopt;
    }
    std::size_t length = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i) {
        length |= std::size_t{static_cast<unsigned char>(m_buffer[m_begin + i])} << (8 * i);
    }
    if (length > kMaxFrameBytes) {
        return fail(ErrorCode::Malformed, "A frame of the document's reader is too long.");
    }
    if (m_buffer.size() - m_begin < kLengthBytes + length) {
        return std::nullopt;
    }
    const auto text = std::string_view(m_buffer).substr(m_begin + kLengthBytes, length);
    auto object = nlohmann::json::parse(text, nullptr, false);
    m_begin += kLengthBytes + length;
    if (!object.is_object() || !object.contains("frame") || !object["frame"].is_string()) {
        return fail(ErrorCode::Malformed, "A frame of the document's reader is not understood.");
    }
    return object;
}

} // namespace parley::server::knowledge
