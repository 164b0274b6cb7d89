// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace parley::server::nlp {

/// Everyday sentences of many subjects that few companies' agents are for, in several languages: what a
/// model that knows only a tenant's own examples is shown as belonging nowhere.
std::span<const std::string_view> backgroundTexts();

} // namespace parley::server::nlp
