// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/extract_error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parley::server::knowledge {

namespace {

struct Known {
    ExtractFault fault;
    std::string_view name;
    ErrorCode code;
};

constexpr std::array kKnown{
    Known{ExtractFault::Encrypted, "encrypted", ErrorCode::InvalidArgument},
    Known{ExtractFault::Scanned, "scanned", ErrorCode::InvalidArgument},
    Known{ExtractFault::Broken, "broken", ErrorCode::InvalidArgument},
    Known{ExtractFault::Empty, "empty", ErrorCode::InvalidArgument},
    Known{ExtractFault::Unsupported, "unsupported", ErrorCode::UnsupportedMediaType},
    Known{ExtractFault::Bomb, "bomb", ErrorCode::PayloadTooLarge},
    Known{ExtractFault::TooLarge, "too_large", ErrorCode::PayloadTooLarge},
    Known{ExtractFault::TooManyPages, "too_many_pages", ErrorCode::PayloadTooLarge},
    Known{ExtractFault::Memory, "memory", ErrorCode::PayloadTooLarge},
    Known{ExtractFault::Time, "time", ErrorCode::Timeout},
    Known{ExtractFault::Crashed, "crashed", ErrorCode::InvalidArgument},
    Known{ExtractFault::Unsafe, "unsafe", ErrorCode::Internal},
};

const Known& known(ExtractFault fault)
{
    return *std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& one) { return one.fault == fault; });
}

} // namespace

std::string_view faultName(ExtractFault fault)
{
    return known(fault).name;
}

ExtractFault faultNamed(std::string_view name)
{
    const auto* found =
        std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& one) { return one.name == name; });
    return found == kKnown.end() ? ExtractFault::Crashed : found->fault;
}

Error extractError(ExtractFault fault, std::string message, std::string detail)
{
    Error error;
    error.code = known(fault).code;
    error.message = std::move(message);
    error.detail = std::move(detail);
    error.problem = "document_" + std::string(known(fault).name);
    return error;
}

} // namespace parley::server::knowledge
