// SPDX-License-Identifier: MIT
#include "server/llm/chat_wire.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parley::server::llm {

namespace {

using nlohmann::json;

/// Stands for a mark that is missing because another provider made the call.
/// @source Gemini API, "Thought signatures"
constexpr std::string_view kForeignCall = "skip_thought_signature_validator";

std::string textOf(const json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Model names stand in the path; a slash belongs to "tunedModels/name".
std::string pathSafe(std::string_view model)
{
    static constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string safe;
    for (const char c : model) {
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             c == '-' || c == '.' || c == '_' || c == '/';
        if (isPlain) {
            safe += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            safe += '%';
            safe += kHex[byte >> 4U];
            safe += kHex[byte & 15U];
        }
    }
    return safe;
}

/// The name of the call that a result answers: Gemini knows no ids. The nearest one before it counts.
std::string callName(const std::vector<ChatMessage>& messages, std::size_t before, const std::string& id)
{
    for (std::size_t i = before; i-- > 0;) {
        for (const ToolCall& call : messages[i].toolCalls) {
            if (call.id == id) {
                return call.name;
            }
        }
    }
    return "unknown";
}

json resultOf(const std::string& text)
{
    json object = json::parse(text, nullptr, false);
    return object.is_object() ? object : json{{"result", text}};
}

json partsOf(const std::vector<ChatMessage>& messages, std::size_t at)
{
    const ChatMessage& message = messages[at];
    json parts = json::array();
    if (message.role == ChatRole::Tool) {
        json response{{"name", callName(messages, at, message.toolCallId)},
                      {"response", resultOf(message.text)}};
        parts.push_back(json{{"functionResponse", std::move(response)}});
        return parts;
    }
    if (!message.text.empty() || message.toolCalls.empty()) {
        parts.push_back(json{{"text", message.text}});
    }
    bool isFirst = true;
    for (const ToolCall& call : message.toolCalls) {
        json part{{"functionCall", {{"name", call.name}, {"args", argumentsObject(call)}}}};
        if (!call.signature.empty()) {
            part["thoughtSignature"] = call.signature;
        } else if (isFirst) {
            part["thoughtSignature"] = kForeignCall;
        }
        isFirst = false;
        parts.push_back(std::move(part));
    }
    return parts;
}

json contentsOf(const std::vector<ChatMessage>& messages)
{
    json contents = json::array();
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (messages[i].role == ChatRole::System) {
            continue;
        }
        const char* role = messages[i].role == ChatRole::Assistant ? "model" : "user";
        json parts = partsOf(messages, i);
        if (!contents.empty() && contents.back()["role"] == role) {
            for (json& part : parts) {
                contents.back()["parts"].push_back(std::move(part));
            }
        } else {
            contents.push_back(json{{"role", role}, {"parts", std::move(parts)}});
        }
    }
    return contents;
}

bool isWithheld(std::string_view reason)
{
    static constexpr std::array<std::string_view, 8> kReasons{"SAFETY",
                                                              "RECITATION",
                                                              "LANGUAGE",
                                                              "BLOCKLIST",
                                                              "PROHIBITED_CONTENT",
                                                              "SPII",
                                                              "IMAGE_SAFETY",
                                                              "OTHER"};
    return std::find(kReasons.begin(), kReasons.end(), reason) != kReasons.end();
}

StreamReader::Taken takenOr(Result<void> result)
{
    return result ? StreamReader::Taken() : tl::unexpected(unusable(std::move(result).error()));
}

void readUsage(const json& chunk, TokenUsage& usage)
{
    const auto told = chunk.find("usageMetadata");
    if (told == chunk.end() || !told->is_object()) {
        return;
    }
    const auto count = [&](const char* name) {
        const auto found = told->find(name);
        return found != told->end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
    };
    // Each chunk names the sums so far; thoughts are paid for as output.
    usage.input = std::max(usage.input, count("promptTokenCount") + count("toolUsePromptTokenCount"));
    usage.output = std::max(usage.output, count("candidatesTokenCount") + count("thoughtsTokenCount"));
}

/// Every chunk is a whole answer of its own, with what is new in it.
class GeminiReader final : public StreamReader {
public:
    Taken take(const net::SseEvent& event) override { return takeChunk(parsed(event.data)); }

