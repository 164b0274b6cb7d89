// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/lesson_listener.h"
#include "server/store/agent_repository.h"
#include "server/store/intent_example_repository.h"
#include "server/store/run_repository.h"
#include "server/store/tenant_state_repository.h"
#include "shared/core/clock.h"

#include <string>
#include <string_view>

namespace parley::server::agents {

/// Keeps questions that people answered as examples for the classifier, under the agent that they were given
/// to, where the person confirmed it: by using its draft, or by answering what it had no knowledge of. What a
/// person put right himself (Corrections) goes first. @thread database worker
class ExampleLessons final : public desk::LessonListener {
public:
    /// So many new examples are learnt at once: each time the configuration counts as changed, and what
    /// agents wrote under the former one is not taken from the cache any more.
    static constexpr std::int64_t kLearntAtOnce = 10;

    explicit ExampleLessons(const Clock& clock) : m_clock(clock) {}

    Result<void> onResolved(store::Transaction& tx,
                            const desk::ResolveRequest& request,
                            desk::Resolved& resolved) override;
    Result<void> onUndone(store::Transaction& tx,
                          const TenantId& tenant,
                          const store::TicketRow& ticket,
                          desk::TakenBack& taken) override;
    Result<void>
    onCorrected(store::Transaction& tx, const desk::Correction& correction, desk::Learned& learned) override;

private:
    struct Lesson {
        std::string id;
        RunId run;
        ConversationId conversation;
        std::string question;
    };
    /// @return whether it is kept. @errors Storage
    Result<bool> keep(store::Transaction& tx, const Lesson& lesson) const;
    /// The agent of a run that is still there, or empty. @errors Storage
    Result<std::string> agentOf(store::ReadTransaction& tx, const RunId& run) const;

    const Clock& m_clock;
    store::AgentRepository m_agents;
    store::IntentExampleRepository m_examples;
    store::RunRepository m_runs;
    store::TenantStateRepository m_state;
};

} // namespace parley::server::agents
