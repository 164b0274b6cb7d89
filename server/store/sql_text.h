// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::store {

/// SQL whose `$n` became `?`, with the order in which the parameters must then be bound.
struct PositionalSql {
    std::string text;
    /// Zero-based indices into the parameters, one for each `?`; a parameter used twice is there twice.
    std::vector<std::size_t> arguments;
};

/// Turns `$n` into `?`, because Qt Sql binds by order of appearance. Literals, quoted names and comments
/// stay.
PositionalSql toPositional(std::string_view sql);

/// Puts the tenant in front of the keys of `ON CONFLICT (a, b)`: on PostgreSQL every unique key of a tenant's
/// table begins with tenant_id, which repositories never name.
std::string withTenantConflictKeys(std::string_view sql);

/// Splits a migration at its semicolons; the ones inside literals, comments and trigger bodies do not count.
std::vector<std::string> splitStatements(std::string_view script);

} // namespace parley::server::store
