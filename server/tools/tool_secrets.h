// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace parley::server::tools {

/// A tool's config apart from what nobody reads again.
struct SplitConfig {
    nlohmann::json shown;                              ///< with "********" where a secret is
    nlohmann::json secrets = nlohmann::json::object(); ///< JSON pointer -> text
    bool keepsSecrets = false;                         ///< a mask stood for one that was there before
};

/// Takes the secrets out of a config: everything in `secrets`, and texts in `headers`, `query` and `body`
/// whose names sound like one ("Authorization", "api_key"), unless they are nothing but places. A mask keeps
/// the secret that stood there before.
/// @param before  what split() gave for the config before; an empty object for a new tool
/// @errors InvalidArgument a mask stands where no secret was
Result<SplitConfig> splitSecrets(const nlohmann::json& config, const nlohmann::json& before);

/// The config with its secrets in their places, for a call.
nlohmann::json joinSecrets(nlohmann::json shown, const nlohmann::json& secrets);

/// Whether a header, parameter or member of this name holds a secret.
bool soundsSecret(std::string_view name);

/// The value with every secret of some length replaced by a mask: a server may send back what it was sent.
nlohmann::json withoutSecrets(nlohmann::json value, const nlohmann::json& secrets);

} // namespace parley::server::tools
