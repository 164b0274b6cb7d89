// SPDX-License-Identifier: MIT
#include "server/edge/framing.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parley::server::edge {

namespace {

constexpr std::size_t kMaxFields = 100;
constexpr std::size_t kMaxMethodLength = 20;

enum : std::uint8_t { kPlain, kControl, kCarriageReturn, kLineFeed };

constexpr std::array<std::uint8_t, 256> makeByteClasses()
{
    std::array<std::uint8_t, 256> classes{};
    for (std::size_t i = 0; i < 0x20; ++i) {
        classes[i] = kControl;
    }
    classes[0x7f] = kControl;
    classes['\t'] = kPlain;
    classes['\r'] = kCarriageReturn;
    classes['\n'] = kLineFeed;
    return classes;
}

/// @source RFC 9110, 5.6.2: tchar
constexpr std::array<bool, 256> makeTokenTable()
{
    std::array<bool, 256> table{};
    for (const char c : std::string_view("!#$%&'*+-.^_`|~0123456789"
                                         "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
        table[static_cast<unsigned char>(c)] = true;
    }
    return table;
}

constexpr auto kByteClasses = makeByteClasses();
constexpr auto kTokenTable = makeTokenTable();

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view trimOws(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

FramingError bad(std::string_view reason)
{
    return FramingError{400, reason};
}

bool isToken(std::string_view text)
{
    for (const char c : text) {
        if (!kTokenTable[static_cast<unsigned char>(c)]) {
            return false;
        }
    }
    return !text.empty();
}

std::optional<FramingError> parseRequestLine(std::string_view line, RequestHead& head)
{
    const std::size_t methodEnd = line.find(' ');
    const std::size_t targetEnd = line.rfind(' ');
    if (methodEnd == std::string_view::npos || methodEnd == targetEnd) {
        return bad("The request line is not: method, target, version.");
    }
    head.method = line.substr(0, methodEnd);
    if (head.method.empty() || head.method.size() > kMaxMethodLength) {
        return bad("The method is not valid.");
    }
    for (const char c : head.method) {
        if (c < 'A' || c > 'Z') {
            return bad("The method is not valid.");
        }
    }
    const std::string_view version = line.substr(targetEnd + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        return bad("The HTTP version is not 1.0 or 1.1.");
    }
    head.minorVersion = version.back() - '0';
    head.target = line.substr(methodEnd + 1, targetEnd - methodEnd - 1);
    if (head.target.empty() || head.target.front() != '/') {
        return bad("The request target is not a path.");
    }
    for (const char c : head.target) {
        if (static_cast<unsigned char>(c) <= 0x20 || static_cast<unsigned char>(c) >= 0x7f) {
            return bad("The request target holds a byte that must be encoded.");
        }
    }
    return std::nullopt;
}

bool isPort(std::string_view text)
{
    int value = 0;
    for (const char c : text) {
        if (!isDigit(c)) {
            return false;
        }
        value = value * 10 + (c - '0');
    }
    return !text.empty() && text.size() <= 5 && value > 0 && value <= 65535;
}

/// A name, an IPv4 address or a bracketed IPv6 address, and a port perhaps. No user part, no list.
bool isHost(std::string_view text)
{
    std::string_view rest;
    if (!text.empty() && text.front() == '[') {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos || end < 3 ||
            text.substr(1, end - 1).find_first_not_of("0123456789abcdefABCDEF:.") != std::string_view::npos) {
            return false;
        }
        rest = text.substr(end + 1);
    } else {
        const std::size_t end = text.find(':');
        const std::string_view name = text.substr(0, end);
        if (name.empty() || name.size() > 253) {
            return false;
        }
        for (const char c : name) {
            if (!isDigit(c) && !(lower(c) >= 'a' && lower(c) <= 'z') && c != '-' && c != '.' && c != '_') {
                return false;
            }
        }
        rest = end == std::string_view::npos ? std::string_view() : text.substr(end);
    }
    return rest.empty() || (rest.front() == ':' && isPort(rest.substr(1)));
}

std::optional<std::uint64_t> parseLength(std::string_view text)
{
    if (text.empty() || text.size() > 18) {
        return std::nullopt;
    }
    std::uint64_t value = 0;
    for (const char c : text) {
        if (!isDigit(c)) {
            return std::nullopt;
        }
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return value;
}

/// Fields that must come once at most, because who reads the first and who reads the last would disagree.
struct SeenOnce {
    bool host = false;
    bool contentLength = false;
    bool transferEncoding = false;
    bool authorization = false;
    bool contentType = false;
    bool expect = false;
    bool upgrade = false;
    bool origin = false;
    bool tenant = false;
    bool idempotencyKey = false;
    bool connectionUpgrade = false;
    bool webSocket = false;
};

std::optional<FramingError> once(bool& seen)
{
    if (std::exchange(seen, true)) {
        return bad("A header that may come once came twice.");
    }
    return std::nullopt;
}

std::optional<FramingError> applyConnection(std::string_view value, RequestHead& head, SeenOnce& seen)
{
    if (listHasToken(value, "close")) {
        head.keepAlive = false;
    }
    seen.connectionUpgrade = seen.connectionUpgrade || listHasToken(value, "upgrade");
    return std::nullopt;
}

std::optional<FramingError> applyFraming(const HeaderView& field, RequestHead& head, SeenOnce& seen)
{
    if (equalsIgnoringCase(field.name, "content-length")) {
        const auto length = parseLength(field.value);
        if (seen.contentLength || !length) {
            return bad("Content-Length is not one number.");
        }
        seen.contentLength = true;
        head.contentLength = *length;
    } else if (equalsIgnoringCase(field.name, "transfer-encoding")) {
        if (seen.transferEncoding || field.value != "chunked") {
            return bad("Transfer-Encoding is not exactly: chunked.");
        }
        seen.transferEncoding = true;
        head.isChunked = true;
    } else if (equalsIgnoringCase(field.name, "host")) {
        if (seen.host || !isHost(field.value)) {
            return bad("Host is not one valid host.");
        }
        seen.host = true;
    } else if (equalsIgnoringCase(field.name, "expect")) {
        if (!equalsIgnoringCase(field.value, "100-continue")) {
            return FramingError{417, "Only 100-continue can be expected."};
        }
        head.expectsContinue = true;
        return once(seen.expect);
    } else if (equalsIgnoringCase(field.name, "upgrade")) {
        seen.webSocket = equalsIgnoringCase(field.value, "websocket");
        return once(seen.upgrade);
    }
    return std::nullopt;
}

std::optional<FramingError> applyField(const HeaderView& field, RequestHead& head, SeenOnce& seen)
{
    switch (field.name.size()) {
    case 4:
    case 7:
    case 14:
    case 17:
        return applyFraming(field, head, seen);
    case 6:
        return equalsIgnoringCase(field.name, "origin") ? once(seen.origin) : applyFraming(field, head, seen);
    case 8:
        return equalsIgnoringCase(field.name, "x-tenant") ? once(seen.tenant) : std::nullopt;
    case 10:
        return equalsIgnoringCase(field.name, "connection") ? applyConnection(field.value, head, seen)
                                                            : std::nullopt;
    case 12:
        return equalsIgnoringCase(field.name, "content-type") ? once(seen.contentType) : std::nullopt;
    case 13:
        return equalsIgnoringCase(field.name, "authorization") ? once(seen.authorization) : std::nullopt;
    case 15:
        return equalsIgnoringCase(field.name, "idempotency-key") ? once(seen.idempotencyKey) : std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<FramingError> parseField(std::string_view line, RequestHead& head, SeenOnce& seen)
{
    if (line.front() == ' ' || line.front() == '\t') {
        return bad("A header line is folded.");
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon))) {
        return bad("A header name is not valid.");
    }
    if (head.fields.size() == kMaxFields) {
        return FramingError{431, "There are too many headers."};
    }
    head.fields.push_back(HeaderView{line.substr(0, colon), trimOws(line.substr(colon + 1))});
    return applyField(head.fields.back(), head, seen);
}

std::optional<FramingError> checkTogether(RequestHead& head, const SeenOnce& seen)
{
    if (head.minorVersion == 1 && !seen.host) {
        return bad("Host is missing.");
    }
    if (head.isChunked && (seen.contentLength || head.minorVersion == 0)) {
        return bad("Transfer-Encoding cannot stand with Content-Length or HTTP/1.0.");
    }
    if (head.minorVersion == 0) {
        head.keepAlive = false;
        head.expectsContinue = false;
    }
    head.wantsWebSocket = seen.connectionUpgrade && seen.webSocket && head.minorVersion == 1 &&
                          head.method == "GET" && !head.isChunked && head.contentLength == 0;
    return std::nullopt;
}

} // namespace

HeadScan scanHead(std::string_view data, std::size_t from, std::size_t limitBytes)
{
    HeadScan scan;
    const std::size_t end = std::min(data.size(), limitBytes);
    std::size_t at = from;
    for (; at < end; ++at) {
        const std::uint8_t kind = kByteClasses[static_cast<unsigned char>(data[at])];
        if (kind == kPlain) {
            continue;
        }
        if (kind != kCarriageReturn) {
            scan.error =
                bad(kind == kLineFeed ? "A line ends without CR." : "The header holds a control byte.");
            return scan;
        }
        if (at + 1 >= data.size()) {
            break;
        }
        if (data[at + 1] != '\n') {
            scan.error = bad("A CR is not followed by LF.");
            return scan;
        }
        if (at == 0) {
            scan.error = bad("The request line is empty.");
            return scan;
        }
        // An empty line: this CRLF begins right after the one before.
        if (at >= 2 && data[at - 1] == '\n') {
            scan.size = at + 2;
            if (scan.size > limitBytes) {
                scan.error = FramingError{431, "The header is too large."};
            }
            return scan;
        }
        ++at;
    }
    if (data.size() >= limitBytes && at >= end) {
        scan.error = FramingError{431, "The header is too large."};
    }
    scan.scanned = at;
    return scan;
}

std::optional<FramingError> parseHead(std::string_view block, RequestHead& head)
{
    head.fields.clear();
    head.contentLength = 0;
    head.isChunked = head.expectsContinue = head.wantsWebSocket = false;
    head.keepAlive = true;

    std::size_t end = block.find("\r\n");
    if (end == std::string_view::npos) {
        return bad("The request line is not complete.");
    }
    if (auto error = parseRequestLine(block.substr(0, end), head)) {
        return error;
    }
    SeenOnce seen;
    for (std::size_t at = end + 2; at < block.size(); at = end + 2) {
        end = block.find("\r\n", at);
        if (end == std::string_view::npos || end == at) {
            break;
        }
        if (auto error = parseField(block.substr(at, end - at), head, seen)) {
            return error;
        }
    }
    return checkTogether(head, seen);
}

bool equalsIgnoringCase(std::string_view left, std::string_view right)
{
    if (left.size() != right.size()) {
        return false;
    }
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (lower(left[i]) != lower(right[i])) {
            return false;
        }
    }
    return true;
}

bool listHasToken(std::string_view list, std::string_view token)
{
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        if (equalsIgnoringCase(trimOws(list.substr(0, comma)), token)) {
            return true;
        }
        list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    }
    return false;
}

} // namespace parley::server::edge
