// SPDX-License-Identifier: MIT
#include "server/net/http_url.h"

#include <curl/curl.h>

#include <algorithm>
#include <cctype>
#include <memory>

namespace parley::server::net {

namespace {

constexpr std::size_t kMaxUrlBytes = 8'192;

struct FreeUrl {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

struct FreeText {
    void operator()(char* text) const { curl_free(text); }
};

tl::unexpected<Error> wrongUrl(const std::string& why)
{
    return fail(ErrorCode::InvalidArgument, "The address is not one that can be used: " + why);
}

/// Empty where there is no such part.
std::string part(CURLU* url, CURLUPart which, unsigned flags = 0)
{
    char* text = nullptr;
    const CURLUcode code = curl_url_get(url, which, &text, flags);
    const std::unique_ptr<char, FreeText> owned(text);
    return code == CURLUE_OK && text != nullptr ? std::string(text) : std::string();
}

bool isPlainHost(std::string_view host)
{
    return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.' || c == '_';
    });
}

/// An IPv6 literal without its brackets.
bool isV6Host(std::string_view host)
{
    return host.find(':') != std::string_view::npos;
}

/// What a guarded address must not have: it has no use there, and each has tricked a check before.
Result<void> checkGuarded(CURLU* url, const std::string& host)
{
    if (!part(url, CURLUPART_USER).empty() || !part(url, CURLUPART_PASSWORD).empty()) {
        return wrongUrl("it must not hold a user name or password.");
    }
    if (!part(url, CURLUPART_ZONEID).empty()) {
        return wrongUrl("it must not name a network zone.");
    }
    if (!isV6Host(host) && (!isPlainHost(host) || host.ends_with('.') || host.starts_with('.'))) {
        return wrongUrl("write the host in ASCII letters, digits, dots and hyphens.");
    }
    return {};
}

Result<HttpUrl> takenApart(const Url& url, Trust trust)
{
    HttpUrl out;
    out.scheme = part(url.get(), CURLUPART_SCHEME);
    out.host = part(url.get(), CURLUPART_HOST);
    if (out.host.starts_with('[') && out.host.ends_with(']')) {
        out.host = out.host.substr(1, out.host.size() - 2);
    }
    std::transform(out.host.begin(), out.host.end(), out.host.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    out.port = part(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
    if (out.scheme != "http" && out.scheme != "https") {
        return wrongUrl("it must begin with http:// or https://.");
    }
    if (out.host.empty() || out.port.empty() || out.port == "0") {
        return wrongUrl("it has no host or no port.");
    }
    if (trust == Trust::Guarded) {
        if (auto checked = checkGuarded(url.get(), out.host); !checked) {
            return fail(std::move(checked).error());
        }
    }
    curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
    out.text = part(url.get(), CURLUPART_URL);
    return out;
}

bool isPrintable(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte > 0x20 && byte != 0x7F && byte != '\\';
    });
}

Result<HttpUrl> parsed(const Url& url, std::string_view text, Trust trust)
{
    // A backslash is a slash to browsers and a letter to others: nobody needs one.
    if (text.empty() || text.size() > kMaxUrlBytes || !isPrintable(text)) {
        return wrongUrl("it is empty, too long, or holds white space or a backslash.");
    }
    const std::string copy(text);
    const CURLUcode code = curl_url_set(url.get(), CURLUPART_URL, copy.c_str(), CURLU_NON_SUPPORT_SCHEME);
    if (code != CURLUE_OK) {
        return wrongUrl(curl_url_strerror(code));
    }
    return takenApart(url, trust);
}

} // namespace

std::string HttpUrl::origin() const
{
    return scheme + "://" + host + ":" + port;
}

Result<HttpUrl> parseHttpUrl(std::string_view text, Trust trust)
{
    const Url url(curl_url());
    return parsed(url, text, trust);
}

Result<HttpUrl> resolveLocation(const HttpUrl& from, std::string_view location, Trust trust)
{
    const Url url(curl_url());
    if (auto base = parsed(url, from.text, trust); !base) {
        return base;
    }
    auto target = parsed(url, location, trust);
    if (!target) {
        return fail(ErrorCode::Upstream,
                    "The server redirected to an address that cannot be used.",
                    target.error().message);
    }
    return target;
}

} // namespace parley::server::net
