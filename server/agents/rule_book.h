// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/audit.h"
#include "server/nlp/escalation/escalation_rules.h"
#include "server/store/database.h"
#include "server/store/escalation_rule_repository.h"
#include "server/store/tenant_state_repository.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::agents {

/// A rule as operators see it.
struct BookedRule {
    nlp::EscalationRule rule;
    std::string teamId;
    /// Of the ticket: low, medium, high, urgent.
    std::string ticketPriority = "medium";
    /// Comes with Parley; a change of it is kept as the tenant's own row.
    bool isShipped = false;
    /// A shipped rule that the tenant changed.
    bool isChanged = false;
};

/// What a POST gives or a PATCH changes; empty optionals leave as it is.
struct RuleChanges {
    std::optional<std::string> name;
    std::optional<std::string> reason;
    std::optional<std::vector<std::string>> keywords;
    std::optional<std::vector<std::string>> categories;
    /// Outer empty: as it is; inner empty: whatever the sentiment.
    std::optional<std::optional<double>> sentimentBelow;
    std::optional<nlp::EscalationLevel> level;
    std::optional<std::string> teamId;
    std::optional<std::string> ticketPriority;
    std::optional<bool> enabled;
};

/// The rules that send a tenant's cases to people: the shipped ones, as the tenant changed them, and its own.
/// @thread any
class RuleBook {
public:
    RuleBook(store::Database& database, const Clock& clock, IdSource& ids);

    /// The tenant's own first, then the shipped ones. @errors Storage
    boost::asio::awaitable<Result<std::vector<BookedRule>>> list(TenantId tenant);
    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<BookedRule>> get(TenantId tenant, std::string id);
    /// @errors InvalidArgument; Conflict there are 500; Storage
    boost::asio::awaitable<Result<BookedRule>>
    create(TenantId tenant, RuleChanges wanted, identity::Actor actor);
    /// @errors NotFound; InvalidArgument; Storage
    boost::asio::awaitable<Result<BookedRule>>
    update(TenantId tenant, std::string id, RuleChanges changes, identity::Actor actor);
    /// Removes a rule of the tenant's own; puts a changed shipped one back as it came.
    /// @errors NotFound; Conflict it is shipped and unchanged; Storage
    boost::asio::awaitable<Result<void>> remove(TenantId tenant, std::string id, identity::Actor actor);

    /// The rules in force, for the pipeline. @errors Storage. @thread database worker
    static Result<std::vector<BookedRule>> read(store::ReadTransaction& tx);

private:
    Result<BookedRule> find(store::ReadTransaction& tx, const std::string& id) const;
    Result<void> write(store::Transaction& tx,
                       const BookedRule& rule,
                       const identity::Actor& actor,
                       const identity::AuditEntry& entry) const;

    store::Database& m_database;
    const Clock& m_clock;
    IdSource& m_ids;
    const identity::Audit m_audit;
    store::EscalationRuleRepository m_rules;
    store::TenantStateRepository m_state;
};

/// "always" or "likely".
std::string_view levelName(nlp::EscalationLevel level);

/// The rule's conditions as the API shows and the store keeps them.
nlohmann::json conditionsJson(const nlp::EscalationRule& rule);

} // namespace parley::server::agents
