// SPDX-License-Identifier: MIT
#include "server/api/multipart.h"

#include "shared/core/text.h"

#include <optional>

namespace parley::server::api {

namespace {

/// RFC 2046, 5.1.1: a boundary has 1 to 70 characters.
constexpr std::size_t kMaxBoundary = 70;

/// The value of `name=value` or `name="value"` among a header's parameters.
std::optional<std::string> parameterOf(std::string_view header, std::string_view name)
{
    std::size_t at = header.find(';');
    while (at != std::string_view::npos) {
        const std::string_view rest = trimmed(header.substr(at + 1));
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos) {
            return std::nullopt;
        }
        const bool isWanted = asciiLower(trimmed(rest.substr(0, equals))) == name;
        std::string_view value = rest.substr(equals + 1);
        std::string read;
        std::size_t end = 0;
        if (value.starts_with('"')) {
            for (end = 1; end < value.size() && value[end] != '"'; ++end) {
                if (value[end] == '\\' && end + 1 < value.size()) {
                    ++end;
                }
                read += value[end];
            }
        } else {
            end = std::min(value.find(';'), value.size());
            read = trimmed(value.substr(0, end));
        }
        if (isWanted) {
            return read;
        }
        const std::size_t next = value.find(';', end);
        at = next == std::string_view::npos ? next
                                            : static_cast<std::size_t>(value.data() - header.data()) + next;
    }
    return std::nullopt;
}

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
void readHeaders(std::string_view block, FormPart& part)
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
            part.name = parameterOf(value, "name").value_or("");
            part.fileName = withoutFolders(parameterOf(value, "filename").value_or(""));
        } else if (name == "content-type") {
            part.contentType = asciiLower(trimmed(value.substr(0, value.find(';'))));
        }
    }
}

} // namespace

Result<std::vector<FormPart>> parseForm(std::string_view contentType, std::string_view body)
{
    const auto boundary = parameterOf(contentType, "boundary");
    if (!asciiLower(contentType).starts_with("multipart/form-data") || !boundary || boundary->empty() ||
        boundary->size() > kMaxBoundary) {
        return fail(ErrorCode::UnsupportedMediaType, "The body must be multipart/form-data with a boundary.");
    }
    const std::string opening = "--" + *boundary;
    const std::string separator = "\r\n" + opening;
    if (!body.starts_with(opening)) {
        return broken("it does not begin with its boundary");
    }
    std::vector<FormPart> parts;
    std::size_t at = opening.size();
    while (body.substr(at, 2) != "--") {
        if (body.substr(at, 2) != "\r\n") {
            return broken("a boundary is not followed by a line end");
        }
        if (parts.size() == kMaxFormParts) {
            return broken("it has more than 32 parts");
        }
        const std::size_t headersEnd = body.find("\r\n\r\n", at);
        const std::size_t end =
            headersEnd == std::string_view::npos ? headersEnd : body.find(separator, headersEnd + 2);
        if (end == std::string_view::npos) {
            return broken("a part has no end");
        }
        FormPart part;
        readHeaders(body.substr(at + 2, headersEnd - at - 2), part);
        const std::size_t contentAt = headersEnd + 4;
        part.content = contentAt <= end ? body.substr(contentAt, end - contentAt) : std::string_view();
        parts.push_back(std::move(part));
        at = end + separator.size();
    }
    return parts;
}

} // namespace parley::server::api
