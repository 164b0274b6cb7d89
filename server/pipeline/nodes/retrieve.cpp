// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/retrieve.h"

namespace parley::server::pipeline {

namespace {

/// Up to here a search takes less than handing it to another thread and back would (tests/bench).
constexpr std::size_t kSearchInlineChunks = 500;
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
    auto index = co_await m_library.index(turn.tenant, turn.indexVersion, budget);
    if (!index) {
        co_return fail(std::move(index).error().in(name()));
    }
    const knowledge::KnowledgeIndex& library = **index;
    auto search = [&]() -> Result<knowledge::SearchResult> {
        knowledge::SearchOptions options;
        options.limit = kHits;
        return library.search(turn.guarded.text, options);
    };
    if (library.chunkCount() <= kSearchInlineChunks) {
        turn.found = *search();
    } else {
        auto found = co_await m_cpu.run(search);
        if (!found) {
            co_return fail(std::move(found).error().in(name()));
        }
        turn.found = *std::move(found);
    }
    turn.nodeOutput = {{"hits", tracedHits(turn.found)}, {"margin", turn.found.margin}};
    co_return Step::Continue;
}

} // namespace parley::server::pipeline
