// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parley {

/// True when `text` is well-formed UTF-8 (no overlong forms, surrogates or values above U+10FFFF).
bool isUtf8(std::string_view text);

/// Number of code points. @param text  well-formed UTF-8
std::size_t codePoints(std::string_view text);

/// The first `count` code points. @param text  well-formed UTF-8
std::string_view firstCodePoints(std::string_view text, std::size_t count);

/// Without white space at both ends (ASCII white space and U+00A0).
std::string_view trimmed(std::string_view text);

/// ASCII letters to lower case; everything else stays.
std::string asciiLower(std::string_view text);

} // namespace parley
