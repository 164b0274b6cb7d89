// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::api {

/// Reads the fields of a JSON object and remembers everything that is wrong with them, so that a client hears
/// of all faults at once. Unknown fields are ignored.
class Decoder {
public:
    explicit Decoder(const nlohmann::json& object) : m_object(object) {}

    /// A text of min..max code points. Absent, null or wrong: a fault and an empty text.
    std::string text(std::string_view field, std::size_t min, std::size_t max);
    /// Absent or null: empty. Present: at most max code points.
    std::string optionalText(std::string_view field, std::size_t max);
    /// One of the values. Absent or null: `otherwise`.
    std::string
    oneOf(std::string_view field, std::initializer_list<std::string_view> values, std::string_view otherwise);
    bool boolean(std::string_view field, bool otherwise);
    /// A required whole number of min..max.
    std::int64_t integer(std::string_view field, std::int64_t min, std::int64_t max);
    /// Absent or null: `otherwise`.
    std::int64_t
    integerOr(std::string_view field, std::int64_t min, std::int64_t max, std::int64_t otherwise);
    /// A number of min..max; absent or null: none.
    std::optional<double> optionalNumber(std::string_view field, double min, double max);
    /// An e-mail address; absent or null: empty.
    std::string optionalEmail(std::string_view field);
    std::string email(std::string_view field);
    /// A UUID; absent or null: empty.
    std::string optionalId(std::string_view field);
    std::string id(std::string_view field);
    /// A JSON object as text, at most maxBytes long; absent or null: empty.
    std::string optionalObject(std::string_view field, std::size_t maxBytes);
    std::vector<std::string> texts(std::string_view field, std::size_t maxItems, std::size_t maxLength);

    void fault(std::string_view field, std::string message);
    [[nodiscard]] bool has(std::string_view field) const;

    /// @errors InvalidArgument with every fault found
    [[nodiscard]] Result<void> finish() const;

private:
    const nlohmann::json* find(std::string_view field) const;

    const nlohmann::json& m_object;
    std::vector<FieldError> m_faults;
};

/// Whether it looks like an e-mail address: one '@' with something on both sides, a dot in the domain, no
/// white space.
bool looksLikeEmail(std::string_view text);

} // namespace parley::server::api
