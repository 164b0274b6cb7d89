// SPDX-License-Identifier: MIT
#include "server/net/http_message.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>

namespace parley::server::net {

namespace {

/// They say where a message ends and to whom it goes.
constexpr std::array<std::string_view, 8> kOurs{"host",
                                                "content-length",
                                                "transfer-encoding",
                                                "connection",
                                                "expect",
                                                "te",
                                                "upgrade",
                                                "accept-encoding"};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool isSame(std::string_view left, std::string_view right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) {
        return lower(a) == lower(b);
    });
}

/// @source RFC 9110, 5.6.2
bool isToken(std::string_view text)
{
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') ||
               kMarks.find(c) != std::string_view::npos;
    });
}

bool isValue(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
    });
}

} // namespace

std::string_view headerValue(const HttpHeaders& headers, std::string_view name)
{
    const auto found = std::find_if(headers.begin(), headers.end(), [name](const auto& header) {
        return isSame(header.first, name);
    });
    return found == headers.end() ? std::string_view{} : std::string_view(found->second);
}

std::optional<std::int64_t> httpDateMs(std::string_view text)
{
    const std::string copy(text);
    const time_t seconds = copy.empty() ? -1 : curl_getdate(copy.c_str(), nullptr);
    return seconds < 0 ? std::nullopt : std::optional<std::int64_t>(std::int64_t{seconds} * 1000);
}

Result<void> checkRequest(const HttpRequest& request)
{
    if (!isToken(request.method) || isSame(request.method, "CONNECT")) {
        return fail(ErrorCode::InvalidArgument, "The HTTP method is wrong.");
    }
    for (const auto& [name, value] : request.headers) {
        const bool isOurs = std::any_of(kOurs.begin(), kOurs.end(), [&name = name](std::string_view ours) {
            return isSame(name, ours);
        });
        if (!isToken(name) || isOurs) {
            return fail(ErrorCode::InvalidArgument, "A header of this name cannot be sent: " + name);
        }
        if (!isValue(value)) {
            return fail(ErrorCode::InvalidArgument, "The header " + name + " holds control characters.");
        }
    }
    return {};
}

} // namespace parley::server::net
