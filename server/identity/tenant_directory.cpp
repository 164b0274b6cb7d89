// SPDX-License-Identifier: MIT
#include "server/identity/tenant_directory.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace parley::server::identity {

namespace {

/// The texts of a JSON array; none when it is anything else.
std::vector<std::string> textsOf(const std::string& array)
{
    std::vector<std::string> texts;
    const auto parsed = nlohmann::json::parse(array, nullptr, /*allow_exceptions=*/false);
    if (!parsed.is_array()) {
        return texts;
    }
    for (const auto& element : parsed) {
        if (element.is_string()) {
            texts.push_back(element.get<std::string>());
        }
    }
    return texts;
}

} // namespace

bool TenantRecord::allowsOrigin(std::string_view origin) const
{
    return std::ranges::any_of(origins,
                               [&](const std::string& known) { return known == "*" || known == origin; });
}

TenantDirectory::TenantDirectory(store::Database& database) : m_database(database) {}

TenantDirectory::Record TenantDirectory::lookUp(const Known& known, std::string_view key)
{
    const auto found = known.find(std::string(key));
    return found == known.end() ? nullptr : found->second;
}

TenantDirectory::Record TenantDirectory::find(const TenantId& id) const
{
    return lookUp(m_tables.load()->byId, id.value);
}

TenantDirectory::Record TenantDirectory::findBySlug(std::string_view slug) const
{
    return lookUp(m_tables.load()->bySlug, slug);
}

TenantDirectory::Record TenantDirectory::findByPublicKey(std::string_view publicKey) const
{
    return lookUp(m_tables.load()->byPublicKey, publicKey);
}

TenantDirectory::Record TenantDirectory::findByIdOrSlug(std::string_view idOrSlug) const
{
    const auto tables = m_tables.load();
    Record record = lookUp(tables->byId, idOrSlug);
    return record ? record : lookUp(tables->bySlug, idOrSlug);
}

std::vector<TenantDirectory::Record> TenantDirectory::all() const
{
    const auto tables = m_tables.load();
    std::vector<Record> records;
    records.reserve(tables->byId.size());
    for (const auto& [id, record] : tables->byId) {
        records.push_back(record);
    }
    return records;
}

bool TenantDirectory::isOriginAllowedAnywhere(std::string_view origin) const
{
    const auto tables = m_tables.load();
    return tables->origins.contains("*") || tables->origins.contains(origin);
}

TenantDirectory::Tables TenantDirectory::tablesOf(const store::TenantsFingerprint& fingerprint,
                                                  std::vector<store::TenantRow> rows)
{
    Tables tables;
    tables.fingerprint = fingerprint;
    for (store::TenantRow& row : rows) {
        auto record = std::make_shared<TenantRecord>();
        record->origins = textsOf(row.allowedOrigins);
        record->row = std::move(row);
        if (!record->isActive()) {
            continue;
        }
        tables.byId.emplace(record->row.id.value, record);
        tables.bySlug.emplace(record->row.slug, record);
        tables.byPublicKey.emplace(record->row.publicKey, record);
        tables.origins.insert(record->origins.begin(), record->origins.end());
    }
    return tables;
}

Result<bool> TenantDirectory::load(store::ReadTransaction& tx)
{
    const store::TenantRepository tenants;
    auto fingerprint = tenants.fingerprint(tx);
    if (!fingerprint) {
        return fail(std::move(fingerprint).error());
    }
    if (*fingerprint == m_tables.load()->fingerprint) {
        return false;
    }
    auto rows = tenants.all(tx);
    if (!rows) {
        return fail(std::move(rows).error());
    }
    m_tables.store(tablesOf(*fingerprint, std::move(*rows)));
    return true;
}

boost::asio::awaitable<Result<void>> TenantDirectory::refresh()
{
    auto job = [this](store::ReadTransaction& tx) { return load(tx); };
    store::Scope scope = store::Scope::platform();
    auto loaded = co_await m_database.read(std::move(scope), std::move(job));
    if (!loaded) {
        co_return fail(std::move(loaded).error().in("tenantDirectory.refresh"));
    }
    co_return Result<void>();
}

Result<void> TenantDirectory::refreshNow()
{
    auto loaded =
        m_database.readNow(store::Scope::platform(), [this](store::ReadTransaction& tx) { return load(tx); });
    if (!loaded) {
        return fail(std::move(loaded).error().in("tenantDirectory.refresh"));
    }
    return {};
}

} // namespace parley::server::identity
