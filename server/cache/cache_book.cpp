// SPDX-License-Identifier: MIT
#include "server/cache/cache_book.h"

namespace parley::server::cache {

CacheBook::CacheBook(store::Database& database, const Clock& clock, IdSource& ids)
    : m_database(database), m_audit(clock, ids)
{}

boost::asio::awaitable<Result<CachePage>>
CacheBook::list(TenantId tenant, std::string words, std::string before, int limit)
{
    auto job = [&](store::ReadTransaction& tx) -> Result<CachePage> {
        CachePage page;
        auto rows = m_entries.page(tx, words, before, limit);
        auto totals = m_entries.totals(tx);
        if (!rows || !totals) {
            return fail(!rows ? rows.error() : totals.error());
        }
        page.totals = *totals;
        for (store::CacheEntryRow& row : *rows) {
            auto sources = m_entries.sources(tx, row.id);
            if (!sources) {
                return fail(std::move(sources).error());
            }
            page.entries.push_back(BookedEntry{std::move(row), *std::move(sources)});
        }
        return page;
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

boost::asio::awaitable<Result<void>> CacheBook::remove(TenantId tenant, std::string id, identity::Actor actor)
{
    auto job = [&](store::Transaction& tx) -> Result<void> {
        auto row = m_entries.find(tx, id);
        if (!row) {
            return fail(std::move(row).error());
        }
        if (!*row) {
            return fail(ErrorCode::NotFound, "There is no such entry in the cache.");
        }
        if (auto removed = m_entries.remove(tx, id); !removed) {
            return fail(std::move(removed).error());
        }
        // The question came from a customer: the trail has its id alone.
        const identity::AuditEntry entry{
            "cache.remove", "cache_entry", id, {{"hits", (*row)->hits}}, nullptr};
        return m_audit.write(tx, actor, entry);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<Result<std::int64_t>> CacheBook::clear(TenantId tenant, identity::Actor actor)
{
    auto job = [&](store::Transaction& tx) -> Result<std::int64_t> {
        auto removed = m_entries.clear(tx);
        if (!removed) {
            return removed;
        }
        const identity::AuditEntry entry{"cache.clear", "cache_entry", "", {{"entries", *removed}}, nullptr};
        if (auto noted = m_audit.write(tx, actor, entry); !noted) {
            return fail(std::move(noted).error());
        }
        return removed;
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

} // namespace parley::server::cache
