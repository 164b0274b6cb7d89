// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/retrieve.h"

#include "server/nlp/embedded_instructions.h"
#include "server/pipeline/assessment.h"

namespace parley::server::pipeline {

namespace {

constexpr std::size_t kHits = 8;
/// Hits that the trace and the case card show.
constexpr std::size_t kTracedHits = 5;

nlohmann::json tracedHits(const knowledge::SearchResult& found)
{
    auto hits = nlohmann::json::array();
    for (const knowledge::Hit& hit : found.hits) {
        if (hits.size() == kTracedHits) {
            break;
        }
        hits.push_back({{"document_id", hit.document.value},
                        {"chunk_id", hit.chunk.value},
                        {"title", hit.title},
                        {"score", hit.score},
                        {"coverage", hit.coverage}});
    }
    return hits;
}

} // namespace

boost::asio::awaitable<Result<knowledge::SearchResult>>
RetrieveNode::search(const Turn& turn, std::string question, runtime::Budget budget) const
{
    knowledge::SearchOptions options;
    options.limit = kHits;
    co_return co_await m_library.search(turn.tenant, turn.indexVersion, std::move(question), options, budget);
}

/// Takes what the message asks in full instead, where that finds an answer to it and a better one.
boost::asio::awaitable<Result<void>> RetrieveNode::complete(Turn& turn, runtime::Budget budget) const
{
    const double alone = knowledge::draftAnswer(turn.guarded.text, turn.found).confidence.value;
    double best = alone;
    // What is clear by itself is never mixed with something else.
    const bool isClear = !turn.followUp.isOpen && alone >= thresholdOf(turn);
    for (const std::string& question : turn.followUp.questions) {
        if (isClear) {
            break;
        }
        auto found = co_await search(turn, question, budget);
        if (!found) {
            co_return fail(std::move(found).error());
        }
        const knowledge::Draft draft = knowledge::draftAnswer(question, *found);
        if (draft.confidence.value > best && answersFollowUp(turn.followUp, *found, draft)) {
            best = draft.confidence.value;
            turn.wholeQuestion = question;
            turn.found = *std::move(found);
        }
    }
    turn.nodeOutput["alone"] = alone;
    turn.nodeOutput["with_earlier_question"] = best;
    co_return Result<void>();
}

boost::asio::awaitable<Result<Step>> RetrieveNode::run(Turn& turn, runtime::Budget budget)
{
    auto found = co_await search(turn, turn.guarded.text, budget);
    if (!found) {
        co_return fail(std::move(found).error().in(name()));
    }
    turn.found = *std::move(found);
    if (!turn.followUp.questions.empty()) {
        if (auto completed = co_await complete(turn, budget); !completed) {
            co_return fail(std::move(completed).error().in(name()));
        }
    }
    const std::size_t cut = disarmHits(turn.found);
    turn.nodeOutput["hits"] = tracedHits(turn.found);
    turn.nodeOutput["margin"] = turn.found.margin;
    if (cut > 0) {
        turn.nodeOutput["orders_cut"] = cut;
    }
    co_return Step::Continue;
}

std::size_t RetrieveNode::disarmHits(knowledge::SearchResult& found) const
{
    std::size_t cut = 0;
    for (knowledge::Hit& hit : found.hits) {
        if (m_harmless.has(hit.chunk.value, hit.text)) {
            continue;
        }
        nlp::Disarmed disarmed = nlp::disarm(hit.text);
        if (disarmed.removed == 0) {
            m_harmless.add(hit.chunk.value, hit.text);
            continue;
        }
        cut += disarmed.removed;
        hit.text = std::move(disarmed.text);
        hit.analysis.reset(); // of the text as it was
    }
    std::erase_if(found.hits, [](const knowledge::Hit& hit) { return hit.text.empty(); });
    return cut;
}

} // namespace parley::server::pipeline
