// SPDX-License-Identifier: MIT
#include "server/store/value.h"

#include "shared/core/text.h"

#include <stdexcept>

namespace parley::server::store {

namespace {

template <class T>
T valueOr(const Value& value, const char* expected)
{
    if (std::holds_alternative<std::monostate>(value)) {
        return T{};
    }
    if (const T* found = std::get_if<T>(&value)) {
        return *found;
    }
    throw std::logic_error(std::string("a column is not ") + expected);
}

} // namespace

bool Row::isNull(std::size_t column) const
{
    return std::holds_alternative<std::monostate>(m_values.at(column));
}

std::string Row::text(std::size_t column) const
{
    return valueOr<std::string>(m_values.at(column), "text");
}

std::int64_t Row::integer(std::size_t column) const
{
    return valueOr<std::int64_t>(m_values.at(column), "an integer");
}

double Row::real(std::size_t column) const
{
    // SQLite hands out whole numbers of a REAL expression (sum, avg over integers) as integers.
    if (const auto* whole = std::get_if<std::int64_t>(&m_values.at(column))) {
        return static_cast<double>(*whole);
    }
    return valueOr<double>(m_values.at(column), "a number");
}

Blob Row::blob(std::size_t column) const
{
    return valueOr<Blob>(m_values.at(column), "bytes");
}

std::optional<std::int64_t> Row::optionalInteger(std::size_t column) const
{
    if (isNull(column)) {
        return std::nullopt;
    }
    return integer(column);
}

Result<void> checkParams(const Params& params)
{
    for (const Value& value : params) {
        const auto* text = std::get_if<std::string>(&value);
        if (text != nullptr && (text->find('\0') != std::string::npos || !isUtf8(*text))) {
            return fail(ErrorCode::InvalidArgument, "A text is not valid UTF-8 or holds a NUL character.");
        }
    }
    return {};
}

} // namespace parley::server::store
