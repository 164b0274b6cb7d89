// SPDX-License-Identifier: MIT
#include "server/tools/text_template.h"

#include <algorithm>
#include <utility>

namespace parley::server::tools {

namespace {

using nlohmann::json;

bool isPlaceName(std::string_view name)
{
    return !name.empty() && name.size() <= 100 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-' || c == '.';
    });
}

const json* member(const json& object, std::string_view name)
{
    if (!object.is_object()) {
        return nullptr;
    }
    const auto found = object.find(std::string(name));
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

} // namespace

const json* TemplateValues::find(std::string_view place) const
{
    if (place.starts_with("customer.")) {
        return member(customer, place.substr(9));
    }
    if (place.starts_with("secret.")) {
        return member(secrets, place.substr(7));
    }
    return member(input, place);
}

TextTemplate::TextTemplate(std::string_view text)
{
    std::string plain;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
        const std::string_view name =
            end == std::string_view::npos ? std::string_view() : text.substr(at + 1, end - at - 1);
        if (!isPlaceName(name)) {
            plain.push_back(text[at++]);
            continue;
        }
        if (!plain.empty()) {
            m_parts.push_back({false, std::exchange(plain, {})});
        }
        m_parts.push_back({true, std::string(name)});
        at = end + 1;
    }
    if (!plain.empty()) {
        m_parts.push_back({false, std::move(plain)});
    }
}

std::vector<std::string> TextTemplate::places() const
{
    std::vector<std::string> names;
    for (const Part& part : m_parts) {
        if (part.isPlace) {
            names.push_back(part.text);
        }
    }
    return names;
}

std::string_view TextTemplate::onlyPlace() const
{
    return m_parts.size() == 1 && m_parts.front().isPlace ? std::string_view(m_parts.front().text)
                                                          : std::string_view();
}

std::string placeField(std::string_view place)
{
    const bool isInput = !place.starts_with("customer.") && !place.starts_with("secret.");
    return (isInput ? "input." : "config.") + std::string(place);
}

Result<std::string> scalarText(std::string_view place, const json& value)
{
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_number() || value.is_boolean()) {
        return value.dump();
    }
    return failField(placeField(place), "must be a text, a number, true or false to stand here");
}

Result<std::string> TextTemplate::fill(const TemplateValues& values) const
{
    std::string out;
    for (const Part& part : m_parts) {
        if (!part.isPlace) {
            out += part.text;
            continue;
        }
        const json* value = values.find(part.text);
        if (value == nullptr) {
            return failField(placeField(part.text), "is required");
        }
        auto text = scalarText(part.text, *value);
        if (!text) {
            return text;
        }
        out += *text;
    }
    return out;
}

Result<json> fillJson(const json& shape, const TemplateValues& values)
{
    if (shape.is_string()) {
        const TextTemplate text(shape.get_ref<const std::string&>());
        if (const auto place = text.onlyPlace(); !place.empty()) {
            const json* value = values.find(place);
            return value == nullptr ? json() : *value;
        }
        auto filled = text.fill(values);
        return filled ? Result<json>(*std::move(filled)) : Result<json>(fail(std::move(filled).error()));
    }
    if (!shape.is_structured()) {
        return shape;
    }
    json out = shape.is_array() ? json::array() : json::object();
    for (const auto& [name, child] : shape.items()) {
        auto filled = fillJson(child, values);
        if (!filled) {
            return filled;
        }
        const bool isLeftOut = filled->is_null() && !child.is_null();
        if (shape.is_array()) {
            out.push_back(*std::move(filled));
        } else if (!isLeftOut) {
            out[name] = *std::move(filled);
        }
    }
    return out;
}

std::vector<std::string> placesOf(const json& shape)
{
    if (shape.is_string()) {
        return TextTemplate(shape.get_ref<const std::string&>()).places();
    }
    std::vector<std::string> all;
    if (shape.is_structured()) {
        for (const json& child : shape) {
            for (std::string& place : placesOf(child)) {
                all.push_back(std::move(place));
            }
        }
    }
    return all;
}

} // namespace parley::server::tools
