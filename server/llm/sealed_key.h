// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/fernet.h"
#include "server/security/secret.h"
#include "shared/core/result.h"

#include <cstdint>
#include <string>

namespace parley::server::llm {

/// A provider's key at rest: encrypted together with whose it is and the origin it may be sent to, so that
/// neither a changed address nor a row copied to another tenant carries it elsewhere.
/// @param owner   the tenant's id, or "platform"
/// @param origin  "https://api.openai.com:443"
std::string sealKey(const security::Fernet& fernet,
                    const std::string& owner,
                    const std::string& origin,
                    const security::Secret& key,
                    std::int64_t nowMs);

/// @errors InvalidArgument it is not under one of the master keys, or belongs to another owner or origin
Result<security::Secret> openKey(const security::Fernet& fernet,
                                 const std::string& owner,
                                 const std::string& origin,
                                 const std::string& sealed);

} // namespace parley::server::llm
