// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace parley::server::nlp {

/// Lines "label<TAB>sentence" of resources/understanding/classes/router.tsv.
std::span<const std::string_view> routerExampleLines();

/// Lines "label<TAB>sentence" of resources/understanding/classes/category.tsv.
std::span<const std::string_view> categoryExampleLines();

} // namespace parley::server::nlp
