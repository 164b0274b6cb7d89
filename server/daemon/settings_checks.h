// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

// Each returns an empty text when the value is right, otherwise what would be right. None repeats the value,
// because it may be secret. An empty value means "not set" to all but checkNotEmpty.
namespace parley::server::daemon {

std::string checkNotEmpty(std::string_view text);

/// "127.0.0.1:8080", "[::1]:0", "localhost:80".
std::string checkListen(std::string_view text);

/// An IPv4 or IPv6 address, or such with a prefix length.
std::string checkNetwork(std::string_view text);

/// "https://host[:port][/path]" without query and fragment.
std::string checkHttpUrl(std::string_view text);

/// A scheme and a host, or `*`.
std::string checkOrigin(std::string_view text);

std::string checkPostgresUrl(std::string_view text);
std::string checkRedisUrl(std::string_view text);
std::string checkPemKey(std::string_view text);

/// 32 bytes as base64url with padding: 44 characters. @source Fernet specification, "Key Format"
std::string checkMasterKey(std::string_view text);

std::string checkLogLevels(std::string_view text);
std::string checkEmbedderKind(std::string_view text);
std::string checkLogFormat(std::string_view text);

/// Whether an address ("scheme://user:password@host") holds a password.
bool hasUrlPassword(std::string_view url);

} // namespace parley::server::daemon
