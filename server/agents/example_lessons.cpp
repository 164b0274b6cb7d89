// SPDX-License-Identifier: MIT
#include "server/agents/example_lessons.h"

#include "server/agents/confidence_fit.h"
#include "server/cache/cacheability.h"
#include "server/desk/bridge_text.h"
#include "server/desk/feedback.h"
#include "server/desk/resolution.h"
#include "server/nlp/ask_for_human.h"
#include "server/nlp/entities/pii.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace parley::server::agents {

namespace {

constexpr int kMaxAgents = 1'000;
/// Longer ones tell a story rather than ask.
constexpr std::size_t kLongestExample = 400;

std::string resolutionExample(const TicketId& ticket)
{
    return ticket.value + ":answer";
}

/// Whether the person's answer says that the right agent had the question.
bool confirmsAgent(const store::TicketRow& ticket, const std::string& answer)
{
    return ticket.draftAnswer.empty() ? ticket.reason == desk::kReasonNoAnswer
                                      : judgeDraft(ticket.draftAnswer, answer).outcome != "rejected";
}

/// Whether the question is about one customer: it says what only that one may be known by.
bool isOnesOwn(const std::string& text, std::int64_t nowMs)
{
    const auto entities = nlp::findEntities(text, {}, nowMs);
    const std::string refusal = cache::questionRefusal(text, cache::readQuestion(text), entities);
    return refusal == "personal_data" || refusal == "case_specific";
}

/// The classifier, which holds examples in memory, learns of it by the changed configuration. @return whether
/// there was one. @errors Storage
Result<bool> forget(store::Transaction& tx,
                    const store::IntentExampleRepository& examples,
                    const store::TenantStateRepository& state,
                    const std::string& id)
{
    auto removed = examples.remove(tx, id);
    if (removed && *removed) {
        if (auto raised = state.raiseConfigVersion(tx); !raised) {
            return fail(std::move(raised).error());
        }
    }
    return removed;
}

} // namespace

Result<std::string> ExampleLessons::agentOf(store::ReadTransaction& tx, const RunId& id) const
{
    auto run = m_runs.find(tx, id);
    if (!run) {
        return fail(std::move(run).error());
    }
    const auto state = nlohmann::json::parse(*run ? (*run)->state : std::string("{}"), nullptr, false);
    std::string name;
    if (state.is_object() && state.contains("reply") && state["reply"].is_object()) {
        const auto agent = state["reply"].find("agent");
        name =
            agent != state["reply"].end() && agent->is_string() ? agent->get<std::string>() : std::string();
    }
    if (name.empty()) {
        return name;
    }
    auto agents = m_agents.list(tx, std::string(), kMaxAgents);
    if (!agents) {
        return fail(std::move(agents).error());
    }
    const bool isThere = std::any_of(agents->begin(), agents->end(), [&](const store::AgentRow& row) {
        return row.name == name && row.enabled;
    });
    return isThere ? name : std::string();
}

Result<bool> ExampleLessons::keep(store::Transaction& tx, const Lesson& lesson) const
{
    const std::string text(trimmed(lesson.question));
    if (text.empty() || codePoints(text) > kLongestExample || nlp::asksForHuman(text) ||
        isOnesOwn(text, m_clock.nowMs())) {
        return false;
    }
    auto agent = agentOf(tx, lesson.run);
    if (!agent || agent->empty()) {
        return agent ? Result<bool>(false) : Result<bool>(fail(std::move(agent).error()));
    }
    store::IntentExampleRow example;
    example.id = lesson.id;
    example.text = nlp::maskPii(text).text;
    example.label = *std::move(agent);
    example.conversation = lesson.conversation;
    example.createdMs = m_clock.nowMs();
    if (auto put = m_examples.put(tx, example); !put) {
        return fail(std::move(put).error());
    }
    auto count = m_examples.count(tx);
    if (!count) {
        return fail(std::move(count).error());
    }
    if (*count % kLearntAtOnce == 0) {
        if (auto raised = m_state.raiseConfigVersion(tx); !raised) {
            return fail(std::move(raised).error());
        }
    }
    return true;
}

Result<void> ExampleLessons::onResolved(store::Transaction& tx,
                                        const desk::ResolveRequest& request,
                                        desk::Resolved& resolved)
{
    const store::TicketRow& ticket = resolved.ticket;
    resolved.learned.example = false;
    if (!request.learns || !confirmsAgent(ticket, request.answer)) {
        return {};
    }
    auto corrected = m_examples.contains(tx, ticket.id.value);
    if (!corrected) {
        return fail(std::move(corrected).error());
    }
    if (*corrected) {
        return {};
    }
    const Lesson lesson{resolutionExample(ticket.id), ticket.run, ticket.conversation, ticket.question};
    auto kept = keep(tx, lesson);
    if (!kept) {
        return fail(std::move(kept).error());
    }
    resolved.learned.example = *kept;
    return {};
}

Result<void> ExampleLessons::onUndone(store::Transaction& tx,
                                      const TenantId&,
                                      const store::TicketRow& ticket,
                                      desk::TakenBack& taken)
{
    auto forgotten = forget(tx, m_examples, m_state, resolutionExample(ticket.id));
    if (!forgotten) {
        return fail(std::move(forgotten).error());
    }
    taken.example = *forgotten;
    return {};
}

Result<void> ExampleLessons::onCorrected(store::Transaction& tx,
                                         const desk::Correction& correction,
                                         desk::Learned& learned)
{
    const store::RatedAnswer& rated = correction.rated;
    learned.example = false;
    const std::string id = rated.feedback.id + ":correction";
    if (auto former = forget(tx, m_examples, m_state, id); !former) {
        return fail(std::move(former).error());
    }
    // Another answer altogether may well be another agent's.
    if (rated.sender != "agent" || judgeDraft(rated.answer, correction.answer).outcome == "rejected") {
        return {};
    }
    const Lesson lesson{id, rated.run, rated.feedback.conversation, rated.question};
    auto kept = keep(tx, lesson);
    if (!kept) {
        return fail(std::move(kept).error());
    }
    learned.example = *kept;
    return {};
}

} // namespace parley::server::agents
