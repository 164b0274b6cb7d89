// SPDX-License-Identifier: MIT
#include "server/store/postgres/postgres_guard.h"

#include "server/store/postgres/platform_tables.h"

#include <algorithm>

namespace parley::server::store {

namespace {

using Faults = std::vector<std::string>;

// What belongs to an extension is the extension's business.
constexpr const char* kTablesSql =
    "SELECT c.relname::text, c.relkind::text, c.relrowsecurity, c.relforcerowsecurity, "
    "EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' "
    "        AND NOT a.attisdropped), "
    "EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid), "
    "coalesce(c.reloptions::text ~ 'security_invoker=(true|on|1|yes)', false) "
    "FROM pg_class c "
    "WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f') "
    "AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid "
    "                AND d.deptype = 'e') "
    "ORDER BY c.relname";

// Permissive policies are joined by OR: a single one that does not ask for the tenant opens the table.
constexpr const char* kOpenPoliciesSql =
    "SELECT c.relname::text, p.polname::text FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid "
    "WHERE c.relnamespace = current_schema()::regnamespace AND p.polpermissive "
    "AND (coalesce(pg_get_expr(p.polqual, p.polrelid), '') NOT LIKE '%app.tenant%' AND p.polcmd <> 'a' "
    "     OR p.polwithcheck IS NOT NULL AND pg_get_expr(p.polwithcheck, p.polrelid) NOT LIKE '%app.tenant%' "
    "     OR p.polcmd = 'a' AND p.polwithcheck IS NULL) "
    "ORDER BY c.relname, p.polname";

constexpr const char* kOpenKeysSql =
    "SELECT c.relname::text, k.relname::text FROM pg_index i "
    "JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class k ON k.oid = i.indexrelid "
    "JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'tenant_id' AND NOT t.attisdropped "
    "WHERE c.relnamespace = current_schema()::regnamespace AND i.indisunique AND i.indkey[0] <> t.attnum "
    "ORDER BY c.relname, k.relname";

/// `$1` is the role.
constexpr const char* kRoleSql =
    "SELECT r.rolsuper, r.rolbypassrls, "
    "coalesce((SELECT string_agg(c.relname::text, ', ' ORDER BY c.relname) FROM pg_class c "
    "          WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') "
    "          AND (c.relowner = r.oid OR (NOT r.rolsuper AND pg_has_role(r.oid, c.relowner, 'MEMBER')))), "
    "'') "
    "FROM pg_roles r WHERE r.rolname = $1";

Result<std::vector<Row>> ask(PqConnection& connection, const char* sql, const Params& params = {})
{
    auto answer = connection.execute(sql, params);
    if (!answer) {
        return fail(std::move(answer).error().error.in("store.guard"));
    }
    return std::move(answer->rows);
}

bool isPlatformTable(const std::string& name)
{
    return std::find(kPlatformTables.begin(), kPlatformTables.end(), name) != kPlatformTables.end();
}

void checkTable(const Row& row, Faults& faults)
{
    const std::string name = row.text(0);
    const std::string kind = row.text(1);
    if (kind == "m" || kind == "f") {
        faults.push_back("\"" + name +
                         "\" is a materialized view or foreign table, which row security does not cover");
        return;
    }
    if (kind == "v") {
        if (!row.boolean(6)) {
            faults.push_back("view \"" + name +
                             "\" lacks security_invoker and shows the rows of every tenant");
        }
        return;
    }
    if (!row.boolean(4)) {
        if (!isPlatformTable(name)) {
            faults.push_back("table \"" + name + "\" has no tenant_id and is no table of the platform");
        }
        return;
    }
    if (!row.boolean(2)) {
        faults.push_back("table \"" + name + "\" has row-level security switched off");
    }
    if (!row.boolean(3)) {
        faults.push_back("table \"" + name + "\" does not force row-level security on its owner");
    }
    if (!row.boolean(5)) {
        faults.push_back("table \"" + name + "\" has no policy");
    }
}

Result<void> checkRole(PqConnection& connection, const char* which, Faults& faults)
{
    auto name = ask(connection, which);
    if (!name) {
        return fail(std::move(name).error());
    }
    const std::string role = name->front().text(0);
    auto rows = ask(connection, kRoleSql, {role});
    if (!rows) {
        return fail(std::move(rows).error());
    }
    if (rows->empty()) {
        faults.push_back("role \"" + role + "\" cannot be looked up");
        return {};
    }
    const Row& row = rows->front();
    if (row.boolean(0)) {
        faults.push_back("role \"" + role + "\" is a superuser");
    }
    if (row.boolean(1)) {
        faults.push_back("role \"" + role + "\" may bypass row-level security");
    }
    if (!row.text(2).empty()) {
        faults.push_back("role \"" + role + "\" owns tables: " + row.text(2));
    }
    return {};
}

} // namespace

Result<std::vector<std::string>> findIsolationFaults(PqConnection& connection, bool checkSessionUser)
{
    Faults faults;
    auto tables = ask(connection, kTablesSql);
    auto policies = ask(connection, kOpenPoliciesSql);
    auto keys = ask(connection, kOpenKeysSql);
    for (const auto* answer : {&tables, &policies, &keys}) {
        if (!*answer) {
            return fail(answer->error());
        }
    }
    for (const Row& row : *tables) {
        checkTable(row, faults);
    }
    for (const Row& row : *policies) {
        faults.push_back("policy \"" + row.text(1) + "\" of table \"" + row.text(0) +
                         "\" does not ask for app.tenant");
    }
    for (const Row& row : *keys) {
        faults.push_back("unique key \"" + row.text(1) + "\" of table \"" + row.text(0) +
                         "\" does not begin with tenant_id");
    }
    if (auto checked = checkRole(connection, "SELECT current_user::text", faults); !checked) {
        return fail(std::move(checked).error());
    }
    if (checkSessionUser) {
        if (auto checked = checkRole(connection, "SELECT session_user::text", faults); !checked) {
            return fail(std::move(checked).error());
        }
    }
    return faults;
}

} // namespace parley::server::store
