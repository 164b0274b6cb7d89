// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <string_view>

namespace parley::server::desk {

/// A person's answer to a ticket.
struct ResolveRequest {
    TenantId tenant;
    std::string ticket;
    std::string answer;
    /// Where to send the answer too; empty: where the customer asked for, if anywhere.
    std::string notifyEmail;
    Actor actor;
    /// A wish: what the answer teaches may be kept.
    bool learns = true;
    /// The platform's values of the settings by which lessons are kept: a JSON object, or empty. Set by
    /// Resolution.
    std::string answeringDefaults{};
};

/// What a resolution taught those who ask the same.
struct Learned {
    bool cache = false;
    /// Why the answer is not kept for others: "personal_data", "case_specific", ...; empty where it is.
    std::string reason{};
    /// The question is kept as an example of those that its agent answers.
    bool example = false;
    /// It closed a gap in the knowledge base.
    bool gap = false;
};

/// What undoing a resolution took back.
struct TakenBack {
    /// The answer: false where the customer has read it.
    bool message = false;
    bool notification = false;
    bool cache = false;
    bool example = false;
    bool gap = false;
};

/// The section of the settings that says which lessons are kept.
inline constexpr std::string_view kLessonSettings = "answering";

/// What resolving did.
struct Resolved {
    store::TicketRow ticket;
    store::MessageRow message;
    /// Empty when no run was paused for the ticket.
    RunId run;
    std::string runStatus;
    /// Address the answer was queued for; empty: none.
    std::string notified;
    Learned learned{};
};

/// What queues the e-mail of an answer, once.
std::string notifyEffect(const MessageId& answer);

/// Resolves tickets: the paused run goes on with the person's answer, exactly once, in one transaction with
/// the ticket, the delivery to the chat, the events and the outbox. @thread I/O
class Resolution {
public:
    explicit Resolution(Services& services) : m_services(services) {}

    /// @errors InvalidArgument empty or over-long answer; NotFound no such ticket; Conflict resolved already,
    /// or another supporter holds it; Storage
    boost::asio::awaitable<Result<Resolved>> resolve(ResolveRequest request);

private:
    Result<Resolved> resolveIn(store::Transaction& tx, const ResolveRequest& request) const;
    Result<void> giveBackToAgents(store::Transaction& tx,
                                  const ResolveRequest& request,
                                  const store::TicketRow& ticket,
                                  std::int64_t nowMs) const;
    Result<void> endRun(store::Transaction& tx, Resolved& resolved, std::int64_t nowMs) const;
    Result<void> queueNotification(store::Transaction& tx,
                                   const ResolveRequest& request,
                                   const store::ConversationRow& conversation,
                                   Resolved& resolved,
                                   std::int64_t nowMs) const;

    Services& m_services;
};

} // namespace parley::server::desk
