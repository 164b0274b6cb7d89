// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::tools {

/// What stands in the places of a template.
struct TemplateValues {
    nlohmann::json input;    ///< object: `{order_id}`
    nlohmann::json customer; ///< object of texts, of a proven customer: `{customer.user_id}`
    nlohmann::json secrets;  ///< object of texts: `{secret.api_key}`

    /// The value of a place, or null where there is none.
    [[nodiscard]] const nlohmann::json* find(std::string_view place) const;
};

/// A text with places: `{order_id}` of the input, `{customer.user_id}`, `{secret.api_key}`. Braces around
/// anything else are text.
class TextTemplate {
public:
    explicit TextTemplate(std::string_view text);

    [[nodiscard]] std::vector<std::string> places() const;
    /// The one place that is the whole template; empty: there is more, or none.
    [[nodiscard]] std::string_view onlyPlace() const;
    /// Text and places in order: a part is text where `isPlace` is false.
    struct Part {
        bool isPlace = false;
        std::string text;
    };
    [[nodiscard]] const std::vector<Part>& parts() const { return m_parts; }

    /// The text with numbers, truth values and texts in the places.
    /// @errors InvalidArgument naming the input that is missing, or that is a list or an object
    [[nodiscard]] Result<std::string> fill(const TemplateValues& values) const;

private:
    std::vector<Part> m_parts;
};

/// A JSON value whose texts are templates. A text that is one place alone becomes the value as it is; a
/// member of an object whose place has no value is left out. @errors those of TextTemplate::fill
Result<nlohmann::json> fillJson(const nlohmann::json& shape, const TemplateValues& values);

/// All places of the texts in a JSON value.
std::vector<std::string> placesOf(const nlohmann::json& shape);

/// A number, truth value or text as text. @errors InvalidArgument naming the place: it is none of these
Result<std::string> scalarText(std::string_view place, const nlohmann::json& value);

/// The field of a failure about a place: "order_id" as "input.order_id".
std::string placeField(std::string_view place);

} // namespace parley::server::tools
