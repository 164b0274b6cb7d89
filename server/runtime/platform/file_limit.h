// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace parley::server::runtime::platform {

/// Raises the number of files and sockets this process may have open to what the system allows it, at most
/// `wanted`.
/// @return the limit now in force; 0 where the platform has none
std::uint64_t raiseOpenFileLimit(std::uint64_t wanted);

/// The limit now in force; 0 where the platform has none.
std::uint64_t openFileLimit();

} // namespace parley::server::runtime::platform
