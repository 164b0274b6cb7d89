// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::proto {

/// Where a sentence of an answer comes from.
struct Citation {
    std::string documentId;
    std::string title;
    std::string snippet;
    /// 0..1, higher is better; comparable within one answer only.
    double score = 0;
    std::optional<std::int64_t> page;
};

/// One message as its reader sees it: `seq` counts what that reader may see.
struct Message {
    std::string id;
    std::string sessionId;
    std::int64_t seq = 0;
    std::string sender;
    std::string authorId;
    std::string authorName;
    std::string text;
    std::string kind;
    std::int64_t createdMs = 0;
    std::vector<Citation> citations;
    std::string delivery;
};

void to_json(nlohmann::json& json, const Citation& citation);
void from_json(const nlohmann::json& json, Citation& citation);
void to_json(nlohmann::json& json, const Message& message);

} // namespace parley::proto
