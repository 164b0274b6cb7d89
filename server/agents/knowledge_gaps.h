// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/lesson_listener.h"
#include "server/identity/audit.h"
#include "server/store/database.h"
#include "server/store/gap_repository.h"
#include "shared/core/clock.h"
#include "shared/core/ids.h"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>
#include <vector>

namespace parley::server::agents {

/// A gap with what was asked, and what a person answered.
struct KnowledgeGap {
    store::GapRow gap;
    std::vector<store::GapQuestionRow> questions; ///< the newest five
    std::optional<store::GapAnswerRow> answer;    ///< what an article could say
};

/// What customers asked and the knowledge base could not answer: conversations that the agents gave to people
/// for lack of knowledge. An outage, a wish for a person, a bad mood and a question about one's own case are
/// none. Questions that say the same are one gap. Texts are kept without personal details and go with their
/// conversations; of a tenant 2,000 gaps with 20 questions each are kept. @thread any
class KnowledgeGaps final : public desk::LessonListener {
public:
    static constexpr int kMostGaps = 2'000;
    static constexpr int kMostQuestions = 20;

    KnowledgeGaps(store::Database& database, const Clock& clock, IdSource& ids);

    /// Most frequent first. @errors Storage
    boost::asio::awaitable<Result<std::vector<KnowledgeGap>>> list(TenantId tenant, store::GapFilter filter);
    /// Somebody wrote what was missing, or it will never be answered. Audited.
    /// @errors NotFound no such gap; Conflict it is closed already; Storage
    boost::asio::awaitable<Result<KnowledgeGap>>
    close(TenantId tenant, std::string id, identity::Actor actor);

    Result<void>
    onEscalated(store::Transaction& tx, const TenantId& tenant, const store::TicketRow& ticket) override;
    /// A person's answer closes the gap that its question is in, and is kept as an article that could be.
    /// @errors Storage
    Result<void> onResolved(store::Transaction& tx,
                            const desk::ResolveRequest& request,
                            desk::Resolved& resolved) override;
    Result<void> onUndone(store::Transaction& tx,
                          const TenantId& tenant,
                          const store::TicketRow& ticket,
                          desk::TakenBack& taken) override;

private:
    Result<std::string> gapOf(store::Transaction& tx, const std::string& question, std::int64_t nowMs) const;
    Result<KnowledgeGap> whole(store::ReadTransaction& tx, store::GapRow row) const;
    Result<KnowledgeGap>
    closeIn(store::Transaction& tx, const std::string& id, const identity::Actor& actor) const;

    store::Database& m_database;
    const Clock& m_clock;
    IdSource& m_ids;
    const identity::Audit m_audit;
    store::GapRepository m_gaps;
};

/// Whether a ticket was made because the knowledge base had no answer. @param factors  what made the
/// confidence, as tickets keep it; may be empty
bool isLackOfKnowledge(const std::string& reason, const std::string& factors);

} // namespace parley::server::agents
