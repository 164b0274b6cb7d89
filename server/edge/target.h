// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/framing.h"

#include <optional>
#include <string>
#include <string_view>

namespace parley::server::edge {

/// A request target, taken apart.
struct Target {
    /// Decoded; well-formed UTF-8 without controls, dot segments or encoded separators.
    std::string path;
    /// As it came, without "?".
    std::string_view query;
};

/// Splits and decodes an origin-form target. Refused is everything that another server could resolve to
/// another path: broken escapes, an encoded slash, backslash or NUL, dot segments in any spelling, a
/// fragment.
std::optional<FramingError> parseTarget(std::string_view raw, Target& target);

/// Decodes %XX, and "+" as a space when asked. Empty optional when an escape is broken.
std::optional<std::string> percentDecode(std::string_view text, bool plusIsSpace);

} // namespace parley::server::edge
