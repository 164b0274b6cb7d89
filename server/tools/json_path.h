// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace parley::server::tools {

/// A path into a JSON value, a strict subset of JSONPath: `$`, `.name`, `['name']`, `[0]`, `[-1]`, `[*]`,
/// `.*`. No filters, slices, unions, functions or `..`: what it costs is bounded by what it reads.
/// @source RFC 9535
class JsonPath {
public:
    /// @errors InvalidArgument with what is wrong and where
    static Result<JsonPath> parse(std::string_view text);

    /// What the path names: without wildcards the one value, with one an array of those there are; empty
    /// where a path without wildcards names nothing.
    [[nodiscard]] std::optional<nlohmann::json> select(const nlohmann::json& root) const;

private:
    struct Any {};
    using Step = std::variant<std::string, std::int64_t, Any>;

    std::vector<Step> m_steps;
    bool m_hasWildcard = false;
};

} // namespace parley::server::tools
