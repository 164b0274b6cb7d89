// SPDX-License-Identifier: MIT
#include "server/store/postgres/postgres_setup.h"

#include "server/store/postgres/platform_tables.h"
#include "shared/core/clock.h"

namespace parley::server::store {

namespace {

/// "parley" in ASCII: the advisory lock of whoever migrates.
constexpr const char* kLock = "SELECT pg_advisory_lock(123624571725177)";

// Roles belong to the whole server: another database's start may make this one at the same moment.
constexpr const char* kMakeRole =
    "DO $$ BEGIN "
    "IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'parley_app') THEN "
    "BEGIN CREATE ROLE parley_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS; "
    "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END; "
    "END IF; "
    "IF NOT pg_has_role(session_user, 'parley_app', 'MEMBER') THEN "
    "EXECUTE format('GRANT parley_app TO %I', session_user); "
    "END IF; END $$";

constexpr const char* kGrants =
    "DO $$ BEGIN "
    "EXECUTE format('GRANT USAGE ON SCHEMA %I TO parley_app', current_schema()); "
    "EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO parley_app', "
    "current_schema()); "
    "EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO parley_app', current_schema()); "
    "REVOKE INSERT, UPDATE, DELETE ON schema_migrations FROM parley_app; "
    "END $$";

Result<PqAnswer> must(PqConnection::Answer answer, std::string_view where)
{
    if (!answer) {
        return fail(std::move(answer).error().error.in(where));
    }
    return std::move(*answer);
}

Result<std::vector<Migration>> stillToApply(PqConnection& owner, std::span<const Migration> known)
{
    // The notice that the table exists already is of no use to anybody.
    auto made = must(owner.run("SET client_min_messages = warning; " + std::string(kCreateMigrationsTable)),
                     "store.migrate");
    if (!made) {
        return fail(std::move(made).error());
    }
    auto rows = must(owner.run(kSelectMigrations), "store.migrate");
    if (!rows) {
        return fail(std::move(rows).error());
    }
    std::vector<AppliedMigration> applied;
    for (const Row& row : rows->rows) {
        applied.push_back({static_cast<int>(row.integer(0)), row.text(1), row.text(2)});
    }
    return pendingMigrations(known, applied);
}

Result<void> applyMigration(PqConnection& owner, const Migration& migration)
{
    const auto steps = [&]() -> Result<void> {
        if (auto ran = must(owner.run(migration.sql), migration.name); !ran) {
            return fail(std::move(ran).error());
        }
        auto recorded = must(owner.execute(std::string(kInsertMigration),
                                           {std::int64_t{migration.version},
                                            std::string(migration.name),
                                            migrationChecksum(migration),
                                            SystemClock().nowMs()}),
                             migration.name);
        if (!recorded) {
            return fail(std::move(recorded).error());
        }
        return {};
    };
    if (auto begun = must(owner.run("BEGIN"), migration.name); !begun) {
        return fail(std::move(begun).error());
    }
    auto outcome = steps();
    auto ended = must(owner.run(outcome ? "COMMIT" : "ROLLBACK"), migration.name);
    if (outcome && !ended) {
        return fail(std::move(ended).error());
    }
    return outcome;
}

} // namespace

Result<void> setUpPostgres(const std::string& ownerUrl, std::span<const Migration> known)
{
    auto connected = PqConnection::connect(ownerUrl);
    if (!connected) {
        return fail(std::move(connected).error().error.in("store.migrate"));
    }
    PqConnection& owner = **connected;
    // The lock goes with the session, however this function ends.
    if (auto locked = must(owner.run(kLock), "store.migrate"); !locked) {
        return fail(std::move(locked).error());
    }
    auto pending = stillToApply(owner, known);
    if (!pending) {
        return fail(std::move(pending).error());
    }
    for (const Migration& migration : *pending) {
        if (auto applied = applyMigration(owner, migration); !applied) {
            return applied;
        }
    }
    for (const char* statement : {kMakeRole, kGrants}) {
        if (auto done = must(owner.run(statement), "store.grants"); !done) {
            return fail(std::move(done).error());
        }
    }
    return {};
}

tl::expected<std::unique_ptr<PqConnection>, PqFailure>
connectAsApp(const std::string& url, std::chrono::milliseconds statementTimeout)
{
    auto connected = PqConnection::connect(url);
    if (!connected) {
        return connected;
    }
    auto set = (*connected)
                   ->run("SET ROLE " + std::string(kAppRole) +
                         "; SET client_min_messages = warning; SET statement_timeout = " +
                         std::to_string(statementTimeout.count()));
    if (!set) {
        return tl::unexpected(std::move(set).error());
    }
    return connected;
}

} // namespace parley::server::store
