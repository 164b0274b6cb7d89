// SPDX-License-Identifier: MIT
#include "server/edge/target.h"

#include "shared/core/text.h"

namespace parley::server::edge {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The byte that %XX at `at` stands for, -1 when the escape is broken.
int escapeAt(std::string_view text, std::size_t at)
{
    if (at + 2 >= text.size()) {
        return -1;
    }
    const int high = hexValue(text[at + 1]);
    const int low = hexValue(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool hasDotSegment(std::string_view path)
{
    std::size_t at = 0;
    while (at != std::string_view::npos) {
        const std::size_t next = path.find('/', at + 1);
        const std::string_view segment =
            path.substr(at + 1, next == std::string_view::npos ? next : next - at - 1);
        if (segment == "." || segment == "..") {
            return true;
        }
        at = next;
    }
    return false;
}

FramingError bad(std::string_view reason)
{
    return FramingError{400, reason};
}

std::optional<FramingError> checkQuery(std::string_view query)
{
    for (std::size_t at = 0; at < query.size(); ++at) {
        if (std::string_view("\"<>\\#").find(query[at]) != std::string_view::npos) {
            return bad("The query holds a character that must be encoded.");
        }
        if (query[at] == '%') {
            const int byte = escapeAt(query, at);
            if (byte <= 0) {
                return bad("The query holds a broken escape or NUL.");
            }
        }
    }
    if (query.find('%') != std::string_view::npos && !isUtf8(percentDecode(query, true).value_or("\xff"))) {
        return bad("The query is not UTF-8.");
    }
    return std::nullopt;
}

} // namespace

std::optional<FramingError> parseTarget(std::string_view raw, Target& target)
{
    const std::size_t question = raw.find('?');
    const std::string_view path = raw.substr(0, question);
    target.query = question == std::string_view::npos ? std::string_view() : raw.substr(question + 1);
    target.path.clear();
    target.path.reserve(path.size());
    bool isDecoded = false;
    for (std::size_t at = 0; at < path.size(); ++at) {
        const char c = path[at];
        if (c != '%') {
            if (std::string_view("\"<>\\^`{|}#").find(c) != std::string_view::npos) {
                return bad("The path holds a character that must be encoded.");
            }
            target.path.push_back(c);
            continue;
        }
        const int byte = escapeAt(path, at);
        if (byte < 0x20 || byte == 0x7f || byte == '/' || byte == '\\') {
            return bad("The path holds a broken escape, a control byte or an encoded separator.");
        }
        target.path.push_back(static_cast<char>(byte));
        isDecoded = true;
        at += 2;
    }
    if (hasDotSegment(target.path)) {
        return bad("The path holds a dot segment.");
    }
    if (isDecoded && !isUtf8(target.path)) {
        return bad("The path is not UTF-8.");
    }
    return checkQuery(target.query);
}

std::optional<std::string> percentDecode(std::string_view text, bool plusIsSpace)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%') {
            const int byte = escapeAt(text, at);
            if (byte < 0) {
                return std::nullopt;
            }
            decoded.push_back(static_cast<char>(byte));
            at += 2;
        } else {
            decoded.push_back(plusIsSpace && text[at] == '+' ? ' ' : text[at]);
        }
    }
    return decoded;
}

} // namespace parley::server::edge
