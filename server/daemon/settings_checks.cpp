// SPDX-License-Identifier: MIT
#include "server/daemon/settings_checks.h"

#include "server/telemetry/log_channels.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace parley::server::daemon {

namespace {

std::optional<std::uint32_t> wholeNumber(std::string_view text, std::uint32_t most)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || number > most) {
        return std::nullopt;
    }
    return number;
}

bool isAddress(std::string_view text, bool* isV6 = nullptr)
{
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(std::string(text), error);
    if (!error && isV6 != nullptr) {
        *isV6 = address.is_v6();
    }
    return !error;
}

bool isHost(std::string_view text)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '.';
    };
    return !text.empty() && text.size() <= 253 && std::all_of(text.begin(), text.end(), allowed);
}

/// "host", "host:port", "[v6]:port".
bool isAuthority(std::string_view text, bool needsPort)
{
    std::string_view host = text;
    std::string_view port;
    bool hasPort = false;
    if (text.starts_with('[')) {
        const std::size_t close = text.find(']');
        if (close == std::string_view::npos || !isAddress(text.substr(1, close - 1))) {
            return false;
        }
        hasPort = close + 1 < text.size();
        if (hasPort && text[close + 1] != ':') {
            return false;
        }
        port = hasPort ? text.substr(close + 2) : std::string_view{};
        host = "v6";
    } else if (const std::size_t colon = text.rfind(':'); colon != std::string_view::npos) {
        hasPort = true;
        host = text.substr(0, colon);
        port = text.substr(colon + 1);
    }
    return isHost(host) && (hasPort ? wholeNumber(port, 65'535).has_value() : !needsPort);
}

/// What stands behind "http://" or "https://"; empty when neither does.
std::string_view afterHttp(std::string_view text)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (text.starts_with(scheme)) {
            return text.substr(scheme.size());
        }
    }
    return {};
}

} // namespace

std::string checkNotEmpty(std::string_view text)
{
    return text.empty() ? "must not be empty" : "";
}

std::string checkListen(std::string_view text)
{
    return isAuthority(text, true) ? "" : "must be HOST:PORT, as 127.0.0.1:8080 or [::1]:8080";
}

std::string checkNetwork(std::string_view text)
{
    bool isV6 = false;
    const std::size_t slash = text.find('/');
    const bool isRight =
        isAddress(text.substr(0, slash), &isV6) &&
        (slash == std::string_view::npos || wholeNumber(text.substr(slash + 1), isV6 ? 128 : 32));
    return isRight ? "" : "must be addresses or networks, as 10.0.0.1 or 10.0.0.0/8";
}

std::string checkHttpUrl(std::string_view text)
{
    const std::string_view rest = afterHttp(text);
    const bool isRight = text.empty() || (isAuthority(rest.substr(0, rest.find('/')), false) &&
                                          rest.find_first_of("?#@ ") == std::string_view::npos);
    return isRight ? "" : "must be an address as https://support.example.com";
}

std::string checkOrigin(std::string_view text)
{
    const bool isRight = text == "*" || isAuthority(afterHttp(text), false);
    return isRight ? "" : "must be exact origins without a path, as https://shop.example.com, or *";
}

std::string checkPostgresUrl(std::string_view text)
{
    const bool isRight = text.empty() || text.starts_with("postgresql://") || text.starts_with("postgres://");
    return isRight ? "" : "must begin with postgresql://";
}

std::string checkRedisUrl(std::string_view text)
{
    return text.empty() || text.starts_with("redis://") ? "" : "must begin with redis://";
}

std::string checkPemKey(std::string_view text)
{
    const bool isRight = text.empty() || (text.starts_with("-----BEGIN ") &&
                                          text.find("PRIVATE KEY-----") != std::string_view::npos);
    return isRight ? "" : "must be a private key in PEM form (-----BEGIN PRIVATE KEY-----)";
}

std::string checkMasterKey(std::string_view text)
{
    const auto isBase64Url = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    };
    const bool isRight = text.empty() || (text.size() == 44 && text.back() == '=' &&
                                          std::all_of(text.begin(), text.end() - 1, isBase64Url));
    return isRight ? "" : "must be 32 bytes in base64url, 44 characters that end in =";
}

std::string checkLogLevels(std::string_view text)
{
    return telemetry::parseLogLevels(text)
               ? ""
               : "must be debug, info, warn, error or off, or such per logger: info,edge=debug";
}

std::string checkEmbedderKind(std::string_view text)
{
    const bool isRight = text == "none" || text == "onnx" || text == "openai";
    return isRight ? "" : "must be none, onnx or openai";
}

std::string checkLogFormat(std::string_view text)
{
    return text == "json" || text == "text" ? "" : "must be json or text";
}

bool hasUrlPassword(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) {
        return false;
    }
    const std::string_view rest = url.substr(scheme + 3);
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?"));
    const std::size_t at = authority.rfind('@');
    const bool inAuthority =
        at != std::string_view::npos && authority.substr(0, at).find(':') != std::string_view::npos;
    return inAuthority || rest.find("password=") != std::string_view::npos;
}

} // namespace parley::server::daemon
