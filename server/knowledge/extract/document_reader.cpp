// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/document_reader.h"

#include "server/knowledge/extract/docx_text.h"
#include "server/knowledge/extract/extract_error.h"
#include "server/knowledge/extract/file_kind.h"
#include "server/knowledge/extract/pdf_text.h"
#include "server/knowledge/extract/text_formats.h"

#include <algorithm>
#include <array>

namespace parley::server::knowledge {

namespace {

constexpr std::string_view kPdf = "application/pdf";
constexpr std::string_view kDocx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view kHtml = "text/html";
constexpr std::string_view kMarkdown = "text/markdown";
constexpr std::string_view kCsv = "text/csv";
constexpr std::string_view kText = "text/plain";

/// "text/html; charset=utf-8" -> "text/html", and names that mean the same.
std::string knownType(const std::string& contentType)
{
    const std::string type = contentType.substr(0, contentType.find(';'));
    if (type == "application/xhtml+xml") {
        return std::string(kHtml);
    }
    if (type == "text/x-markdown") {
        return std::string(kMarkdown);
    }
    if (type == "text/tab-separated-values" || type == "application/csv") {
        return std::string(kCsv);
    }
    return type;
}

void warnOfClaim(const std::string& claim, std::string_view type, BlockSink& sink)
{
    if (!claim.empty() && claim != type && claim != "application/octet-stream") {
        sink.warn("The file is said to be " + nameOfClaim(claim) + " but is " + nameOfClaim(type) +
                  "; it was read as that.");
    }
}

Error unsupported(const std::string& claim, std::string_view what, std::string_view advice)
{
    const std::string known = claim.empty() || claim == "application/octet-stream"
                                  ? "The file is "
                                  : "The file is said to be " + nameOfClaim(claim) + " but is ";
    return extractError(ExtractFault::Unsupported, known + std::string(what) + "; " + std::string(advice));
}

constexpr std::string_view kSaveAs = "save it as PDF or DOCX and upload that.";
constexpr std::string_view kOnly = "only PDF, DOCX, HTML, Markdown, text and CSV are read.";

bool containsWide(const std::string& bytes, std::string_view name)
{
    std::string wide;
    for (const char c : name) {
        wide.push_back(c);
        wide.push_back('\0');
    }
    return bytes.find(wide) != std::string::npos;
}

/// Old Office files are containers; the names of their streams tell what they hold.
/// @source [MS-CFB] 2.6.1, [MS-OFFCRYPTO] 2.3.4.1
Error oleError(const InputFile& file, const std::string& claim)
{
    constexpr std::size_t kPiece = 1 << 20;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kStreams{{
        {"WordDocument", "an old Word document (DOC)"},
        {"Workbook", "an old Excel workbook (XLS)"},
        {"PowerPoint Document", "an old PowerPoint presentation (PPT)"},
        {"__substg1.0", "an Outlook message"},
    }};
    for (std::uint64_t offset = 0; offset < file.size(); offset += kPiece) {
        const std::string piece = file.read(offset, kPiece + 128);
        if (containsWide(piece, "EncryptedPackage")) {
            return extractError(
                ExtractFault::Encrypted,
                "The document is protected by a password; remove the protection and upload it again.");
        }
        for (const auto& [stream, name] : kStreams) {
            if (containsWide(piece, stream)) {
                return unsupported(claim, name, kSaveAs);
            }
        }
    }
    return unsupported(claim, nameOf(FileKind::Ole), kSaveAs);
}

Error refusalOf(FileKind kind, const InputFile& file, const std::string& claim)
{
    switch (kind) {
    case FileKind::Empty:
        return extractError(ExtractFault::Empty, "The file is empty.");
    case FileKind::Ole:
        return oleError(file, claim);
    case FileKind::Rtf:
        return unsupported(claim, nameOf(kind), kSaveAs);
    default:
        return unsupported(claim, nameOf(kind), kOnly);
    }
}

/// A page without <html> at its beginning: fragments are common, plain text named .html is not.
bool hasMarkup(const InputFile& file)
{
    const std::string head = file.read(0, 64 << 10);
    for (std::size_t at = head.find('<'); at != std::string::npos; at = head.find('<', at + 1)) {
        const std::size_t close = head.find('>', at);
        const char next = at + 1 < head.size() ? head[at + 1] : ' ';
        if (close != std::string::npos && close - at < 2000 &&
            ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' || next == '!')) {
            return true;
        }
    }
    return false;
}

Result<std::string> readText(const InputFile& file, FileKind kind, const std::string& claim, BlockSink& sink)
{
    const TextEncoding encoding = textEncodingOf(file);
    if (encoding == TextEncoding::Binary) {
        return fail(refusalOf(FileKind::Binary, file, claim));
    }
    if (kind == FileKind::Html || (claim == kHtml && hasMarkup(file))) {
        warnOfClaim(claim, kHtml, sink);
        if (auto read = readHtml(file, encoding, sink); !read) {
            return fail(std::move(read).error());
        }
        return std::string(kHtml);
    }
    if (claim == kCsv) {
        readCsv(file, encoding, sink);
        return claim;
    }
    if (claim == kMarkdown) {
        readMarkdown(file, encoding, sink);
        return claim;
    }
    warnOfClaim(claim, kText, sink);
    readPlainText(file, encoding, sink);
    return std::string(kText);
}

} // namespace

Result<std::string> readDocument(const InputFile& file, const ReadRequest& request, BlockSink& sink)
{
    const std::string claim = knownType(request.contentType);
    const FileKind kind = fileKindOf(file);
    if (kind == FileKind::Pdf) {
        warnOfClaim(claim, kPdf, sink);
        if (auto read = readPdf(file.path(), request.firstPage, request.maxPages, sink); !read) {
            return fail(std::move(read).error());
        }
        return std::string(kPdf);
    }
    if (kind == FileKind::Zip) {
        warnOfClaim(claim, kDocx, sink);
        if (auto read = readDocx(file.path(), nameOfClaim(claim), sink); !read) {
            return fail(std::move(read).error());
        }
        return std::string(kDocx);
    }
    if (kind == FileKind::Text || kind == FileKind::Html) {
        return readText(file, kind, claim, sink);
    }
    return fail(refusalOf(kind, file, claim));
}

} // namespace parley::server::knowledge
