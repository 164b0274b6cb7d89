// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace parley::server::tools {

/// A tool that comes with Parley.
struct BuiltinInfo {
    std::string_view name;
    std::string_view description;
    nlohmann::json schema;
    bool isWrite = false;
    bool isPersonal = false;
};

/// search_knowledge, create_ticket, customer_history, escalate, send, sentiment, demo_account_lookup,
/// demo_account_update; null for any other.
const BuiltinInfo* findBuiltin(std::string_view name);

/// Their names with commas between them.
std::string builtinNames();

} // namespace parley::server::tools
