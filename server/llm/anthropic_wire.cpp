// SPDX-License-Identifier: MIT
#include "server/llm/chat_wire.h"

#include <algorithm>
#include <utility>

namespace parley::server::llm {

namespace {

using nlohmann::json;

constexpr std::string_view kVersion = "2023-06-01";
/// The API wants a limit; where nobody named one, it is this.
constexpr int kDefaultMaxTokens = 2'048;

std::string textOf(const json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

json textBlock(const std::string& text)
{
    return json{{"type", "text"}, {"text", text}};
}

/// Ids of another provider's calls may hold what this one refuses.
std::string idOf(std::string id)
{
    std::replace_if(
        id.begin(),
        id.end(),
        [](char c) {
            return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
                     c == '-');
        },
        '_');
    return id;
}

bool isBlank(const std::string& text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

json blocksOf(const ChatMessage& message)
{
    json blocks = json::array();
    if (message.role == ChatRole::Tool) {
        json result{{"type", "tool_result"}, {"tool_use_id", idOf(message.toolCallId)}};
        if (!isBlank(message.text)) {
            result["content"] = message.text;
        }
        blocks.push_back(std::move(result));
        return blocks;
    }
    if (!isBlank(message.text)) {
        blocks.push_back(textBlock(message.text));
    }
    for (const ToolCall& call : message.toolCalls) {
        blocks.push_back(json{{"type", "tool_use"},
                              {"id", idOf(call.id)},
                              {"name", call.name},
                              {"input", argumentsObject(call)}});
    }
    if (blocks.empty()) {
        blocks.push_back(textBlock("…")); // an empty message is refused with the whole request
    }
    return blocks;
}

/// Turns of the same side in one message: all results of a round of calls must stand together.
json messagesOf(const std::vector<ChatMessage>& messages)
{
    json list = json::array();
    for (const ChatMessage& message : messages) {
        if (message.role == ChatRole::System) {
            continue;
        }
        const char* role = message.role == ChatRole::Assistant ? "assistant" : "user";
        json blocks = blocksOf(message);
        if (!list.empty() && list.back()["role"] == role) {
            for (json& block : blocks) {
                list.back()["content"].push_back(std::move(block));
            }
        } else {
            list.push_back(json{{"role", role}, {"content", std::move(blocks)}});
        }
    }
    return list;
}

/// A schema is asked for as a tool that must be called; what it is called with is then the answer.
bool usesSchemaTool(const ChatOptions& options)
{
    return options.schema.has_value() && options.tools.empty();
}

const char* reasonOf(const std::string& stopReason)
{
    if (stopReason == "end_turn" || stopReason == "stop_sequence") {
        return "stop";
    }
    if (stopReason == "max_tokens" || stopReason == "model_context_window_exceeded") {
        return "length";
    }
    return stopReason == "tool_use" ? "tool_calls" : nullptr;
}

void readUsage(const json& holder, TokenUsage& usage)
{
    const auto told = holder.find("usage");
    if (told == holder.end() || !told->is_object()) {
        return;
    }
    const auto count = [&](const char* name) {
        const auto found = told->find(name);
        return found != told->end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
    };
    const std::int64_t input =
        count("input_tokens") + count("cache_creation_input_tokens") + count("cache_read_input_tokens");
    usage.input = std::max(usage.input, input);
    usage.output = std::max(usage.output, count("output_tokens"));
}

StreamReader::Taken takenOr(Result<void> result)
{
    return result ? StreamReader::Taken() : tl::unexpected(unusable(std::move(result).error()));
}

class AnthropicReader final : public StreamReader {
public:
    explicit AnthropicReader(bool isSchemaTool) : m_isSchemaTool(isSchemaTool) {}

    Taken take(const net::SseEvent& event) override
    {
        const json data = parsed(event.data);
        if (!data.is_object()) {
            return tl::unexpected(nonsense("an event that is no JSON object"));
        }
        const std::string type = textOf(data, "type");
        if (type == "error") {
            return tl::unexpected(failureInStream(data));
        }
        if (type == "message_start" && data.contains("message") && data["message"].is_object()) {
            readUsage(data["message"], m_reply.usage());
        } else if (type == "content_block_start") {
            return begin(data);
        } else if (type == "content_block_delta") {
            return add(data);
        } else if (type == "message_delta") {
            return end(data);
        } else if (type == "message_stop") {
            m_isFinished = m_isEnded = true;
        }
        return {}; // ping, and kinds that are yet to come
    }

private:
    static std::int64_t indexOf(const json& data)
    {
        const auto index = data.find("index");
        return index != data.end() && index->is_number_integer() ? index->get<std::int64_t>() : 0;
    }

    Taken begin(const json& data)
    {
        const auto block = data.find("content_block");
        if (block == data.end() || !block->is_object()) {
            return tl::unexpected(nonsense("a content block that is none"));
        }
        const std::string type = textOf(*block, "type");
        if (type == "text") {
            return takenOr(m_reply.addText(textOf(*block, "text")));
        }
        if (type != "tool_use" || m_isSchemaTool) {
            return {};
        }
        auto call = m_reply.call(indexOf(data), textOf(*block, "id"));
        if (!call) {
            return tl::unexpected(unusable(std::move(call).error()));
        }
        (*call)->name = textOf(*block, "name");
        const auto input = block->find("input");
        if (input != block->end() && input->is_object() && !input->empty()) {
            return takenOr(ReplyBuilder::addArguments(**call, dumped(*input)));
        }
        return {};
    }

    Taken add(const json& data)
    {
        const auto delta = data.find("delta");
        if (delta == data.end() || !delta->is_object()) {
            return tl::unexpected(nonsense("a delta that is none"));
        }
        const std::string type = textOf(*delta, "type");
        if (type == "text_delta") {
            return m_isSchemaTool ? Taken() : takenOr(m_reply.addText(textOf(*delta, "text")));
        }
        if (type != "input_json_delta") {
            return {}; // thinking
        }
        const std::string fragment = textOf(*delta, "partial_json");
        if (m_isSchemaTool) {
            return takenOr(m_reply.addText(fragment));
        }
        auto call = m_reply.call(indexOf(data), std::string_view());
        if (!call) {
            return tl::unexpected(unusable(std::move(call).error()));
        }
        return takenOr(ReplyBuilder::addArguments(**call, fragment));
    }

    Taken end(const json& data)
    {
        readUsage(data, m_reply.usage());
        const auto delta = data.find("delta");
        const std::string reason =
            delta != data.end() && delta->is_object() ? textOf(*delta, "stop_reason") : std::string();
        if (reason == "refusal") {
            return tl::unexpected(refusal("stop_reason refusal"));
        }
        if (!reason.empty()) {
            m_isFinished = true;
            const char* known = reasonOf(reason);
            m_reply.finishReason(m_isSchemaTool && reason == "tool_use" ? "stop"
                                 : known != nullptr                     ? known
                                                                        : reason);
        }
        return {};
    }

    bool m_isSchemaTool;
};

class AnthropicWire final : public ChatWire {
public:
    std::string path(std::string_view, bool) const override { return "/v1/messages"; }

    net::HttpHeaders headers(const security::Secret& key) const override
    {
        return {{"x-api-key", key.reveal()}, {"anthropic-version", std::string(kVersion)}};
    }

    json body(std::string_view model,
              const std::vector<ChatMessage>& messages,
              const ChatOptions& options,
              bool isStream) const override;

    bool adapt(json& body, std::string_view parameter) const override
    {
        return parameter == "temperature" && body.erase("temperature") > 0;
    }

    tl::expected<ChatReply, ProviderFailure> read(const std::string& body,
                                                  const ChatOptions& options) const override;

    std::unique_ptr<StreamReader> reader(const ChatOptions& options) const override
    {
        return std::make_unique<AnthropicReader>(usesSchemaTool(options));
    }
};

json AnthropicWire::body(std::string_view model,
                         const std::vector<ChatMessage>& messages,
                         const ChatOptions& options,
                         bool isStream) const
{
    json body{{"model", model},
              {"max_tokens", options.maxTokens.value_or(kDefaultMaxTokens)},
              {"messages", messagesOf(messages)},
              {"stream", isStream}};
    std::string system;
    for (const ChatMessage& message : messages) {
        if (message.role == ChatRole::System && !isBlank(message.text)) {
            system += (system.empty() ? "" : "\n\n") + message.text;
        }
    }
    if (!system.empty()) {
        body["system"] = std::move(system);
    }
    if (options.temperature) {
        body["temperature"] = std::clamp(*options.temperature, 0.0, 1.0);
    }
    for (const ToolSpec& tool : options.tools) {
        body["tools"].push_back(
            json{{"name", tool.name}, {"description", tool.description}, {"input_schema", tool.inputSchema}});
    }
    if (usesSchemaTool(options)) {
        body["tools"].push_back(json{{"name", options.schema->name},
                                     {"description", "Gives the answer in the form that is wanted."},
                                     {"input_schema", options.schema->schema}});
        body["tool_choice"] = json{{"type", "tool"}, {"name", options.schema->name}};
    }
    return body;
}

/// A whole message is the same blocks as a stream's, so the reader puts it together.
tl::expected<ChatReply, ProviderFailure> AnthropicWire::read(const std::string& body,
                                                             const ChatOptions& options) const
{
    const json answer = parsed(body);
    const auto content = answer.is_object() ? answer.find("content") : answer.end();
    if (answer.is_object() && textOf(answer, "type") == "error") {
        return tl::unexpected(failureInStream(answer));
    }
    if (!answer.is_object() || content == answer.end() || !content->is_array()) {
        return tl::unexpected(nonsense("no content"));
    }
    const bool isSchemaTool = usesSchemaTool(options);
    AnthropicReader reader(isSchemaTool);
    StreamReader::Taken taken;
    std::int64_t index = 0;
    for (const json& block : *content) {
        if (isSchemaTool && block.is_object() && textOf(block, "type") == "tool_use") {
            taken = takenOr(reader.reply().addText(dumped(block.value("input", json::object()))));
        } else if (!isSchemaTool || !block.is_object() || textOf(block, "type") != "text") {
            const json start{{"type", "content_block_start"}, {"index", index++}, {"content_block", block}};
            taken = reader.take(net::SseEvent{{}, dumped(start)});
        }
        if (!taken) {
            return tl::unexpected(std::move(taken).error());
        }
    }
    const json end{{"type", "message_delta"},
                   {"delta", {{"stop_reason", answer.value("stop_reason", json())}}},
                   {"usage", answer.value("usage", json())}};
    if (taken = reader.take(net::SseEvent{{}, dumped(end)}); !taken) {
        return tl::unexpected(std::move(taken).error());
    }
    auto built = reader.reply().build();
    if (!built) {
        return tl::unexpected(unusable(std::move(built).error()));
    }
    return *std::move(built);
}

} // namespace

std::shared_ptr<const ChatWire> anthropicWire()
{
    return std::make_shared<const AnthropicWire>();
}

} // namespace parley::server::llm
