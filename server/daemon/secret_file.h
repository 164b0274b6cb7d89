// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/secret.h"
#include "shared/core/result.h"

#include <filesystem>
#include <functional>

namespace parley::server::daemon {

/// The secret in a file, which only its owner may read; made by `generate` when the file is not there.
/// Blocking: start-up. @errors Storage the file cannot be read or written
Result<security::Secret> readOrCreateSecret(const std::filesystem::path& file,
                                            const std::function<security::Secret()>& generate);

/// Writes a text for its owner's eyes alone. @errors Storage the file cannot be written
Result<void> writePrivateFile(const std::filesystem::path& file, const std::string& text);

} // namespace parley::server::daemon
