// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace parley::server::runtime::platform::detail {

/// Lets through only the system calls that reading needs; the others fail with EPERM, opening for writing
/// with EACCES. False where the system or the processor is not known.
bool filterSystemCalls();

/// Lets through only files below `readable` and the file of standard input. False where the kernel cannot.
bool restrictFiles(const std::vector<std::string>& readable);

} // namespace parley::server::runtime::platform::detail
