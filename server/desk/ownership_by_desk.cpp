// SPDX-License-Identifier: MIT
// What the desk itself does to the owner of a conversation, when nobody asked.
#include "server/desk/away_text.h"
#include "server/desk/ownership_case.h"
#include "server/identity/audit.h"
#include "server/store/ticket_queue.h"

namespace parley::server::desk {

namespace {

constexpr std::string_view kReasonAutomatic = "assigned_automatically";

std::string noteFor(const Assignee& holder, std::string_view reason)
{
    return reason == kReasonHolderGone
               ? holder.name + " cannot answer any more: the case is back in the queue."
               : holder.name + " took the case and did not answer in time: it is back in the queue.";
}

} // namespace

Result<bool> Ownership::returnToQueue(store::Transaction& tx,
                                      const TenantId& tenant,
                                      const ConversationId& conversation,
                                      const Assignee& holder,
                                      std::string_view reason) const
{
    auto present = caseOf(tx, conversation);
    if (!present) {
        return fail(std::move(present).error());
    }
    const store::ConversationRow& row = present->conversation;
    if (row.status != kWithAgent || row.assigneeId != holder.id) {
        return false;
    }
    // The ticket stays the same one, so the customer's waiting time goes on from when he was handed over.
    const Target target{kWaiting, "pending_human", {}, row.teamId, {}, std::string(reason)};
    if (auto moved = move(tx, tenant, *present, target); !moved) {
        return fail(std::move(moved).error());
    }
    auto isFirst = store::TicketQueue().lose(tx, conversation, holder.id);
    if (!isFirst) {
        return fail(std::move(isFirst).error());
    }
    // One apology is enough: the next one would only say that nobody has come since.
    if (auto said = sayReturned(tx, tenant, *present, holder, reason, *isFirst); !said) {
        return fail(std::move(said).error());
    }
    const identity::AuditEntry entry{"conversation." + std::string(reason),
                                     "conversation",
                                     conversation.value,
                                     {{"assignee", holder.id}},
                                     {{"assignee", nullptr}}};
    const identity::Audit audit(m_services.clock, m_services.ids);
    if (auto written = audit.write(tx, identity::Actor::system(), entry); !written) {
        return fail(std::move(written).error());
    }
    return true;
}

Result<void> Ownership::sayReturned(store::Transaction& tx,
                                    const TenantId& tenant,
                                    const Case& present,
                                    const Assignee& holder,
                                    std::string_view reason,
                                    bool tellsCustomer) const
{
    store::MessageRow note;
    note.id = m_services.ids.make<MessageId>();
    note.conversation = present.conversation.id;
    note.sender = "system";
    note.kind = "note";
    note.text = noteFor(holder, reason);
    note.createdMs = m_services.clock.nowMs();
    if (auto noted = m_services.journal.message(tx, tenant, note); !noted) {
        return fail(std::move(noted).error());
    }
    if (!tellsCustomer) {
        return {};
    }
    store::MessageRow word;
    word.id = m_services.ids.make<MessageId>();
    word.conversation = present.conversation.id;
    word.sender = "system";
    word.kind = "event";
    word.text = requeuedText(present.conversation.locale);
    word.createdMs = note.createdMs;
    auto said = m_services.journal.message(tx, tenant, word);
    return said ? Result<void>() : Result<void>(fail(std::move(said).error()));
}

Result<bool> Ownership::give(store::Transaction& tx,
                             const TenantId& tenant,
                             const ConversationId& conversation,
                             const Assignee& to) const
{
    auto present = caseOf(tx, conversation);
    if (!present) {
        return fail(std::move(present).error());
    }
    if (present->conversation.status != kWaiting || present->tickets.empty()) {
        return false;
    }
    const std::string team = present->conversation.teamId;
    const Target target{kWithAgent, "assigned", to, team, {}, std::string(kReasonAutomatic)};
    auto moved = move(tx, tenant, *present, target);
    return moved ? Result<bool>(true) : Result<bool>(fail(std::move(moved).error()));
}

} // namespace parley::server::desk
