// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace parley::server::llm {

/// The names of all kinds of providers.
inline std::span<const std::string_view> providerKinds()
{
    static constexpr std::array<std::string_view, 5> kKinds{
        "openai", "anthropic", "gemini", "openrouter", "local"};
    return kKinds;
}

} // namespace parley::server::llm