    Taken takeChunk(const json& chunk)
    {
        if (!chunk.is_object()) {
            return tl::unexpected(nonsense("an event that is no JSON object"));
        }
        if (chunk.contains("error")) {
            return tl::unexpected(failureInStream(chunk));
        }
        readUsage(chunk, m_reply.usage());
        const auto feedback = chunk.find("promptFeedback");
        if (feedback != chunk.end() && feedback->is_object() && feedback->contains("blockReason")) {
            return tl::unexpected(refusal("blockReason " + textOf(*feedback, "blockReason")));
        }
        const auto candidates = chunk.find("candidates");
        if (candidates == chunk.end() || !candidates->is_array() || candidates->empty()) {
            return {};
        }
        if (!candidates->front().is_object()) {
            return tl::unexpected(nonsense("a candidate that is no object"));
        }
        return takeCandidate(candidates->front());
    }

private:
    Taken takeCandidate(const json& candidate)
    {
        const auto content = candidate.find("content");
        const auto parts =
            content != candidate.end() && content->is_object() ? content->find("parts") : candidate.end();
        const bool hasParts = content != candidate.end() && content->is_object() && parts != content->end();
        if (hasParts && parts->is_array()) {
            for (const json& part : *parts) {
                if (auto taken = takePart(part); !taken) {
                    return taken;
                }
            }
        }
        const std::string reason = textOf(candidate, "finishReason");
        if (isWithheld(reason)) {
            return tl::unexpected(refusal("finishReason " + reason));
        }
        if (reason.find("FUNCTION_CALL") != std::string::npos ||
            reason.find("TOOL_CALL") != std::string::npos) {
            return tl::unexpected(nonsense("finishReason " + reason));
        }
        if (!reason.empty()) {
            m_isFinished = true;
            m_reply.finishReason(m_reply.hasCalls()       ? "tool_calls"
                                 : reason == "STOP"       ? "stop"
                                 : reason == "MAX_TOKENS" ? "length"
                                                          : reason);
        }
        return {};
    }

    Taken takePart(const json& part)
    {
        if (!part.is_object()) {
            return tl::unexpected(nonsense("a part that is no object"));
        }
        const auto call = part.find("functionCall");
        if (call != part.end() && call->is_object()) {
            return takeCall(part, *call);
        }
        const auto thought = part.find("thought");
        if (thought != part.end() && thought->is_boolean() && thought->get<bool>()) {
            return {};
        }
        return takenOr(m_reply.addText(textOf(part, "text")));
    }

    /// Calls come whole.
    Taken takeCall(const json& part, const json& call)
    {
        auto made = m_reply.call(m_calls++, textOf(call, "id"));
        if (!made) {
            return tl::unexpected(unusable(std::move(made).error()));
        }
        (*made)->name = textOf(call, "name");
        (*made)->signature = textOf(part, "thoughtSignature");
        const auto args = call.find("args");
        return takenOr(
            ReplyBuilder::addArguments(**made, args == call.end() ? std::string("{}") : dumped(*args)));
    }

    std::int64_t m_calls = 0;
};

class GeminiWire final : public ChatWire {
public:
    std::string path(std::string_view model, bool isStream) const override
    {
        const std::string name =
            model.find('/') == std::string_view::npos ? "models/" + pathSafe(model) : pathSafe(model);
        return "/" + name + (isStream ? ":streamGenerateContent?alt=sse" : ":generateContent");
    }

    net::HttpHeaders headers(const security::Secret& key) const override
    {
        return {{"x-goog-api-key", key.reveal()}};
    }

    json body(std::string_view,
              const std::vector<ChatMessage>& messages,
              const ChatOptions& options,
              bool) const override
    {
        json body{{"contents", contentsOf(messages)}};
        json system = json::array();
        for (const ChatMessage& message : messages) {
            if (message.role == ChatRole::System) {
                system.push_back(json{{"text", message.text}});
            }
        }
        if (!system.empty()) {
            body["systemInstruction"] = json{{"parts", std::move(system)}};
        }
        json config = json::object();
        if (options.temperature) {
            config["temperature"] = *options.temperature;
        }
        if (options.maxTokens) {
            config["maxOutputTokens"] = *options.maxTokens;
        }
        // Not both: the API refuses a form of the answer beside tools.
        if (options.schema && options.tools.empty()) {
            config["responseMimeType"] = "application/json";
            config["responseJsonSchema"] = options.schema->schema;
        }
        if (!config.empty()) {
            body["generationConfig"] = std::move(config);
        }
        json tools = json::array();
        for (const ToolSpec& tool : options.tools) {
            tools.push_back(json{{"name", tool.name},
                                 {"description", tool.description},
                                 {"parametersJsonSchema", tool.inputSchema}});
        }
        if (!tools.empty()) {
            body["tools"] = json::array({json{{"functionDeclarations", std::move(tools)}}});
        }
        return body;
    }

    bool adapt(json& body, std::string_view parameter) const override
    {
        const auto config = body.find("generationConfig");
        if (config == body.end()) {
            return false;
        }
        if (parameter.find("temperature") != std::string_view::npos) {
            return config->erase("temperature") > 0;
        }
        // Older models know no such schema, but the type.
        return parameter.find("response") != std::string_view::npos &&
               (config->erase("responseJsonSchema") > 0 || config->erase("responseMimeType") > 0);
    }

    tl::expected<ChatReply, ProviderFailure> read(const std::string& body, const ChatOptions&) const override
    {
        GeminiReader reader;
        if (auto taken = reader.takeChunk(parsed(body)); !taken) {
            return tl::unexpected(std::move(taken).error());
        }
        if (!reader.isFinished()) {
            return tl::unexpected(nonsense("no candidate that is finished"));
        }
        auto built = reader.reply().build();
        if (!built) {
            return tl::unexpected(unusable(std::move(built).error()));
        }
        return *std::move(built);
    }

    std::unique_ptr<StreamReader> reader(const ChatOptions&) const override
    {
        return std::make_unique<GeminiReader>();
    }
};

} // namespace

std::shared_ptr<const ChatWire> geminiWire()
{
    return std::make_shared<const GeminiWire>();
}

} // namespace parley::server::llm
