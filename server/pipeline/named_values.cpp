// SPDX-License-Identifier: MIT
#include "server/pipeline/named_values.h"

#include "server/pipeline/address_list.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <regex>

namespace parley::server::pipeline {

namespace {

using nlohmann::json;

/// Letters and digits alone, so that "ORD-123" meets "#ord 123".
std::string bare(std::string_view text)
{
    std::string kept;
    for (const char c : asciiLower(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '@' || byte >= 0x80) {
            kept += c;
        }
    }
    return kept;
}

bool isDate(const std::string& text)
{
    static const std::regex kDate("^[0-9]{4}-[0-9]{2}(-[0-9]{2})?([T ][0-9:.Z+-]*)?$");
    return text.size() < 40 && std::regex_match(text, kDate);
}

/// What has no digit, no "@" and no address names nobody.
bool namesSomething(const std::string& text)
{
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return !isDate(text) &&
           (digits >= 2 || text.find('@') != std::string::npos || !addressesIn(text).empty());
}

class Known {
public:
    explicit Known(const Turn& turn) : m_turn(turn)
    {
        m_said = bare(turn.guarded.text);
        for (const llm::ChatMessage& message : turn.history) {
            if (message.role == llm::ChatRole::User) {
                m_said += ' ' + bare(nlp::unmaskPii(message.text, turn.masked.map));
            }
        }
        for (const nlp::Entity& entity : turn.entities) {
            m_said += ' ' + bare(entity.value);
        }
    }

    [[nodiscard]] bool has(const std::string& text) const
    {
        const std::string wanted = bare(text);
        return wanted.empty() || m_said.find(wanted) != std::string::npos ||
               std::any_of(m_turn.toolCalls.begin(), m_turn.toolCalls.end(), [&](const proto::ToolUse& use) {
                   return isScalarOf(use.output, text);
               });
    }

private:
    /// A whole value that a tool gave; not a part of a text, which may be anybody's.
    bool isScalarOf(const json& output, const std::string& text) const
    {
        if (output.is_structured()) {
            return std::any_of(output.begin(), output.end(), [&](const json& one) {
                return isScalarOf(one, text);
            });
        }
        if (output.is_string()) {
            return nlp::unmaskPii(output.get_ref<const std::string&>(), m_turn.masked.map) == text;
        }
        return output.is_number() && output.dump() == text;
    }

    const Turn& m_turn;
    std::string m_said;
};

bool isOffered(const json& schema, const json& value)
{
    if (!schema.is_object()) {
        return false;
    }
    const auto choices = schema.find("enum");
    return (choices != schema.end() &&
            std::find(choices->begin(), choices->end(), value) != choices->end()) ||
           (schema.contains("const") && schema["const"] == value) ||
           (schema.contains("default") && schema["default"] == value);
}

bool isStrange(const Known& known, const json& schema, const json& value)
{
    if (value.is_structured()) {
        return std::any_of(value.begin(), value.end(), [&](const json& one) {
            return isStrange(known, json(), one);
        });
    }
    if (isOffered(schema, value)) {
        return false;
    }
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        return namesSomething(text) && !known.has(text);
    }
    constexpr std::size_t kSmallNumber = 3;
    return value.is_number() && value.dump().size() >= kSmallNumber && !known.has(value.dump());
}

} // namespace

std::string strangeArgument(const Turn& turn, const tools::ToolInfo& tool, const json& input)
{
    // A search in the knowledge base finds what anybody may read.
    if (tool.kind == "rag" || tool.name == "search_knowledge") {
        return {};
    }
    const Known known(turn);
    const json properties = tool.inputSchema.value("properties", json::object());
    for (const auto& [name, value] : input.items()) {
        const json schema = properties.is_object() ? properties.value(name, json()) : json();
        if (isStrange(known, schema, value)) {
            return name;
        }
    }
    return {};
}

} // namespace parley::server::pipeline
