// SPDX-License-Identifier: MIT
#include "server/daemon/edge_options.h"

#include "shared/core/version.h"

#include <QCoreApplication>

#include <charconv>

namespace parley::server::daemon {

namespace {

std::chrono::milliseconds ms(Settings::Number number)
{
    return std::chrono::milliseconds(number);
}

std::size_t size(Settings::Number number)
{
    return static_cast<std::size_t>(number);
}

edge::RateLimits rateLimits(const Settings::Limits& limits)
{
    edge::RateLimits rates;
    if (limits.requestsPerMinute == 0) {
        return {0, 0, 0, 0};
    }
    rates.chatUser = static_cast<int>(limits.requestsPerMinute);
    rates.anonymousAddress = static_cast<int>(limits.anonymousPerMinute);
    rates.operatorUser = static_cast<int>(limits.operatorPerMinute);
    rates.apiClient = static_cast<int>(limits.apiClientPerMinute);
    return rates;
}

} // namespace

edge::EdgeOptions edgeOptions(const Settings& settings)
{
    const Settings::Edge& from = settings.edge;
    edge::EdgeOptions options;
    options.threads = size(from.threads);
    options.headerBytes = size(from.headerBytes);
    options.maxConnections = size(from.maxConnections);
    options.maxConnectionsPerAddress = size(from.connectionsPerAddress);
    options.sendBacklogBytes = size(from.sendBacklogBytes);
    options.headerTimeout = ms(from.headerTimeoutMs);
    options.bodyTimeout = ms(from.bodyTimeoutMs);
    options.idleTimeout = ms(from.idleTimeoutMs);
    options.writeTimeout = ms(from.writeTimeoutMs);
    options.trustedProxies = from.trustedProxies;
    options.operatorOrigins = settings.security.corsOrigins;
    options.publicUrl = from.publicUrl;
    options.protocolVersion = kProtocolVersion;
    options.limits = rateLimits(settings.limits);
    options.tlsCertificateFile = settings.tls.certificate;
    options.tlsKeyFile = settings.tls.key;
    return options;
}

std::pair<std::string, std::uint16_t> listenAddress(const Settings& settings)
{
    const std::string& listen = settings.edge.listen;
    const std::size_t colon = listen.rfind(':');
    std::string host = listen.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
    }
    std::uint16_t port = 0;
    const std::string text = colon == std::string::npos ? std::string() : listen.substr(colon + 1);
    std::from_chars(text.data(), text.data() + text.size(), port);
    return {host.empty() ? "127.0.0.1" : host, port};
}

std::filesystem::path assetsFolder(const Settings& settings)
{
    if (!settings.edge.assetsFolder.empty()) {
        return settings.edge.assetsFolder;
    }
    const std::filesystem::path program = QCoreApplication::applicationDirPath().toStdString();
    return program / ".." / "share" / "parley";
}

} // namespace parley::server::daemon
