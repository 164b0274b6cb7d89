// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace parley::server::store {

/// Bytes that are no text (hashes, encrypted secrets).
using Blob = std::vector<std::uint8_t>;

/// One SQL value, as both databases have them: NULL, BIGINT, DOUBLE PRECISION, TEXT, BLOB/BYTEA.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;

/// The parameters `$1`, `$2`, … of a statement.
using Params = std::vector<Value>;

/// NULL for an empty optional.
template <class T>
Value orNull(const std::optional<T>& value)
{
    return value ? Value(*value) : Value();
}

/// NULL for an empty text: what is absent is NULL in SQL and empty in C++.
inline Value textOrNull(std::string_view text)
{
    return text.empty() ? Value() : Value(std::string(text));
}

/// Both databases refuse the same texts, before either sees them: PostgreSQL has no NUL characters and SQLite
/// would quietly replace what is not UTF-8.
/// @errors InvalidArgument a text holds NUL or is not UTF-8
Result<void> checkParams(const Params& params);

/// One row of an answer. The getters give the type's empty value for NULL; a wrong index or type is a mistake
/// in the program and throws std::logic_error.
class Row {
public:
    explicit Row(std::vector<Value> values) : m_values(std::move(values)) {}

    [[nodiscard]] std::size_t size() const { return m_values.size(); }
    [[nodiscard]] const Value& operator[](std::size_t column) const { return m_values.at(column); }
    [[nodiscard]] bool isNull(std::size_t column) const;
    [[nodiscard]] std::string text(std::size_t column) const;
    [[nodiscard]] std::int64_t integer(std::size_t column) const;
    [[nodiscard]] double real(std::size_t column) const;
    [[nodiscard]] bool boolean(std::size_t column) const { return integer(column) != 0; }
    [[nodiscard]] Blob blob(std::size_t column) const;
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(std::size_t column) const;

private:
    std::vector<Value> m_values;
};

} // namespace parley::server::store
