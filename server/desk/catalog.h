// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/audit.h"
#include "server/store/database.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

namespace parley::server::desk {

/// Things of one kind that a tenant configures, kept by id, audited with what they were before and after.
/// @tparam Kind  says what they are: types Row, Repository and Changes; `kName` ("team") for the audit,
/// `kNoun` for people, `kUnique` the field that is unique, `kMost` of them; `apply(row, changes)` checks and
/// applies, `view(row)` is what the audit shows
/// @thread any
template <class Kind>
class Catalog {
public:
    using Row = typename Kind::Row;
    using Changes = typename Kind::Changes;

    Catalog(store::Database& database, const Clock& clock, IdSource& ids)
        : m_database(database), m_clock(clock), m_ids(ids), m_audit(clock, ids)
    {}

    /// By id. @param after  exclusive; empty: from the start. @errors Storage
    boost::asio::awaitable<Result<std::vector<Row>>> list(TenantId tenant, std::string after, int limit)
    {
        auto job = [&](store::ReadTransaction& tx) { return m_rows.list(tx, after, limit); };
        auto scope = store::Scope::of(tenant);
        co_return co_await m_database.read(scope, job);
    }

    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<Row>> get(TenantId tenant, std::string id)
    {
        auto job = [&](store::ReadTransaction& tx) { return existing(tx, id); };
        auto scope = store::Scope::of(tenant);
        co_return co_await m_database.read(scope, job);
    }

    /// @errors InvalidArgument fields; Conflict the unique field is taken, or there are too many; Storage
    boost::asio::awaitable<Result<Row>> create(TenantId tenant, Changes wanted, identity::Actor actor)
    {
        Row row;
        if (auto applied = Kind::apply(row, wanted); !applied) {
            co_return fail(std::move(applied).error());
        }
        row.id = m_ids.next();
        row.createdMs = row.updatedMs = m_clock.nowMs();
        auto job = [&](store::Transaction& tx) -> Result<void> {
            auto all = m_rows.list(tx, std::string(), Kind::kMost);
            if (!all) {
                return fail(std::move(all).error());
            }
            if (all->size() >= static_cast<std::size_t>(Kind::kMost)) {
                return fail(ErrorCode::Conflict,
                            "There are " + std::to_string(Kind::kMost) + " already, which is the most.");
            }
            if (auto created = m_rows.create(tx, row); !created) {
                return fail(taken(std::move(created).error()));
            }
            return note(tx, actor, "create", row.id, nullptr, Kind::view(row));
        };
        auto scope = store::Scope::of(tenant);
        auto created = co_await m_database.transact(scope, job);
        if (!created) {
            co_return fail(std::move(created).error());
        }
        co_return row;
    }

    /// @errors NotFound; InvalidArgument fields; Conflict the unique field is taken; Storage
    boost::asio::awaitable<Result<Row>>
    update(TenantId tenant, std::string id, Changes changes, identity::Actor actor)
    {
        auto job = [&](store::Transaction& tx) -> Result<Row> {
            auto before = existing(tx, id);
            if (!before) {
                return before;
            }
            Row after = *before;
            if (auto applied = Kind::apply(after, changes); !applied) {
                return fail(std::move(applied).error());
            }
            after.updatedMs = m_clock.nowMs();
            if (auto updated = m_rows.update(tx, after); !updated) {
                return fail(taken(std::move(updated).error()));
            }
            auto noted = note(tx, actor, "update", id, Kind::view(*before), Kind::view(after));
            return noted ? Result<Row>(std::move(after)) : fail(std::move(noted).error());
        };
        auto scope = store::Scope::of(tenant);
        co_return co_await m_database.transact(scope, job);
    }

    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<void>> remove(TenantId tenant, std::string id, identity::Actor actor)
    {
        auto job = [&](store::Transaction& tx) -> Result<void> {
            auto before = existing(tx, id);
            if (!before) {
                return fail(std::move(before).error());
            }
            if (auto removed = m_rows.remove(tx, id); !removed) {
                return fail(std::move(removed).error());
            }
            return note(tx, actor, "delete", id, Kind::view(*before), nullptr);
        };
        auto scope = store::Scope::of(tenant);
        co_return co_await m_database.transact(scope, job);
    }

private:
    Result<Row> existing(store::ReadTransaction& tx, const std::string& id) const
    {
        auto row = m_rows.find(tx, id);
        if (!row || !*row) {
            return row ? fail(ErrorCode::NotFound, "There is no such " + std::string(Kind::kNoun) + ".")
                       : fail(std::move(row).error());
        }
        return std::move(**row);
    }

    Result<void> note(store::Transaction& tx,
                      const identity::Actor& actor,
                      const char* verb,
                      const std::string& id,
                      nlohmann::json before,
                      nlohmann::json after) const
    {
        const std::string kind(Kind::kName);
        const identity::AuditEntry entry{kind + "." + verb, kind, id, std::move(before), std::move(after)};
        return m_audit.write(tx, actor, entry);
    }

    /// The only key that a row of ours can violate is the unique field's.
    static Error taken(Error error)
    {
        if (error.code == ErrorCode::Conflict) {
            error.message =
                "There is a " + std::string(Kind::kNoun) + " with this " + Kind::kUnique + " already.";
            error.fields = {{Kind::kUnique, "is taken"}};
        }
        return error;
    }

    store::Database& m_database;
    const Clock& m_clock;
    IdSource& m_ids;
    const identity::Audit m_audit;
    typename Kind::Repository m_rows;
};

} // namespace parley::server::desk
