// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/entities/entities.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace parley::server::tools {

/// Fills parameters that were left out with what the customer's message names: by `x-entity` of the property,
/// or by its name (order_id, order_number, email, ticket_id, ...). Where the message names several of a kind,
/// only a list takes them; guessing between them would be worse than asking.
/// @param schema  as it was written
void fillFromEntities(const nlohmann::json& schema,
                      const std::vector<nlp::Entity>& entities,
                      nlohmann::json& input);

} // namespace parley::server::tools
