// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace parley::server::agents {

/// Where a case belongs that went to a person for a reason.
struct Destination {
    std::string_view reason;
    std::string_view category; ///< technical, billing, account, legal, security, general
    std::string_view priority; ///< low, medium, high, urgent
};

/// That of a shipped reason; "general" and "medium" for any other.
const Destination& destinationOf(std::string_view reason);

} // namespace parley::server::agents
