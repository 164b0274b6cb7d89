// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/catalog.h"
#include "server/store/team_repository.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::desk {

/// People who deal with the same kinds of cases.
struct TeamKind {
    using Row = store::TeamRow;
    using Repository = store::TeamRepository;
    /// What a POST gives or a PATCH changes; empty optionals leave as it is.
    struct Changes {
        std::optional<std::string> name;
        std::optional<std::vector<std::string>> categories;
        /// Ids of the tenant's users; who they are is for the caller to check.
        std::optional<std::vector<std::string>> members;
        /// JSON object of business hours; an empty text: the tenant's.
        std::optional<std::string> hours;
        std::optional<std::int64_t> capacity;
    };
    static constexpr const char* kName = "team";
    static constexpr const char* kNoun = "team";
    static constexpr const char* kUnique = "name";
    static constexpr int kMost = 100;

    /// @errors InvalidArgument naming every field that is wrong
    static Result<void> apply(Row& row, const Changes& changes);
    static nlohmann::json view(const Row& row);
};

using Teams = Catalog<TeamKind>;

} // namespace parley::server::desk
