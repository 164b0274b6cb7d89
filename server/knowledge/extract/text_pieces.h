// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/input_file.h"

#include <optional>
#include <string>

namespace parley::server::knowledge {

/// How the bytes of a text stand for characters.
enum class TextEncoding { Utf8, Utf16Little, Utf16Big, Windows1252, Binary };

/// By the byte-order mark; else UTF-8 when all of it is well-formed, Windows-1252 when it looks like text,
/// Binary otherwise. Reads the whole file once, in pieces.
TextEncoding textEncodingOf(const InputFile& file);

/// A text file as UTF-8, in pieces that end at a line end (or, where a line is longer than a piece, between
/// two characters).
class TextPieces {
public:
    TextPieces(const InputFile& file, TextEncoding encoding);

    /// The next piece of about `bytes`; nothing at the end.
    std::optional<std::string> next(std::size_t bytes = 1 << 20);

private:
    void decode(std::string_view bytes);

    const InputFile& m_file;
    TextEncoding m_encoding;
    std::uint64_t m_offset = 0;
    std::string m_text;  ///< decoded, not given yet
    std::string m_carry; ///< bytes of a character that goes on in the next read
    char32_t m_surrogate = 0;
};

/// One Windows-1252 byte. @source https://encoding.spec.whatwg.org/#windows-1252
char32_t fromWindows1252(unsigned char byte);

} // namespace parley::server::knowledge
