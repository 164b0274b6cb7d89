// SPDX-License-Identifier: MIT
#pragma once

#include "server/cache/answer_cache.h"
#include "server/desk/services.h"
#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Commits the reply: message, event and the run's end in one transaction, once a run however often it is
/// tried. When a person took the conversation over meanwhile, the reply is kept with the run and not sent.
class DeliverNode final : public Node {
public:
    /// @param cache  what keeps answers for others; null: nothing does
    explicit DeliverNode(desk::Services& services, cache::AnswerCache* cache = nullptr)
        : m_services(services), m_cache(cache)
    {}

    [[nodiscard]] std::string_view name() const override { return "deliver"; }
    /// @errors Storage it could not be committed: the run is still to be done
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;

private:
    Result<proto::Turn> deliverIn(store::Transaction& tx, const Turn& turn) const;

    desk::Services& m_services;
    cache::AnswerCache* m_cache;
};

} // namespace parley::server::pipeline
