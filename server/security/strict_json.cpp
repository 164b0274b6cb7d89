// SPDX-License-Identifier: MIT
#include "server/security/strict_json.h"

#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <vector>

namespace parley::server::security {

std::optional<nlohmann::json> parseStrictObject(std::string_view text)
{
    using nlohmann::json;
    std::vector<std::set<std::string>> names;
    bool isAmbiguous = false;
    const auto watch = [&](int, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::object_start) {
            names.emplace_back();
        } else if (event == json::parse_event_t::object_end) {
            names.pop_back();
        } else if (event == json::parse_event_t::key) {
            isAmbiguous = !names.back().insert(parsed.get<std::string>()).second || isAmbiguous;
        }
        return true;
    };
    json object = json::parse(text.begin(), text.end(), watch, /*allow_exceptions=*/false);
    if (isAmbiguous || !object.is_object()) {
        return std::nullopt;
    }
    return object;
}

} // namespace parley::server::security
