// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/retrieve.h"

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
    turn.nodeOutput = {{"hits", tracedHits(turn.found)}, {"margin", turn.found.margin}};
    co_return Step::Continue;
}

} // namespace parley::server::pipeline
