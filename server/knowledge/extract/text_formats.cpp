// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/text_formats.h"

#include "server/knowledge/extract/csv_text.h"
#include "server/knowledge/extract/extract_error.h"
#include "server/knowledge/extract/html_text.h"
#include "server/knowledge/extract/markdown_text.h"
#include "server/knowledge/extract/plain_text.h"
#include "shared/core/text.h"

#include <iconv.h>

#include <array>

namespace parley::server::knowledge {

namespace {

constexpr std::size_t kMarkdownPiece = 8 << 20;
// The tree of a page takes six to eight times its bytes.
constexpr std::uint64_t kLongestPage = 20ULL << 20;

void give(ExtractedDocument document, BlockSink& sink)
{
    sink.title(document.title);
    for (Block& block : document.blocks) {
        sink.block(std::move(block));
    }
}

std::string wholeText(const InputFile& file, TextEncoding encoding)
{
    TextPieces pieces(file, encoding);
    std::string text;
    while (auto piece = pieces.next()) {
        text += *piece;
    }
    return text;
}

/// What <meta charset=...> or an XML declaration says, in lower case; empty when nothing does.
std::string declaredCharset(const std::string& head)
{
    const std::string lower = asciiLower(head);
    for (const std::string_view mark : {"charset=", "encoding="}) {
        std::size_t begin = lower.find(mark);
        if (begin == std::string::npos) {
            continue;
        }
        begin = lower.find_first_not_of("\"' ", begin + mark.size());
        const std::size_t end = lower.find_first_of("\"' ;/>?", begin);
        if (begin != std::string::npos && end != std::string::npos) {
            return lower.substr(begin, end - begin);
        }
    }
    return {};
}

/// The file in UTF-8; bytes that its charset does not have are left out. Empty when the charset is not known.
std::string converted(const InputFile& file, const std::string& charset)
{
    iconv_t converter = iconv_open("UTF-8", charset.c_str());
    if (converter == iconv_t(-1)) {
        return {};
    }
    std::string bytes = file.read(0, static_cast<std::size_t>(file.size()));
    std::string text;
    char* in = bytes.data();
    std::size_t left = bytes.size();
    std::array<char, 4096> buffer{};
    while (left > 0) {
        char* out = buffer.data();
        std::size_t room = buffer.size();
        const bool stopped = iconv(converter, &in, &left, &out, &room) == static_cast<std::size_t>(-1);
        text.append(buffer.data(), buffer.size() - room);
        if (stopped && room > 8 && left > 0) { // not for want of room: a byte that is none of this charset
            ++in;
            --left;
        }
    }
    iconv_close(converter);
    return text;
}

/// Where a text may be cut: before its last heading.
std::size_t lastHeading(const std::string& text)
{
    std::size_t best = 0;
    for (const std::string_view mark : {"\n# ", "\n## ", "\n### "}) {
        const std::size_t at = text.rfind(mark);
        best = at == std::string::npos ? best : std::max(best, at + 1);
    }
    return best == 0 ? text.size() : best;
}

} // namespace

void readPlainText(const InputFile& file, TextEncoding encoding, BlockSink& sink)
{
    TextPieces pieces(file, encoding);
    while (auto piece = pieces.next()) {
        give(extractPlainText(*piece), sink);
    }
}

void readCsv(const InputFile& file, TextEncoding encoding, BlockSink& sink)
{
    TextPieces pieces(file, encoding);
    CsvReader reader(sink);
    while (auto piece = pieces.next()) {
        reader.feed(*piece);
    }
    reader.finish();
}

void readMarkdown(const InputFile& file, TextEncoding encoding, BlockSink& sink)
{
    TextPieces pieces(file, encoding);
    std::string text;
    while (auto piece = pieces.next()) {
        text += *piece;
        if (text.size() >= kMarkdownPiece) {
            const std::size_t cut = lastHeading(text);
            give(extractMarkdown(std::string_view(text).substr(0, cut)), sink);
            text.erase(0, cut);
        }
    }
    give(extractMarkdown(text), sink);
}

Result<void> readHtml(const InputFile& file, TextEncoding encoding, BlockSink& sink)
{
    if (file.size() > kLongestPage) {
        return fail(extractError(ExtractFault::TooLarge,
                                 "The web page has " + std::to_string(file.size() >> 20) + " MB; at most " +
                                     std::to_string(kLongestPage >> 20) + " MB are read. Divide it."));
    }
    std::string text;
    if (encoding == TextEncoding::Windows1252) {
        text = converted(file, declaredCharset(file.read(0, 4096)));
    }
    if (text.empty()) {
        text = wholeText(file, encoding);
    }
    give(extractHtml(text), sink);
    return {};
}

} // namespace parley::server::knowledge
