// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/error.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace parley::server::channels {

/// Checks a value that is no object against the part of JSON Schema that channels are described in: type,
/// enum, minLength, maxLength, minimum, maximum, items, minItems, maxItems, uniqueItems. Every fault is added
/// with its place: `field`, or below it ("config.categories.0").
void checkValue(const nlohmann::json& schema,
                const nlohmann::json& value,
                const std::string& field,
                std::vector<FieldError>& faults);

/// What holds: `own` over the `default` of every property that it does not set, at any depth.
nlohmann::json withDefaults(const nlohmann::json& schema, const nlohmann::json& own);

/// Applies a patch to an object that is set, and to the objects in it; null takes back to the default. A name
/// that the schema does not know is a fault ("config.response_times.never").
nlohmann::json patchedValue(const nlohmann::json& schema,
                            nlohmann::json own,
                            const nlohmann::json& patch,
                            const std::string& field,
                            std::vector<FieldError>& faults);

} // namespace parley::server::channels
