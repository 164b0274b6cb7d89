// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/error.h"

#include <string>
#include <string_view>

namespace parley::server::knowledge {

/// Why a document was not read.
enum class ExtractFault {
    Encrypted,
    Scanned,
    Broken,
    Empty,
    Unsupported,
    Bomb,
    TooLarge,
    TooManyPages,
    Memory,
    Time,
    Crashed,
    Unsafe, ///< the reader could not be confined
};

/// How `parley-extract` ends when a library gave up for want of memory and nothing could be told any more.
constexpr int kExitOutOfMemory = 12;

/// "encrypted", "too_many_pages", ...: as in the frames.
std::string_view faultName(ExtractFault fault);

/// Crashed for a name that is not known.
ExtractFault faultNamed(std::string_view name);

/// @param message  a sentence for the operator who uploaded the file
Error extractError(ExtractFault fault, std::string message, std::string detail = {});

} // namespace parley::server::knowledge
