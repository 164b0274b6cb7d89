// SPDX-License-Identifier: MIT
#include "server/agents/corrections.h"

#include "server/desk/views.h"
#include "server/nlp/entities/pii.h"
#include "server/store/database.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace parley::server::agents {

namespace {

constexpr int kMaxAgents = 1'000;

} // namespace

Corrections::Corrections(desk::Services& services)
    : m_services(services), m_audit(services.clock, services.ids)
{}

boost::asio::awaitable<Result<store::TicketRow>> Corrections::correct(TenantId tenant,
                                                                      std::string idOrReference,
                                                                      TicketCorrection correction,
                                                                      identity::Actor actor)
{
    auto job = [&](store::Transaction& tx) {
        return correctIn(tx, tenant, idOrReference, correction, actor);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.transact(scope, job);
}

Result<void>
Corrections::learn(store::Transaction& tx, const store::TicketRow& ticket, const std::string& agent) const
{
    auto agents = m_agents.list(tx, std::string(), kMaxAgents);
    if (!agents) {
        return fail(std::move(agents).error());
    }
    const bool isThere = std::any_of(agents->begin(), agents->end(), [&](const store::AgentRow& row) {
        return row.name == agent;
    });
    if (!isThere) {
        return failField("agent", "must be the name of one of the agents");
    }
    if (trimmed(ticket.question).empty()) {
        return {}; // a button made it; there is no sentence to learn
    }
    store::IntentExampleRow example;
    example.id = ticket.id.value;
    example.text = nlp::maskPii(ticket.question).text;
    example.label = agent;
    example.conversation = ticket.conversation;
    example.createdMs = m_services.clock.nowMs();
    if (auto kept = m_examples.put(tx, example); !kept) {
        return kept;
    }
    return m_state.raiseConfigVersion(tx);
}

Result<store::TicketRow> Corrections::correctIn(store::Transaction& tx,
                                                const TenantId& tenant,
                                                const std::string& idOrReference,
                                                const TicketCorrection& correction,
                                                const identity::Actor& actor) const
{
    auto found = m_services.tickets.find(tx, idOrReference);
    if (!found) {
        return fail(std::move(found).error());
    }
    if (!*found) {
        return fail(ErrorCode::NotFound, "There is no such ticket.");
    }
    store::TicketRow ticket = std::move(**found);
    if (correction.status && *correction.status != ticket.status) {
        Error error;
        error.code = ErrorCode::Conflict;
        error.problem = "use_resolve";
        error.message = "A case changes its status when it is resolved: POST /admin/tickets/{id}/resolve.";
        return fail(std::move(error));
    }
    const nlohmann::json before = {{"category", ticket.category}, {"priority", ticket.priority}};
    ticket.category = correction.category.value_or(ticket.category);
    ticket.priority = correction.priority.value_or(ticket.priority);
    const std::int64_t now = m_services.clock.nowMs();
    auto written = m_services.tickets.describe(tx, ticket.id, ticket.category, ticket.priority, now);
    if (!written) {
        return fail(std::move(written).error());
    }
    if (correction.agent) {
        if (auto learnt = learn(tx, ticket, *correction.agent); !learnt) {
            return fail(std::move(learnt).error());
        }
    }
    nlohmann::json after = {{"category", ticket.category}, {"priority", ticket.priority}};
    if (correction.agent) {
        after["agent"] = *correction.agent;
    }
    auto told = m_services.journal.event(tx,
                                         tenant,
                                         ticket.conversation,
                                         "ticket.updated",
                                         ticket.id.value,
                                         {{"ticket", desk::ticketSummary(ticket)}, {"changed", after}},
                                         proto::Audience::Operator,
                                         now);
    if (!told) {
        return fail(std::move(told).error());
    }
    // A case is a customer's: the trail names the fields, not what was in them.
    auto fields = nlohmann::json::array();
    for (const auto& [name, value] : after.items()) {
        if (!before.contains(name) || before.at(name) != value) {
            fields.push_back(name);
        }
    }
    const identity::AuditEntry entry{
        "ticket.correct", "ticket", ticket.id.value, nullptr, {{"fields", std::move(fields)}}};
    if (auto noted = m_audit.write(tx, actor, entry); !noted) {
        return fail(std::move(noted).error());
    }
    return ticket;
}

} // namespace parley::server::agents
