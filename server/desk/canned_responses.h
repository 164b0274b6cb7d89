// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/catalog.h"
#include "server/store/canned_response_repository.h"

#include <optional>
#include <string>

namespace parley::server::desk {

/// Texts that supporters send often.
struct CannedResponseKind {
    using Row = store::CannedResponseRow;
    using Repository = store::CannedResponseRepository;
    /// What a POST gives or a PATCH changes; empty optionals leave as it is.
    struct Changes {
        std::optional<std::string> shortcut;
        std::optional<std::string> title;
        std::optional<std::string> text;
    };
    static constexpr const char* kName = "canned_response";
    static constexpr const char* kNoun = "canned response";
    static constexpr const char* kUnique = "shortcut";
    static constexpr int kMost = 1'000;

    /// @errors InvalidArgument naming every field that is wrong
    static Result<void> apply(Row& row, const Changes& changes);
    static nlohmann::json view(const Row& row);
};

using CannedResponses = Catalog<CannedResponseKind>;

} // namespace parley::server::desk
