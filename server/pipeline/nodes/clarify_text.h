// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::pipeline {

/// "Is it about billing, orders or something else?" in the conversation's language (en, de, es, fr; English
/// otherwise). @param choices  names of agents or intents, two or three; underscores are shown as spaces
std::string clarifyText(const std::vector<std::string>& choices, std::string_view locale);

} // namespace parley::server::pipeline
