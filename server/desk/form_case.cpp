// SPDX-License-Identifier: MIT
#include "server/desk/form_case.h"

#include "server/desk/resolution.h"
#include "server/desk/views.h"
#include "server/store/form_repository.h"

#include <nlohmann/json.hpp>

namespace parley::server::desk {

bool isAnsweredElsewhere(std::string_view channel)
{
    return channel == "form";
}

Result<void> queueReply(const Services& services, store::Transaction& tx, const store::MessageRow& reply)
{
    auto conversation = services.conversations.find(tx, reply.conversation);
    if (!conversation) {
        return fail(std::move(conversation).error());
    }
    if (!*conversation || (*conversation)->notifyEmail.empty()) {
        return {};
    }
    auto submission = store::FormRepository().findByConversation(tx, reply.conversation);
    if (!submission) {
        return fail(std::move(submission).error());
    }
    nlohmann::json payload = {{"message", reply.id.value}};
    if (*submission) {
        payload["ticket"] = (*submission)->ticket.value;
    }
    store::OutboxRow row;
    row.id = services.ids.next();
    row.kind = "email";
    row.target = (*conversation)->notifyEmail;
    row.payload = payload.dump();
    row.conversation = reply.conversation;
    row.effectKey = notifyEffect(reply.id);
    row.dueMs = row.createdMs = reply.createdMs;
    return services.outbox.add(tx, row);
}

Result<void> noteAgentsReply(const Services& services,
                             store::Transaction& tx,
                             const TenantId& tenant,
                             const store::MessageRow& reply,
                             bool isAnswer)
{
    if (auto queued = queueReply(services, tx, reply); !queued || !isAnswer) {
        return queued;
    }
    auto resolved = store::FormRepository().answered(tx, reply.conversation, reply.createdMs);
    if (!resolved || !*resolved) {
        return resolved ? Result<void>() : Result<void>(fail(std::move(resolved).error()));
    }
    auto ticket = services.tickets.find(tx, (*resolved)->value);
    if (!ticket || !*ticket) {
        return ticket ? Result<void>() : Result<void>(fail(std::move(ticket).error()));
    }
    return services.journal.event(tx,
                                  tenant,
                                  reply.conversation,
                                  "ticket.updated",
                                  (*ticket)->id.value,
                                  {{"ticket", ticketSummary(**ticket)}},
                                  proto::Audience::Operator,
                                  reply.createdMs);
}

} // namespace parley::server::desk
