// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/resolution.h"
#include "server/identity/audit.h"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace parley::server::desk {

/// Who takes back what he resolved, as the desk and as the audit trail name him.
struct UndoRequest {
    TenantId tenant;
    /// Id or reference.
    std::string ticket;
    Actor actor;
    identity::Actor audited;
};

/// What undoing left.
struct Undone {
    store::TicketRow ticket;
    store::ConversationRow conversation;
    /// The answer; a note where it was taken back.
    store::MessageRow message;
    TakenBack taken;
};

/// Undoes a resolution while it is fresh: what it taught goes, and the answer where its customer has not got
/// it; the case is with its person again and its run waits. One transaction. @thread I/O
class ResolutionUndo {
public:
    explicit ResolutionUndo(Services& services);

    /// @errors NotFound no such ticket; Forbidden another person resolved it; Conflict it is not resolved
    /// with an answer, more than ten minutes have passed, or the conversation is in other hands; Storage
    boost::asio::awaitable<Result<Undone>> undo(UndoRequest request);

private:
    struct Answered;
    Result<Undone> undoIn(store::Transaction& tx, const UndoRequest& request) const;
    Result<Answered> answeredIn(store::Transaction& tx, const UndoRequest& request) const;
    Result<void> takeCase(store::Transaction& tx, const UndoRequest& request, Undone& undone) const;
    Result<void> pauseRun(store::Transaction& tx, const Undone& undone) const;
    Result<void> takeBack(store::Transaction& tx, const UndoRequest& request, Undone& undone) const;
    Result<void> tell(store::Transaction& tx, const UndoRequest& request, const Undone& undone) const;

    Services& m_services;
    const identity::Audit m_audit;
};

} // namespace parley::server::desk
