// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/file_kind.h"

#include "shared/core/text.h"

#include <algorithm>
#include <array>

namespace parley::server::knowledge {

namespace {

using namespace std::string_view_literals;

struct Magic {
    std::string_view bytes;
    FileKind kind;
};

/// @source the formats' own specifications; https://www.rfc-editor.org/rfc/rfc9239 and the list of file(1)
constexpr std::array kMagic{
    Magic{"PK\x03\x04"sv, FileKind::Zip},
    Magic{"PK\x05\x06"sv, FileKind::Zip},
    Magic{"PK\x07\x08"sv, FileKind::Zip},
    Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, FileKind::Ole},
    Magic{"{\\rtf"sv, FileKind::Rtf},
    Magic{"\x89PNG\r\n"sv, FileKind::Image},
    Magic{"\xFF\xD8\xFF"sv, FileKind::Image},
    Magic{"GIF8"sv, FileKind::Image},
    Magic{"II*\0"sv, FileKind::Image},
    Magic{"MM\0*"sv, FileKind::Image},
    Magic{"\x1F\x8B"sv, FileKind::Archive},
    Magic{"7z\xBC\xAF\x27\x1C"sv, FileKind::Archive},
    Magic{"Rar!\x1A"sv, FileKind::Archive},
    Magic{"BZh"sv, FileKind::Archive},
    Magic{"\xFD\x37zXZ\0"sv, FileKind::Archive},
    Magic{"\x28\xB5\x2F\xFD"sv, FileKind::Archive},
    Magic{"\x7F"
          "ELF"sv,
          FileKind::Program},
    Magic{"MZ\x90\0"sv, FileKind::Program},
    Magic{"\xCA\xFE\xBA\xBE"sv, FileKind::Program},
    Magic{"ID3\x03"sv, FileKind::Media},
    Magic{"ID3\x04"sv, FileKind::Media},
    Magic{"OggS"sv, FileKind::Media},
};

// ISO 32000-1, annex H (note 13): viewers accept the mark anywhere in the first 1,024 bytes.
constexpr std::size_t kPdfWindow = 1024;

bool isWide(std::string_view bytes)
{
    return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv);
}

/// Bytes of text without a mark for UTF-16: no NUL, hardly any control characters.
bool looksLikeText(std::string_view bytes)
{
    const auto count = std::count_if(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1B;
    });
    const bool hasNul = bytes.find('\0') != std::string_view::npos;
    return !hasNul && static_cast<std::size_t>(count) * 100 <= bytes.size();
}

bool looksLikeHtml(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    const std::string lower = asciiLower(trimmed(bytes).substr(0, 4096));
    const std::string_view start(lower);
    if (start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<head") ||
        start.starts_with("<body")) {
        return true;
    }
    return (start.starts_with("<?xml") || start.starts_with("<!--")) &&
           start.find("<html") != std::string_view::npos;
}

FileKind byMagic(std::string_view bytes)
{
    const auto* found = std::find_if(kMagic.begin(), kMagic.end(), [&](const Magic& magic) {
        return bytes.starts_with(magic.bytes);
    });
    if (found != kMagic.end()) {
        return found->kind;
    }
    if (bytes.size() > 12 && bytes.starts_with("RIFF")) {
        return bytes.substr(8, 4) == "WEBP" ? FileKind::Image : FileKind::Media;
    }
    if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp") {
        const auto brand = bytes.substr(8, 4);
        return brand == "heic" || brand == "avif" || brand == "mif1" ? FileKind::Image : FileKind::Media;
    }
    return FileKind::Binary;
}

} // namespace

FileKind fileKindOf(const InputFile& file)
{
    const std::string head = file.read(0, 16 << 10);
    if (head.empty()) {
        return FileKind::Empty;
    }
    if (std::string_view(head).substr(0, kPdfWindow).find("%PDF-") != std::string_view::npos) {
        return FileKind::Pdf;
    }
    if (const FileKind kind = byMagic(head); kind != FileKind::Binary) {
        return kind;
    }
    if (isWide(head)) {
        return FileKind::Text;
    }
    const std::string tail = file.read(file.size() > 2048 ? file.size() - 2048 : 0, 2048);
    if (tail.find("%%EOF") != std::string::npos && tail.find("startxref") != std::string::npos) {
        return FileKind::Pdf; // its beginning is lost, readers find the rest from the end
    }
    if (!looksLikeText(head)) {
        return FileKind::Binary;
    }
    return looksLikeHtml(head) ? FileKind::Html : FileKind::Text;
}

std::string_view nameOf(FileKind kind)
{
    switch (kind) {
    case FileKind::Empty:
        return "an empty file";
    case FileKind::Pdf:
        return "a PDF";
    case FileKind::Zip:
        return "a ZIP archive";
    case FileKind::Ole:
        return "an old Office file";
    case FileKind::Rtf:
        return "an RTF document";
    case FileKind::Image:
        return "an image";
    case FileKind::Archive:
        return "an archive";
    case FileKind::Program:
        return "a program";
    case FileKind::Media:
        return "a sound or film file";
    case FileKind::Html:
        return "a web page";
    case FileKind::Text:
        return "plain text";
    case FileKind::Binary:
        break;
    }
    return "binary data of an unknown kind";
}

std::string nameOfClaim(std::string_view contentType)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kNames{{
        {"application/pdf", "a PDF"},
        {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a Word document (DOCX)"},
        {"text/html", "a web page"},
        {"text/markdown", "Markdown"},
        {"text/csv", "a CSV table"},
        {"text/plain", "plain text"},
    }};
    for (const auto& [type, name] : kNames) {
        if (type == contentType) {
            return std::string(name);
        }
    }
    return "a file of the type " + std::string(contentType);
}

} // namespace parley::server::knowledge
