// SPDX-License-Identifier: MIT
#include "server/llm/openai_wire.h"

#include <cmath>
#include <utility>

namespace parley::server::llm {

namespace {

using nlohmann::json;

const char* nameOf(ChatRole role)
{
    switch (role) {
    case ChatRole::System:
        return "system";
    case ChatRole::Assistant:
        return "assistant";
    case ChatRole::Tool:
        return "tool";
    case ChatRole::User:
        break;
    }
    return "user";
}

tl::unexpected<Error> nonsense(const char* what)
{
    return fail(ErrorCode::Upstream, "The model's server gave an answer that cannot be read.", what);
}

std::int64_t countOf(const json& usage, const char* name)
{
    const auto found = usage.find(name);
    return found != usage.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

TokenUsage usageOf(const json& answer)
{
    const auto usage = answer.find("usage");
    if (usage == answer.end() || !usage->is_object()) {
        return {};
    }
    return TokenUsage{countOf(*usage, "prompt_tokens"), countOf(*usage, "completion_tokens")};
}

Result<std::vector<float>> vectorOf(const json& item)
{
    const auto numbers = item.find("embedding");
    if (numbers == item.end() || !numbers->is_array() || numbers->empty()) {
        return nonsense("an embedding is missing");
    }
    std::vector<float> vector;
    vector.reserve(numbers->size());
    for (const json& number : *numbers) {
        const double value = number.is_number() ? number.get<double>() : std::nan("");
        if (!std::isfinite(value)) {
            return nonsense("an embedding holds what is no number");
        }
        vector.push_back(static_cast<float>(value));
    }
    return vector;
}

} // namespace

json chatBody(std::string_view model, const std::vector<ChatMessage>& messages, const ChatOptions& options)
{
    json body{{"model", model}, {"stream", false}};
    json& list = body["messages"] = json::array();
    for (const ChatMessage& message : messages) {
        list.push_back(json{{"role", nameOf(message.role)}, {"content", message.text}});
    }
    if (options.temperature) {
        body["temperature"] = *options.temperature;
    }
    if (options.maxTokens) {
        body["max_tokens"] = *options.maxTokens;
    }
    if (options.schema) {
        json form{{"name", options.schema->name}, {"strict", true}, {"schema", options.schema->schema}};
        body["response_format"] = json{{"type", "json_schema"}, {"json_schema", std::move(form)}};
    }
    return body;
}

bool adaptChatBody(json& body, std::string_view parameter)
{
    if (parameter == "max_tokens" && body.contains("max_tokens")) {
        body["max_completion_tokens"] = body["max_tokens"]; // what reasoning models call it
        body.erase("max_tokens");
        return true;
    }
    if (parameter == "temperature" && body.erase("temperature") > 0) {
        return true;
    }
    if (parameter.starts_with("response_format") && body.contains("response_format")) {
        const json older{{"type", "json_object"}};
        if (body["response_format"] == older) {
            body.erase("response_format");
        } else {
            body["response_format"] = older;
        }
        return true;
    }
    return false;
}

Result<ChatReply> readChatReply(const std::string& body)
{
    const json answer = json::parse(body, nullptr, false);
    const json* choices = answer.is_object() && answer.contains("choices") ? &answer["choices"] : nullptr;
    if (choices == nullptr || !choices->is_array() || choices->empty() || !choices->front().is_object()) {
        return nonsense("no choices");
    }
    const json& choice = choices->front();
    const auto message = choice.find("message");
    if (message == choice.end() || !message->is_object()) {
        return nonsense("no message");
    }
    if (const auto refusal = message->find("refusal"); refusal != message->end() && refusal->is_string()) {
        return fail(ErrorCode::Upstream, "The model refused to answer.");
    }
    const auto content = message->find("content");
    if (content == message->end() || !content->is_string()) {
        return nonsense("no content");
    }
    ChatReply reply;
    reply.text = content->get<std::string>();
    if (const auto reason = choice.find("finish_reason"); reason != choice.end() && reason->is_string()) {
        reply.finishReason = reason->get<std::string>();
    }
    reply.usage = usageOf(answer);
    return reply;
}

Result<std::vector<std::vector<float>>> readEmbeddings(const std::string& body, std::size_t texts)
{
    const json answer = json::parse(body, nullptr, false);
    const json* data = answer.is_object() && answer.contains("data") ? &answer["data"] : nullptr;
    if (data == nullptr || !data->is_array() || data->size() != texts) {
        return nonsense("not one embedding a text");
    }
    std::vector<std::vector<float>> vectors(texts);
    for (std::size_t i = 0; i < texts; ++i) {
        const json& item = (*data)[i];
        const bool hasIndex = item.is_object() && item.contains("index");
        if (!item.is_object() || (hasIndex && !item["index"].is_number_unsigned())) {
            return nonsense("an embedding has no index");
        }
        const std::size_t at = hasIndex ? item["index"].get<std::size_t>() : i;
        if (at >= texts || !vectors[at].empty()) {
            return nonsense("an index is wrong or there twice");
        }
        auto vector = vectorOf(item);
        if (!vector) {
            return fail(std::move(vector).error());
        }
        vectors[at] = *std::move(vector);
        if (vectors[at].size() != data->front()["embedding"].size()) {
            return nonsense("embeddings of several lengths");
        }
    }
    return vectors;
}

std::string dumped(const json& body)
{
    return body.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace parley::server::llm
