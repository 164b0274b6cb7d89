// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::channels {

/// `{name}`s of a text that are not among the known ones, each once. A brace that begins no name is a brace.
std::vector<std::string> unknownVariables(std::string_view text, const std::vector<std::string>& known);

/// The text with its `{name}`s replaced; one without a value stays as it is. What is put in is not looked at
/// again, so that a customer's name cannot be a variable.
std::string filledIn(std::string_view text, const std::map<std::string, std::string>& values);

} // namespace parley::server::channels
