// SPDX-License-Identifier: MIT
#include "server/edge/request_context.h"

#include "server/edge/framing.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace parley::server::edge {

namespace {

constexpr int kMaxJsonDepth = 64;
constexpr int kDefaultPageLimit = 50;
constexpr int kMaxPageLimit = 200;

bool isJsonType(std::string_view contentType)
{
    const std::string type = asciiLower(trimmed(contentType.substr(0, contentType.find(';'))));
    return type == "application/json" || (type.starts_with("application/") && type.ends_with("+json"));
}

/// Counts brackets outside strings before anything is built from them.
bool isTooDeep(std::string_view text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inString) {
            if (c == '\\') {
                ++at;
            } else if (c == '"') {
                inString = false;
            }
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kMaxJsonDepth) {
                return true;
            }
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

/// The path of the first string or key that holds NUL; empty optional: there is none. Depth is bounded by
/// then.
std::optional<std::string> findNul(const nlohmann::json& value, const std::string& path)
{
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        return text.find('\0') == std::string::npos ? std::nullopt : std::optional(path);
    }
    if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (auto found = findNul(value[i], path + "[" + std::to_string(i) + "]")) {
                return found;
            }
        }
    } else if (value.is_object()) {
        for (const auto& [key, member] : value.items()) {
            const bool isNulKey = key.find('\0') != std::string::npos;
            std::string name = key.substr(0, key.find('\0'));
            if (!path.empty()) {
                name.insert(0, path + ".");
            }
            if (isNulKey) {
                return name;
            }
            if (auto found = findNul(member, name)) {
                return found;
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view RequestContext::pathParameter(std::string_view name) const
{
    for (const auto& [known, value] : pathParameters) {
        if (known == name) {
            return value;
        }
    }
    return {};
}

Result<nlohmann::json> RequestContext::jsonBody() const
{
    if (!isJsonType(request.headers.get("content-type"))) {
        return fail(ErrorCode::UnsupportedMediaType, "The body must be application/json.");
    }
    if (!isUtf8(request.body)) {
        return fail(ErrorCode::Malformed, "The body is not UTF-8.");
    }
    if (isTooDeep(request.body)) {
        return fail(ErrorCode::Malformed, "The body is nested too deeply.");
    }
    auto value = nlohmann::json::parse(request.body, nullptr, false);
    if (value.is_discarded()) {
        return fail(ErrorCode::Malformed, "The body is not JSON.");
    }
    if (!value.is_object()) {
        return fail(ErrorCode::InvalidArgument, "The body must be a JSON object.");
    }
    if (request.body.find("\\u0000") != std::string::npos) {
        if (auto field = findNul(value, {})) {
            return failField(std::move(*field), "must not hold NUL");
        }
    }
    return value;
}

Result<int> RequestContext::pageLimit() const
{
    const auto text = request.parameter("limit");
    if (!text) {
        return kDefaultPageLimit;
    }
    int value = 0;
    const char* end = text->data() + text->size();
    const auto [at, error] = std::from_chars(text->data(), end, value);
    if (error != std::errc() || at != end || value < 1 || value > kMaxPageLimit) {
        return failField("limit", "must be a number from 1 to 200");
    }
    return value;
}

} // namespace parley::server::edge
