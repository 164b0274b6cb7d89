// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace parley::server::store {

/// Reads the first row by `read(const Row&) -> T`; none when there is none. Adds `where` to a failure.
template <class Read, class T = std::invoke_result_t<Read, const Row&>>
Result<std::optional<T>> firstOf(Result<std::optional<Row>> row, Read read, std::string_view where)
{
    if (!row) {
        return fail(std::move(row).error().in(where));
    }
    if (!*row) {
        return std::optional<T>();
    }
    return std::optional<T>(read(**row));
}

/// Reads every row by `read(const Row&) -> T`. Adds `where` to a failure.
template <class Read, class T = std::invoke_result_t<Read, const Row&>>
Result<std::vector<T>> allOf(Result<std::vector<Row>> rows, Read read, std::string_view where)
{
    if (!rows) {
        return fail(std::move(rows).error().in(where));
    }
    std::vector<T> values;
    values.reserve(rows->size());
    for (const Row& row : *rows) {
        values.push_back(read(row));
    }
    return values;
}

/// Forgets the number of changed rows. Adds `where` to a failure.
inline Result<void> doneOf(Result<std::int64_t> changed, std::string_view where)
{
    if (!changed) {
        return fail(std::move(changed).error().in(where));
    }
    return {};
}

/// Whether exactly one row changed: a compare-and-set that won. Adds `where` to a failure.
inline Result<bool> wonOf(Result<std::int64_t> changed, std::string_view where)
{
    if (!changed) {
        return fail(std::move(changed).error().in(where));
    }
    return *changed == 1;
}

} // namespace parley::server::store
