// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace parley::server::security {

/// bcrypt's work factor: 2^12 rounds, about 0.2 s. Tests use kMinPasswordCost.
inline constexpr int kPasswordCost = 12;
inline constexpr int kMinPasswordCost = 4;
/// bcrypt reads no more than this; longer ones are refused rather than cut.
inline constexpr std::size_t kMaxPasswordBytes = 72;
/// Shortest password in code points, with PARLEY_ENV=production and without.
inline constexpr std::size_t kProductionPasswordLength = 10;
inline constexpr std::size_t kDevelopmentPasswordLength = 8;

/// Whether a new password may be used. There are no rules on its characters: length is what counts.
/// @param minLength  in code points
/// @errors InvalidArgument (field `password`) too short, above 72 bytes, with a NUL, not UTF-8
/// @source NIST SP 800-63B, 5.1.1.2
Result<void> checkPasswordPolicy(std::string_view password, std::size_t minLength);

/// bcrypt "$2b$…" with a new salt. @errors InvalidArgument above 72 bytes or with a NUL; Internal libxcrypt
/// refused
/// @thread blocking for about 0.2 s at the default cost: the cpu pool only
Result<std::string> hashPassword(std::string_view password, int cost = kPasswordCost);

/// Compares in constant time. An over-long password, one with a NUL and a damaged hash take as long and are
/// wrong.
/// @thread blocking: the cpu pool only
bool verifyPassword(std::string_view password, const std::string& hash);

/// Takes as long as verifyPassword of a hash of this cost, for accounts that do not exist or have no
/// password.
/// @thread blocking: the cpu pool only
void spendPasswordTime(std::string_view password, int cost = kPasswordCost);

} // namespace parley::server::security
