// SPDX-License-Identifier: MIT
#include "server/net/redirect.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parley::server::net {

namespace {

/// They say nothing about who asks.
constexpr std::array<std::string_view, 3> kHarmless{"accept", "accept-language", "user-agent"};

void keepHarmless(HttpHeaders& headers)
{
    HttpHeaders kept;
    for (const std::string_view name : kHarmless) {
        if (const auto value = headerValue(headers, name); !value.empty()) {
            kept.emplace_back(name, value);
        }
    }
    headers = std::move(kept);
}

void becomeGet(HttpRequest& request)
{
    request.method = request.method == "HEAD" ? "HEAD" : "GET";
    request.body.clear();
    std::erase_if(request.headers, [](const auto& header) {
        const HttpHeaders one{header};
        return !headerValue(one, "content-type").empty() || !headerValue(one, "content-encoding").empty();
    });
}

} // namespace

bool isRedirect(const HttpResponse& response)
{
    constexpr std::array kStatuses{301, 302, 303, 307, 308};
    return std::find(kStatuses.begin(), kStatuses.end(), response.status) != kStatuses.end() &&
           !headerValue(response.headers, "location").empty();
}

Result<HttpUrl> followRedirect(HttpRequest& request, const HttpUrl& from, const HttpResponse& response)
{
    auto target = resolveLocation(from, headerValue(response.headers, "location"), request.trust);
    if (!target) {
        return target;
    }
    if (from.scheme == "https" && target->scheme != "https") {
        return fail(ErrorCode::Upstream, "The server redirected to an address without TLS.");
    }
    const bool keepsMethod = response.status == 307 || response.status == 308;
    if (!keepsMethod && (response.status == 303 || request.method == "POST")) {
        becomeGet(request);
    }
    if (target->origin() != from.origin()) {
        if (!request.body.empty()) {
            return fail(ErrorCode::Upstream,
                        "The server redirected a request with a body to another server.");
        }
        keepHarmless(request.headers);
    }
    request.url = target->text;
    return target;
}

} // namespace parley::server::net
