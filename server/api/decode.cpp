// SPDX-License-Identifier: MIT
#include "server/api/decode.h"

#include "shared/core/ids.h"
#include "shared/core/text.h"

#include <algorithm>
#include <sstream>

namespace parley::server::api {

namespace {

/// RFC 5321, 4.5.3.1.3: a path has at most 256 octets with its brackets.
constexpr std::size_t kMaxEmailLength = 254;

} // namespace

bool looksLikeEmail(std::string_view text)
{
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos ||
        text.size() > kMaxEmailLength) {
        return false;
    }
    const std::string_view domain = text.substr(at + 1);
    const std::size_t dot = domain.rfind('.');
    const bool hasSpace = std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == 127 || c == '<' || c == '>' || c == ',' ||
               c == ';';
    });
    return !hasSpace && dot != std::string_view::npos && dot > 0 && dot + 1 < domain.size() &&
           domain.find("..") == std::string_view::npos;
}

const nlohmann::json* Decoder::find(std::string_view field) const
{
    const auto it = m_object.find(field);
    return it == m_object.end() || it->is_null() ? nullptr : &*it;
}

bool Decoder::has(std::string_view field) const
{
    return find(field) != nullptr;
}

void Decoder::fault(std::string_view field, std::string message)
{
    m_faults.push_back(FieldError{std::string(field), std::move(message)});
}

std::string Decoder::text(std::string_view field, std::size_t min, std::size_t max)
{
    const nlohmann::json* value = find(field);
    if (value == nullptr) {
        fault(field, "is required");
        return {};
    }
    if (!value->is_string()) {
        fault(field, "must be a string");
        return {};
    }
    auto text = value->get<std::string>();
    const std::size_t length = codePoints(text);
    if (length < min || length > max || (min > 0 && trimmed(text).empty())) {
        fault(field, "must have " + std::to_string(min) + " to " + std::to_string(max) + " characters");
        return {};
    }
    return text;
}

std::string Decoder::optionalText(std::string_view field, std::size_t max)
{
    return has(field) ? text(field, 0, max) : std::string();
}

std::string Decoder::oneOf(std::string_view field,
                           std::initializer_list<std::string_view> values,
                           std::string_view otherwise)
{
    const nlohmann::json* value = find(field);
    if (value == nullptr) {
        return std::string(otherwise);
    }
    if (value->is_string()) {
        const auto& text = value->get_ref<const std::string&>();
        if (std::find(values.begin(), values.end(), text) != values.end()) {
            return text;
        }
    }
    std::string known;
    for (const std::string_view each : values) {
        known += known.empty() ? "" : ", ";
        known += each;
    }
    fault(field, "must be one of: " + known);
    return std::string(otherwise);
}

bool Decoder::boolean(std::string_view field, bool otherwise)
{
    const nlohmann::json* value = find(field);
    if (value != nullptr && !value->is_boolean()) {
        fault(field, "must be true or false");
        return otherwise;
    }
    return value == nullptr ? otherwise : value->get<bool>();
}

std::int64_t Decoder::integer(std::string_view field, std::int64_t min, std::int64_t max)
{
    const nlohmann::json* value = find(field);
    if (value == nullptr) {
        fault(field, "is required");
        return min;
    }
    if (!value->is_number_integer() || value->get<std::int64_t>() < min || value->get<std::int64_t>() > max) {
        fault(field, "must be a whole number from " + std::to_string(min) + " to " + std::to_string(max));
        return min;
    }
    return value->get<std::int64_t>();
}

std::int64_t
Decoder::integerOr(std::string_view field, std::int64_t min, std::int64_t max, std::int64_t otherwise)
{
    return has(field) ? integer(field, min, max) : otherwise;
}

std::optional<double> Decoder::optionalNumber(std::string_view field, double min, double max)
{
    const nlohmann::json* value = find(field);
    if (value == nullptr) {
        return std::nullopt;
    }
    const double number = value->is_number() ? value->get<double>() : max + 1;
    if (!(number >= min && number <= max)) {
        std::ostringstream message;
        message << "must be a number from " << min << " to " << max;
        fault(field, message.str());
        return std::nullopt;
    }
    return number;
}

std::string Decoder::email(std::string_view field)
{
    std::string address = text(field, 3, kMaxEmailLength);
    if (!address.empty() && !looksLikeEmail(address)) {
        fault(field, "must be an e-mail address");
        return {};
    }
    return address;
}

std::string Decoder::optionalEmail(std::string_view field)
{
    return has(field) ? email(field) : std::string();
}

std::string Decoder::id(std::string_view field)
{
    std::string value = text(field, 1, 64);
    if (!value.empty() && !isUuid(value)) {
        fault(field, "must be a UUID");
        return {};
    }
    return value;
}

std::string Decoder::optionalId(std::string_view field)
{
    return has(field) ? id(field) : std::string();
}

std::string Decoder::optionalObject(std::string_view field, std::size_t maxBytes)
{
    const nlohmann::json* value = find(field);
    if (value == nullptr) {
        return {};
    }
    std::string text = value->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (!value->is_object() || text.size() > maxBytes) {
        fault(field, "must be an object of at most " + std::to_string(maxBytes) + " bytes");
        return {};
    }
    return text;
}

std::vector<std::string> Decoder::texts(std::string_view field, std::size_t maxItems, std::size_t maxLength)
{
    const nlohmann::json* value = find(field);
    std::vector<std::string> result;
    if (value == nullptr) {
        return result;
    }
    const bool isList = value->is_array() && value->size() <= maxItems;
    const bool isRight =
        isList && std::all_of(value->begin(), value->end(), [&](const nlohmann::json& item) {
            return item.is_string() && codePoints(item.get_ref<const std::string&>()) <= maxLength;
        });
    if (!isRight) {
        fault(field,
              "must be a list of at most " + std::to_string(maxItems) + " strings of at most " +
                  std::to_string(maxLength) + " characters");
        return result;
    }
    return value->get<std::vector<std::string>>();
}

Result<void> Decoder::finish() const
{
    if (m_faults.empty()) {
        return {};
    }
    Error error;
    error.code = ErrorCode::InvalidArgument;
    error.fields = m_faults;
    error.message = m_faults.front().field + ": " + m_faults.front().message;
    return fail(std::move(error));
}

} // namespace parley::server::api
