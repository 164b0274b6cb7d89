// SPDX-License-Identifier: MIT
#include "server/llm/chat_wire.h"
#include "server/llm/delta_template.h"

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

json messageJson(const ChatMessage& message)
{
    json object{{"role", nameOf(message.role)}, {"content", message.text}};
    if (message.role == ChatRole::Tool) {
        object["tool_call_id"] = message.toolCallId;
    }
    for (const ToolCall& call : message.toolCalls) {
        json function{{"name", call.name}, {"arguments", dumped(argumentsObject(call))}};
        object["tool_calls"].push_back(
            json{{"id", call.id}, {"type", "function"}, {"function", std::move(function)}});
    }
    if (!message.toolCalls.empty() && message.text.empty()) {
        object["content"] = nullptr;
    }
    return object;
}

std::int64_t countOf(const json& usage, const char* name)
{
    const auto found = usage.find(name);
    return found != usage.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

void readUsage(const json& answer, TokenUsage& usage)
{
    const auto told = answer.find("usage");
    if (told != answer.end() && told->is_object()) {
        usage = TokenUsage{countOf(*told, "prompt_tokens"), countOf(*told, "completion_tokens")};
    }
}

std::string textOf(const json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// One element of "tool_calls": whole in an answer, a fragment in a stream.
StreamReader::Taken takeCall(ReplyBuilder& reply, const json& item)
{
    const auto function = item.is_object() ? item.find("function") : item.end();
    if (!item.is_object() || function == item.end() || !function->is_object()) {
        return tl::unexpected(nonsense("a tool call that is none"));
    }
    const auto index = item.find("index");
    const bool hasIndex = index != item.end() && index->is_number_integer();
    auto call =
        reply.call(hasIndex ? std::optional(index->get<std::int64_t>()) : std::nullopt, textOf(item, "id"));
    if (!call) {
        return tl::unexpected(unusable(std::move(call).error()));
    }
    if ((*call)->id.empty()) {
        (*call)->id = textOf(item, "id");
    }
    if ((*call)->name.empty()) {
        (*call)->name = textOf(*function, "name");
    }
    const auto arguments = function->find("arguments");
    if (arguments == function->end() || arguments->is_null()) {
        return {};
    }
    // Some servers give the object instead of its text.
    auto added = ReplyBuilder::addArguments(**call,
                                            arguments->is_string() ? arguments->get<std::string>()
                                                                   : dumped(*arguments));
    return added ? StreamReader::Taken() : tl::unexpected(unusable(std::move(added).error()));
}

/// "message" of an answer or "delta" of a stream.
StreamReader::Taken takeMessage(ReplyBuilder& reply, const json& message)
{
    if (const std::string words = textOf(message, "refusal"); !words.empty()) {
        return tl::unexpected(refusal("a refusal"));
    }
    const auto content = message.find("content");
    if (content != message.end() && content->is_string()) {
        if (auto added = reply.addText(content->get_ref<const std::string&>()); !added) {
            return tl::unexpected(unusable(std::move(added).error()));
        }
    }
    const auto calls = message.find("tool_calls");
    if (calls == message.end() || !calls->is_array()) {
        return {};
    }
    for (const json& item : *calls) {
        if (auto taken = takeCall(reply, item); !taken) {
            return taken;
        }
    }
    return {};
}

class OpenAiReader final : public StreamReader {
public:
    Taken take(const net::SseEvent& event) override
    {
        if (event.data == "[DONE]") {
            m_isFinished = m_isEnded = true;
            return {};
        }
        if (const auto token = m_shape.tokenOf(event.data)) {
            auto added = m_reply.addText(*token);
            return added ? Taken() : tl::unexpected(unusable(std::move(added).error()));
        }
        const json chunk = parsed(event.data);
        if (!chunk.is_object()) {
            return tl::unexpected(nonsense("an event that is no JSON object"));
        }
        if (const auto error = chunk.find("error"); error != chunk.end() && !error->is_null()) {
            return tl::unexpected(failureInStream(chunk));
        }
        readUsage(chunk, m_reply.usage());
        const auto choices = chunk.find("choices");
        if (choices == chunk.end() || !choices->is_array() || choices->empty()) {
            return {}; // how many tokens it took
        }
        auto taken = takeChoice(choices->front());
        if (taken && isTokenAlone(chunk, choices->front())) {
            static const json::json_pointer kPlace("/choices/0/delta/content");
            m_shape.learn(event.data, chunk, kPlace);
        }
        return taken;
    }

private:
    /// Whether all that take() made of it is the token, so that events of the same shape are taken so too.
    static bool isTokenAlone(const json& chunk, const json& choice)
    {
        const auto usage = chunk.find("usage");
        const auto delta = choice.find("delta");
        if ((usage != chunk.end() && usage->is_object()) || delta == choice.end() || !delta->is_object()) {
            return false;
        }
        const auto content = delta->find("content");
        const auto calls = delta->find("tool_calls");
        return content != delta->end() && content->is_string() &&
               (calls == delta->end() || !calls->is_array()) && textOf(choice, "finish_reason").empty();
    }

    Taken takeChoice(const json& choice)
    {
        const auto delta = choice.is_object() ? choice.find("delta") : choice.end();
        if (!choice.is_object()) {
            return tl::unexpected(nonsense("a choice that is no object"));
        }
        if (delta != choice.end() && delta->is_object()) {
            if (auto taken = takeMessage(m_reply, *delta); !taken) {
                return taken;
            }
        }
        const std::string reason = textOf(choice, "finish_reason");
        if (reason == "error") {
            return tl::unexpected(nonsense("the stream ended with an error"));
        }
        if (reason == "content_filter") {
            return tl::unexpected(refusal("content_filter"));
        }
        if (!reason.empty()) {
            m_isFinished = true;
            m_reply.finishReason(reason == "function_call" ? "tool_calls" : reason);
        }
        return {};
    }

    DeltaTemplate m_shape;
};

class OpenAiWire final : public ChatWire {
public:
    std::string path(std::string_view, bool) const override { return "/chat/completions"; }

    net::HttpHeaders headers(const security::Secret& key) const override
    {
        net::HttpHeaders headers;
        if (!key.isEmpty()) {
            headers.emplace_back("Authorization", "Bearer " + key.reveal());
        }
        return headers;
    }

    json body(std::string_view model,
              const std::vector<ChatMessage>& messages,
              const ChatOptions& options,
              bool isStream) const override;
    bool adapt(json& body, std::string_view parameter) const override;
    tl::expected<ChatReply, ProviderFailure> read(const std::string& body, const ChatOptions&) const override;

    std::unique_ptr<StreamReader> reader(const ChatOptions&) const override
    {
        return std::make_unique<OpenAiReader>();
    }
};

json OpenAiWire::body(std::string_view model,
                      const std::vector<ChatMessage>& messages,
                      const ChatOptions& options,
                      bool isStream) const
{
    json body{{"model", model}, {"stream", isStream}};
    if (isStream) {
        body["stream_options"] = json{{"include_usage", true}};
    }
    json& list = body["messages"] = json::array();
    for (const ChatMessage& message : messages) {
        list.push_back(messageJson(message));
    }
    for (const ToolSpec& tool : options.tools) {
        json function{{"name", tool.name},
                      {"description", tool.description},
                      {"parameters", tool.inputSchema}};
        body["tools"].push_back(json{{"type", "function"}, {"function", std::move(function)}});
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

bool OpenAiWire::adapt(json& body, std::string_view parameter) const
{
    if (parameter == "max_tokens" && body.contains("max_tokens")) {
        body["max_completion_tokens"] = body["max_tokens"]; // what reasoning models call it
        body.erase("max_tokens");
        return true;
    }
    if (parameter == "temperature" || parameter.starts_with("stream_options")) {
        return body.erase(parameter == "temperature" ? "temperature" : "stream_options") > 0;
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

tl::expected<ChatReply, ProviderFailure> OpenAiWire::read(const std::string& body, const ChatOptions&) const
{
    const json answer = parsed(body);
    if (answer.is_object() && answer.contains("error") && !answer["error"].is_null()) {
        return tl::unexpected(failureInStream(answer));
    }
    const json* choices = answer.is_object() && answer.contains("choices") ? &answer["choices"] : nullptr;
    if (choices == nullptr || !choices->is_array() || choices->empty() || !choices->front().is_object()) {
        return tl::unexpected(nonsense("no choices"));
    }
    const json& choice = choices->front();
    const auto message = choice.find("message");
    if (message == choice.end() || !message->is_object()) {
        return tl::unexpected(nonsense("no message"));
    }
    const std::string reason = textOf(choice, "finish_reason");
    if (reason == "content_filter") {
        return tl::unexpected(refusal("content_filter"));
    }
    ReplyBuilder reply;
    if (auto taken = takeMessage(reply, *message); !taken) {
        return tl::unexpected(std::move(taken).error());
    }
    const auto content = message->find("content");
    const bool hasText = content != message->end() && content->is_string();
    if (!hasText && !reply.hasCalls() && reason != "length") {
        return tl::unexpected(nonsense("no content"));
    }
    reply.finishReason(reason == "function_call" ? "tool_calls" : reason);
    readUsage(answer, reply.usage());
    auto built = reply.build();
    if (!built) {
        return tl::unexpected(unusable(std::move(built).error()));
    }
    return *std::move(built);
}

} // namespace

std::shared_ptr<const ChatWire> openAiWire()
{
    return std::make_shared<const OpenAiWire>();
}

} // namespace parley::server::llm
