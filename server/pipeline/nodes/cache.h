// SPDX-License-Identifier: MIT
#pragma once

#include "server/cache/answer_cache.h"
#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Gives the answer again that somebody got to the same question. Comes after the rules: what belongs to a
/// person goes to one. A cache that fails is none: the turn goes the long way.
class CacheNode final : public Node {
public:
    explicit CacheNode(cache::AnswerCache& cache) : m_cache(cache) {}

    [[nodiscard]] std::string_view name() const override { return "cache"; }
    [[nodiscard]] bool isForeseeable() const override { return true; }
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;

private:
    cache::AnswerCache& m_cache;
};

/// Keeps a delivered answer for others where it may be, or counts that it was taken from the cache; in the
/// transaction that delivers it. @errors Storage
Result<void> settleCache(store::Transaction& tx,
                         cache::AnswerCache& cache,
                         const Turn& turn,
                         const MessageId& reply,
                         std::int64_t nowMs);

} // namespace parley::server::pipeline
