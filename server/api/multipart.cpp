// SPDX-License-Identifier: MIT
#include "server/api/multipart.h"

#include "server/api/form_source.h"
#include "server/edge/header_parameter.h"
#include "shared/core/text.h"

#include <optional>

namespace parley::server::api {

namespace {

/// RFC 2046, 5.1.1: a boundary has 1 to 70 characters.
constexpr std::size_t kMaxBoundary = 70;
constexpr std::uint64_t kMaxFieldBytes = 64 * 1024;

std::string withoutFolders(std::string name)
{
    const std::size_t slash = name.find_last_of("/\\");
    return slash == std::string::npos ? name : name.substr(slash + 1);
}

tl::unexpected<Error> broken(std::string_view what)
{
    return fail(ErrorCode::Malformed, "The form is broken: " + std::string(what) + ".");
}

/// Reads the header lines of one part.
void readHeaders(std::string_view block, FormRange& part)
{
    while (!block.empty()) {
        const std::size_t end = std::min(block.find("\r\n"), block.size());
        const std::string_view line = block.substr(0, end);
        block.remove_prefix(std::min(end + 2, block.size()));
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) {
            continue;
        }
        const std::string name = asciiLower(trimmed(line.substr(0, colon)));
        const std::string_view value = trimmed(line.substr(colon + 1));
        if (name == "content-disposition") {
            part.name = edge::headerParameter(value, "name").value_or("");
            part.fileName = withoutFolders(edge::headerParameter(value, "filename").value_or(""));
        } else if (name == "content-type") {
            part.contentType = asciiLower(trimmed(value.substr(0, value.find(';'))));
        }
    }
}

/// One part's header and extent. @param at  behind the boundary before it; then behind the one after it
Result<FormRange> readPart(const FormSource& source, const std::string& separator, std::uint64_t& at)
{
    const auto headersEnd = source.find("\r\n\r\n", at);
    const auto end = headersEnd ? source.find(separator, *headersEnd + 2) : std::nullopt;
    if (!end) {
        return broken("a part has no end");
    }
    if (*headersEnd - at > kMaxPartHeaderBytes) {
        return broken("a part's header is too large");
    }
    FormRange part;
    const std::uint64_t headersAt = std::min(at + 2, *headersEnd);
    readHeaders(source.read(headersAt, static_cast<std::size_t>(*headersEnd - headersAt)), part);
    part.offset = *headersEnd + 4;
    part.length = part.offset <= *end ? *end - part.offset : 0;
    at = *end + separator.size();
    return part;
}

Result<std::vector<FormRange>> readForm(std::string_view contentType, const FormSource& source)
{
    const auto boundary = edge::headerParameter(contentType, "boundary");
    if (!asciiLower(contentType).starts_with("multipart/form-data") || !boundary || boundary->empty() ||
        boundary->size() > kMaxBoundary) {
        return fail(ErrorCode::UnsupportedMediaType, "The body must be multipart/form-data with a boundary.");
    }
    const std::string opening = "--" + *boundary;
    if (source.read(0, opening.size()) != opening) {
        return broken("it does not begin with its boundary");
    }
    std::vector<FormRange> parts;
    std::uint64_t at = opening.size();
    for (std::string next = source.read(at, 2); next != "--"; next = source.read(at, 2)) {
        if (next != "\r\n") {
            return broken("a boundary is not followed by a line end");
        }
        if (parts.size() == kMaxFormParts) {
            return broken("it has more than 32 parts");
        }
        auto part = readPart(source, "\r\n" + opening, at);
        if (!part) {
            return fail(std::move(part).error());
        }
        parts.push_back(*std::move(part));
    }
    return parts;
}

tl::unexpected<Error> unreadable(const std::filesystem::path& file)
{
    return fail(ErrorCode::Storage, "The upload could not be read.", file.string());
}

} // namespace

Result<std::vector<FormPart>> parseForm(std::string_view contentType, std::string_view body)
{
    auto ranges = parseFormRanges(contentType, body);
    if (!ranges) {
        return fail(std::move(ranges).error());
    }
    std::vector<FormPart> parts;
    for (FormRange& range : *ranges) {
        parts.push_back({std::move(range.name),
                         std::move(range.fileName),
                         std::move(range.contentType),
                         range.length > 0 ? body.substr(range.offset, range.length) : std::string_view()});
    }
    return parts;
}

Result<std::vector<FormRange>> parseFormRanges(std::string_view contentType, std::string_view body)
{
    return readForm(contentType, MemoryForm(body));
}

Result<std::vector<FormRange>> parseFormFile(std::string_view contentType, const std::filesystem::path& file)
{
    const FileForm source(file);
    auto parts = readForm(contentType, source);
    return source.hasFailed() ? Result<std::vector<FormRange>>(unreadable(file)) : parts;
}

Result<std::string> readField(const std::filesystem::path& file, const FormRange& part)
{
    if (part.length > kMaxFieldBytes) {
        return fail(ErrorCode::PayloadTooLarge, "The field " + part.name + " is too long.");
    }
    const FileForm source(file);
    std::string text = source.read(part.offset, static_cast<std::size_t>(part.length));
    return text.size() == part.length ? Result<std::string>(std::move(text)) : unreadable(file);
}

} // namespace parley::server::api
