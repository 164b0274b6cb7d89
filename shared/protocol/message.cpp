// SPDX-License-Identifier: MIT
#include "shared/protocol/message.h"

#include "shared/core/clock.h"

namespace parley::proto {

void to_json(nlohmann::json& json, const Citation& citation)
{
    json = {{"document_id", citation.documentId},
            {"title", citation.title},
            {"snippet", citation.snippet},
            {"score", citation.score}};
    if (citation.page) {
        json["page"] = *citation.page;
    }
}

void from_json(const nlohmann::json& json, Citation& citation)
{
    citation.documentId = json.value("document_id", "");
    citation.title = json.value("title", "");
    citation.snippet = json.value("snippet", "");
    citation.score = json.value("score", 0.0);
    if (json.contains("page")) {
        citation.page = json.at("page").get<std::int64_t>();
    }
}

void to_json(nlohmann::json& json, const Message& message)
{
    json = {{"id", message.id},
            {"session_id", message.sessionId},
            {"seq", message.seq},
            {"sender", message.sender},
            {"author", nullptr},
            {"text", message.text},
            {"kind", message.kind},
            {"created_ts", toRfc3339(message.createdMs)},
            {"attachments", nlohmann::json::array()}};
    if (!message.authorName.empty()) {
        json["author"] = {{"id", message.authorId}, {"name", message.authorName}};
    }
    if (!message.citations.empty()) {
        json["citations"] = message.citations;
    }
    if (!message.delivery.empty()) {
        json["delivery"] = message.delivery;
    }
}

} // namespace parley::proto
