// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/turn.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace parley::server::pipeline {

/// What in a model's arguments names something (a number, an id, an address) that neither the customer nor a
/// tool has named before, nor the tool's schema offers: a document, or nobody, told the model to use it.
/// Dates and small numbers name nothing.
/// @param input  with the personal details put back
/// @return the argument's name; empty: all is well
std::string strangeArgument(const Turn& turn, const tools::ToolInfo& tool, const nlohmann::json& input);

} // namespace parley::server::pipeline
