// SPDX-License-Identifier: MIT
#include "server/identity/audit.h"

#include "server/security/secret.h"
#include "shared/core/text.h"

#include <algorithm>
#include <array>

namespace parley::server::identity {

using nlohmann::json;

namespace {

bool soundsSecret(std::string_view name)
{
    static constexpr std::array<std::string_view, 8> kParts{
        "password", "secret", "token", "api_key", "apikey", "private_key", "hash", "authorization"};
    const std::string lower = asciiLower(name);
    return std::ranges::any_of(kParts, [&](std::string_view part) { return lower.find(part) != lower.npos; });
}

bool isNothing(const json& value)
{
    return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty());
}

std::string textOf(const json& value)
{
    return value.is_null() ? std::string()
                           : redactSecrets(value).dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace

Actor Actor::system()
{
    return {};
}

json redactSecrets(json value)
{
    if (value.is_array()) {
        for (json& element : value) {
            element = redactSecrets(std::move(element));
        }
    } else if (value.is_object()) {
        for (auto& [name, member] : value.items()) {
            // A limit such as max_tokens or token_budget is a number and no secret.
            if (soundsSecret(name) && !isNothing(member) && !member.is_number() && !member.is_boolean()) {
                member = security::kRedacted;
            } else {
                member = redactSecrets(std::move(member));
            }
        }
    }
    return value;
}

Audit::Audit(const Clock& clock, IdSource& ids) : m_clock(clock), m_ids(ids) {}

Result<void> Audit::write(store::Transaction& tx, const Actor& actor, const AuditEntry& entry) const
{
    store::AuditRow row;
    row.id = m_ids.next();
    row.atMs = m_clock.nowMs();
    row.actorRole = actor.isSystem() ? "system" : security::roleName(actor.principal.role);
    row.actorId = actor.principal.subject;
    row.action = entry.action;
    row.objectKind = entry.objectKind;
    row.objectId = entry.objectId;
    row.before = textOf(entry.before);
    row.after = textOf(entry.after);
    row.requestId = actor.requestId;
    row.address = actor.address;
    return store::AuditRepository().append(tx, row);
}

} // namespace parley::server::identity
