// SPDX-License-Identifier: MIT
#include "server/tools/json_path.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace parley::server::tools {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxSteps = 32;
constexpr std::size_t kMaxText = 500;
/// Of the values that a wildcard lets through.
constexpr std::size_t kMaxNodes = 10'000;

tl::unexpected<Error> wrong(std::size_t at, const std::string& what)
{
    return fail(ErrorCode::InvalidArgument,
                "is no path such as $.order.items[0].name: " + what + " at character " +
                    std::to_string(at + 1));
}

bool isNameFirst(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return std::isalpha(byte) != 0 || c == '_' || byte >= 0x80;
}

bool isNameNext(char c)
{
    return isNameFirst(c) || std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// A whole number as RFC 9535 writes it: no leading zeros, no "-0".
std::optional<std::int64_t> indexOf(std::string_view text)
{
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    const bool isPlain = !digits.empty() && digits.size() <= 9 && (digits == "0" || digits[0] != '0');
    if (!isPlain || (text.starts_with('-') && digits == "0")) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(value)
                                                                           : std::nullopt;
}

const json* member(const json& value, const std::string& name)
{
    const auto found = value.is_object() ? value.find(name) : value.end();
    return value.is_object() && found != value.end() ? &*found : nullptr;
}

const json* element(const json& value, std::int64_t index)
{
    if (!value.is_array()) {
        return nullptr;
    }
    const auto size = static_cast<std::int64_t>(value.size());
    const std::int64_t at = index < 0 ? size + index : index;
    return at >= 0 && at < size ? &value[static_cast<std::size_t>(at)] : nullptr;
}

} // namespace

Result<JsonPath> JsonPath::parse(std::string_view text)
{
    JsonPath path;
    if (text.size() > kMaxText || !text.starts_with('$')) {
        return wrong(0, "it must begin with $ and have at most 500 characters");
    }
    std::size_t at = 1;
    while (at < text.size()) {
        if (path.m_steps.size() == kMaxSteps) {
            return wrong(at, "it has more than 32 steps");
        }
        if (text[at] == '.') {
            const std::size_t begin = ++at;
            if (at < text.size() && text[at] == '*') {
                path.m_steps.emplace_back(Any{});
                path.m_hasWildcard = true;
                ++at;
                continue;
            }
            while (at < text.size() && (at == begin ? isNameFirst(text[at]) : isNameNext(text[at]))) {
                ++at;
            }
            if (at == begin) {
                return wrong(at, "a name or * is missing");
            }
            path.m_steps.emplace_back(std::string(text.substr(begin, at - begin)));
            continue;
        }
        if (text[at] != '[') {
            return wrong(at, "a dot or a bracket is missing");
        }
        ++at;
        const char quote = at < text.size() ? text[at] : '\0';
        if (quote == '\'' || quote == '"') {
            const std::size_t end = text.find(quote, at + 1);
            if (end == std::string_view::npos || text.substr(at + 1, end - at - 1).find('\\') != text.npos) {
                return wrong(at, "the name must end with the same quote and hold no backslash");
            }
            path.m_steps.emplace_back(std::string(text.substr(at + 1, end - at - 1)));
            at = end + 1;
        } else {
            const std::size_t end = std::min(text.find(']', at), text.size());
            const std::string_view inside = text.substr(at, end - at);
            if (inside == "*") {
                path.m_steps.emplace_back(Any{});
                path.m_hasWildcard = true;
            } else if (const auto index = indexOf(inside)) {
                path.m_steps.emplace_back(*index);
            } else {
                return wrong(at, "a number, * or a quoted name is missing");
            }
            at = end;
        }
        if (at >= text.size() || text[at] != ']') {
            return wrong(at, "a closing bracket is missing");
        }
        ++at;
    }
    return path;
}

std::optional<json> JsonPath::select(const json& root) const
{
    std::vector<const json*> nodes{&root};
    for (const Step& step : m_steps) {
        std::vector<const json*> next;
        for (const json* node : nodes) {
            if (std::holds_alternative<Any>(step)) {
                for (const json& child : *node) {
                    if (node->is_structured() && next.size() < kMaxNodes) {
                        next.push_back(&child);
                    }
                }
                continue;
            }
            const auto* name = std::get_if<std::string>(&step);
            const json* child =
                name != nullptr ? member(*node, *name) : element(*node, std::get<std::int64_t>(step));
            if (child != nullptr) {
                next.push_back(child);
            }
        }
        nodes = std::move(next);
    }
    if (!m_hasWildcard) {
        return nodes.empty() ? std::nullopt : std::optional<json>(*nodes.front());
    }
    json all = json::array();
    for (const json* node : nodes) {
        all.push_back(*node);
    }
    return all;
}

} // namespace parley::server::tools
