// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/input_file.h"

#include <string>
#include <string_view>

namespace parley::server::knowledge {

/// What the bytes of a file are.
enum class FileKind {
    Empty,
    Pdf,
    Zip, ///< a DOCX among others: its contents tell
    Ole, ///< old Office files, and new ones under a password
    Rtf,
    Image,
    Archive,
    Program,
    Media, ///< sound or film
    Html,
    Text, ///< plain, Markdown or CSV: nothing in the bytes tells them apart
    Binary,
};

/// From the first and last bytes.
FileKind fileKindOf(const InputFile& file);

/// "a ZIP archive", for a sentence.
std::string_view nameOf(FileKind kind);

/// "a PDF", for what a content type claims; "a file of the type image/webp" for one that is not known.
std::string nameOfClaim(std::string_view contentType);

} // namespace parley::server::knowledge
