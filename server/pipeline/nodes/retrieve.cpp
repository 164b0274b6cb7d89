// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/retrieve.h"

#include "server/nlp/embedded_instructions.h"

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

boost::asio::awaitable<Result<Step>> RetrieveNode::run(Turn& turn, runtime::Budget budget)
{
    knowledge::SearchOptions options;
    options.limit = kHits;
    auto found =
        co_await m_library.search(turn.tenant, turn.indexVersion, turn.guarded.text, options, budget);
    if (!found) {
        co_return fail(std::move(found).error().in(name()));
    }
    turn.found = *std::move(found);
    const std::size_t cut = disarmHits(turn.found);
    turn.nodeOutput = {{"hits", tracedHits(turn.found)}, {"margin", turn.found.margin}};
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
