// SPDX-License-Identifier: MIT
#include "server/edge/status_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parley::server::edge {

namespace {

constexpr std::array<std::pair<int, std::string_view>, 31> kTexts{{{100, "Continue"},
                                                                   {101, "Switching Protocols"},
                                                                   {200, "OK"},
                                                                   {201, "Created"},
                                                                   {202, "Accepted"},
                                                                   {204, "No Content"},
                                                                   {206, "Partial Content"},
                                                                   {301, "Moved Permanently"},
                                                                   {302, "Found"},
                                                                   {303, "See Other"},
                                                                   {304, "Not Modified"},
                                                                   {307, "Temporary Redirect"},
                                                                   {308, "Permanent Redirect"},
                                                                   {400, "Bad Request"},
                                                                   {401, "Unauthorized"},
                                                                   {403, "Forbidden"},
                                                                   {404, "Not Found"},
                                                                   {405, "Method Not Allowed"},
                                                                   {408, "Request Timeout"},
                                                                   {409, "Conflict"},
                                                                   {413, "Content Too Large"},
                                                                   {415, "Unsupported Media Type"},
                                                                   {417, "Expectation Failed"},
                                                                   {422, "Unprocessable Content"},
                                                                   {426, "Upgrade Required"},
                                                                   {429, "Too Many Requests"},
                                                                   {431, "Request Header Fields Too Large"},
                                                                   {500, "Internal Server Error"},
                                                                   {501, "Not Implemented"},
                                                                   {502, "Bad Gateway"},
                                                                   {503, "Service Unavailable"}}};

} // namespace

std::string_view statusText(int status)
{
    const auto isStatus = [status](const auto& entry) { return entry.first == status; };
    const auto found = std::find_if(kTexts.begin(), kTexts.end(), isStatus);
    if (found != kTexts.end()) {
        return found->second;
    }
    return status == 504 ? "Gateway Timeout" : "Unknown";
}

} // namespace parley::server::edge
