// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace parley::server::cache {

/// The lines of resources/understanding/cache.
std::span<const std::string_view> questionLines();

} // namespace parley::server::cache
