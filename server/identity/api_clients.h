// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/audit.h"
#include "server/identity/revocation_list.h"
#include "server/security/secret.h"

#include <optional>
#include <string>
#include <vector>

namespace parley::server::identity {

struct NewApiClient {
    std::string name;
    /// "chat", "read", "manage"; at least one.
    std::vector<std::string> scopes;
    std::optional<int> requestsPerMinute;
};

/// What a PATCH changes; empty optionals leave as it is.
struct ApiClientChanges {
    std::optional<std::string> name;
    std::optional<std::vector<std::string>> scopes;
    std::optional<int> requestsPerMinute;
};

struct CreatedApiClient {
    store::ApiClientRow row;
    /// Shown once.
    security::Secret secret;
};

/// A tenant's machine clients.
///
/// Their secrets are 256 random bits made here, so one SHA-256 guards them: there is nothing to guess that
/// bcrypt would have to slow down, and a machine that signs in every quarter of an hour costs no 0.2 s each
/// time. Any thread.
class ApiClients {
public:
    ApiClients(store::Database& database, RevocationList& revocations, const Clock& clock, IdSource& ids);

    /// @errors InvalidArgument a field is wrong; Storage
    boost::asio::awaitable<Result<CreatedApiClient>>
    create(TenantId tenant, NewApiClient wanted, Actor actor);

    /// By id. @errors Storage
    boost::asio::awaitable<Result<std::vector<store::ApiClientRow>>>
    list(TenantId tenant, std::string after, int limit);

    /// @errors NotFound not there, or another tenant's; Storage
    boost::asio::awaitable<Result<store::ApiClientRow>> get(TenantId tenant, std::string id);

    /// @errors NotFound; InvalidArgument; Storage
    boost::asio::awaitable<Result<store::ApiClientRow>>
    update(TenantId tenant, std::string id, ApiClientChanges changes, Actor actor);

    /// Its tokens are refused at once. @errors NotFound; Storage
    boost::asio::awaitable<Result<void>> remove(TenantId tenant, std::string id, Actor actor);

    /// What is stored of a secret.
    static store::Blob secretHash(std::string_view secret);

private:
    boost::asio::awaitable<Result<store::ApiClientRow>>
    write(store::ApiClientRow before, store::ApiClientRow after, std::string action, Actor actor);
    boost::asio::awaitable<void> record(TenantId tenant, Actor actor, AuditEntry entry);

    store::Database& m_database;
    RevocationList& m_revocations;
    const Clock& m_clock;
    IdSource& m_ids;
    const Audit m_audit;
};

} // namespace parley::server::identity
