// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/principal.h"
#include "server/store/audit_repository.h"
#include "shared/core/clock.h"
#include "shared/core/ids.h"

#include <nlohmann/json.hpp>

#include <string>

namespace parley::server::identity {

/// Who does something, as the audit trail names him.
struct Actor {
    security::Principal principal;
    std::string requestId;
    std::string address;

    /// The daemon itself: start-up, `parleyd init`, jobs.
    static Actor system();
    [[nodiscard]] bool isSystem() const { return principal.subject.empty(); }
};

/// One thing done. `before` or `after` is null where nothing was or is.
struct AuditEntry {
    /// "user.create".
    std::string action;
    std::string objectKind;
    std::string objectId;
    nlohmann::json before;
    nlohmann::json after;
};

/// Replaces every value whose name sounds like a secret (password, secret, token, api_key, private_key, hash,
/// authorization) by "********", at any depth. A null or empty one stays: it shows that there is none.
nlohmann::json redactSecrets(nlohmann::json value);

/// Writes the audit trail of a tenant: appended in the transaction that does the thing, never changed. Any
/// thread.
class Audit {
public:
    Audit(const Clock& clock, IdSource& ids);

    /// @param tx  inside the tenant @errors Storage
    Result<void> write(store::Transaction& tx, const Actor& actor, const AuditEntry& entry) const;

private:
    const Clock& m_clock;
    IdSource& m_ids;
};

} // namespace parley::server::identity
