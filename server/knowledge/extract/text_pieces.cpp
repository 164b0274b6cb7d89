// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/text_pieces.h"

#include "server/nlp/code_points.h"
#include "shared/core/text.h"

#include <algorithm>
#include <array>

namespace parley::server::knowledge {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kReadBytes = 256 << 10;

/// Length of the well-formed part when the rest may be a character cut in two; npos when it is malformed.
std::size_t wholeCharacters(std::string_view bytes)
{
    std::size_t end = bytes.size();
    for (std::size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if (byte >= 0xC0) {
            const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
            end = length > back ? bytes.size() - back : bytes.size();
            break;
        }
        if (byte < 0x80) {
            break;
        }
    }
    return end;
}

bool isAllUtf8(const InputFile& file)
{
    std::string carry;
    for (std::uint64_t offset = 0; offset < file.size(); offset += kReadBytes) {
        const std::string bytes = carry + file.read(offset, kReadBytes);
        const bool last = offset + kReadBytes >= file.size();
        const std::size_t end = last ? bytes.size() : wholeCharacters(bytes);
        if (!isUtf8(std::string_view(bytes).substr(0, end))) {
            return false;
        }
        carry = bytes.substr(end);
    }
    return true;
}

bool hasControls(const InputFile& file)
{
    std::size_t controls = 0;
    for (std::uint64_t offset = 0; offset < file.size(); offset += kReadBytes) {
        const std::string bytes = file.read(offset, kReadBytes);
        if (bytes.empty()) {
            break;
        }
        controls += static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte < 0x20 && (byte < 9 || byte > 13) && byte != 0x1B;
        }));
    }
    return controls * 100 > file.size();
}

} // namespace

char32_t fromWindows1252(unsigned char byte)
{
    static constexpr std::array<char16_t, 32> kHigh{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
                                                    0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
                                                    0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D,
                                                    0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
                                                    0x0153, 0x9D,   0x017E, 0x0178};
    return byte >= 0x80 && byte < 0xA0 ? kHigh[byte - 0x80U] : char32_t{byte};
}

TextEncoding textEncodingOf(const InputFile& file)
{
    const std::string head = file.read(0, 4);
    if (head.starts_with("\xFF\xFE"sv)) {
        return TextEncoding::Utf16Little;
    }
    if (head.starts_with("\xFE\xFF"sv)) {
        return TextEncoding::Utf16Big;
    }
    if (hasControls(file)) {
        return TextEncoding::Binary;
    }
    return isAllUtf8(file) ? TextEncoding::Utf8 : TextEncoding::Windows1252;
}

TextPieces::TextPieces(const InputFile& file, TextEncoding encoding) : m_file(file), m_encoding(encoding)
{
    if (encoding == TextEncoding::Utf16Little || encoding == TextEncoding::Utf16Big) {
        m_offset = 2;
    } else if (file.read(0, 3) == "\xEF\xBB\xBF") {
        m_offset = 3;
    }
}

void TextPieces::decode(std::string_view bytes)
{
    if (m_encoding == TextEncoding::Utf8) {
        m_text.append(bytes);
        return;
    }
    if (m_encoding == TextEncoding::Windows1252) {
        for (const char c : bytes) {
            nlp::appendUtf8(m_text, fromWindows1252(static_cast<unsigned char>(c)));
        }
        return;
    }
    m_carry.append(bytes);
    const std::size_t low = m_encoding == TextEncoding::Utf16Little ? 0 : 1;
    std::size_t at = 0;
    for (; at + 1 < m_carry.size(); at += 2) {
        const auto unit = static_cast<char32_t>(static_cast<unsigned char>(m_carry[at + low]) |
                                                static_cast<unsigned char>(m_carry[at + 1 - low]) << 8);
        if (unit >= 0xD800 && unit < 0xDC00) {
            m_surrogate = unit;
        } else if (unit >= 0xDC00 && unit < 0xE000 && m_surrogate != 0) {
            nlp::appendUtf8(m_text, 0x10000 + ((m_surrogate - 0xD800) << 10) + (unit - 0xDC00));
            m_surrogate = 0;
        } else {
            nlp::appendUtf8(m_text, unit);
        }
    }
    m_carry.erase(0, at);
}

std::optional<std::string> TextPieces::next(std::size_t bytes)
{
    while (m_text.size() < bytes && m_offset < m_file.size()) {
        const std::string read = m_file.read(m_offset, kReadBytes);
        if (read.empty()) {
            break;
        }
        m_offset += read.size();
        decode(read);
    }
    if (m_text.empty()) {
        return std::nullopt;
    }
    std::size_t cut = m_text.size();
    if (m_offset < m_file.size()) {
        const std::size_t line = m_text.rfind('\n');
        cut = line == std::string::npos ? wholeCharacters(m_text) : line + 1;
    }
    std::string piece = m_text.substr(0, cut);
    m_text.erase(0, cut);
    return piece;
}

} // namespace parley::server::knowledge
