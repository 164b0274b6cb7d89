// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

/// Authenticated encryption of small values: AES-256-GCM by OpenSSL, a random nonce in front and the tag
/// behind.
/// @source NIST SP 800-38D (96-bit nonce, 128-bit tag)
namespace parley::console::sealed_box {

/// @param key 32 bytes @param context is authenticated, not encrypted: a value cannot be moved under another
/// name
QByteArray seal(const QByteArray& plain, const QByteArray& key, const QByteArray& context);
/// Empty when it was changed, or sealed with another key or context.
std::optional<QByteArray> open(const QByteArray& sealed, const QByteArray& key, const QByteArray& context);
QByteArray randomBytes(int count);

} // namespace parley::console::sealed_box
