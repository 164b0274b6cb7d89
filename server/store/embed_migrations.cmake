# cmake -DOUTPUT=x.cpp "-DFILES=a.sql|b.sql" -P embed_migrations.cmake: turns migration files into C++ constants.
# A file is named <dialect folder>/NNNN_name.<platform|tenant>.sql; the files are applied in the order given.
string(REPLACE "|" ";" FILES "${FILES}")
set(sqlite "")
set(postgres "")
foreach(file IN LISTS FILES)
    get_filename_component(folder "${file}" DIRECTORY)
    get_filename_component(dialect "${folder}" NAME)
    get_filename_component(name "${file}" NAME)
    if(NOT name MATCHES "^([0-9][0-9][0-9][0-9])_[a-z0-9_]+\\.(platform|tenant)\\.sql$")
        message(FATAL_ERROR "${name} is not named NNNN_name.platform.sql or NNNN_name.tenant.sql")
    endif()
    set(version "${CMAKE_MATCH_1}")
    set(kind Tenant)
    if(CMAKE_MATCH_2 STREQUAL "platform")
        set(kind Platform)
    endif()
    # An octal literal otherwise.
    string(REGEX REPLACE "^0+" "" version "${version}")
    string(REGEX REPLACE "\\.sql$" "" name "${name}")
    file(READ "${file}" sql)
    string(APPEND ${dialect}
           "    {${version}, MigrationKind::${kind}, \"${name}\", R\"__sql__(${sql})__sql__\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Generated from server/store/migrations; do not edit.
#include \"server/store/migrations.h\"

namespace parley::server::store {

namespace {

constexpr Migration kSqlite[] = {
${sqlite}};

constexpr Migration kPostgres[] = {
${postgres}};

} // namespace

std::span<const Migration> embeddedMigrations(Dialect dialect)
{
    return dialect == Dialect::Sqlite ? std::span<const Migration>(kSqlite) : std::span<const Migration>(kPostgres);
}

} // namespace parley::server::store
")
