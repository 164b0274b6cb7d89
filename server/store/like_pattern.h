// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace parley::server::store {

/// Finds the words anywhere, in a `LIKE … ESCAPE '!'`: what they have of its signs stands for itself.
inline std::string likeAnywhere(std::string_view words)
{
    std::string pattern = "%";
    for (const char c : words) {
        if (c == '%' || c == '_' || c == '!') {
            pattern.push_back('!');
        }
        pattern.push_back(c);
    }
    return pattern + "%";
}

} // namespace parley::server::store
