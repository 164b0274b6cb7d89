// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/memory.h"
#include "server/cache/answer_cache.h"
#include "server/desk/services.h"
#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Commits the reply: message, event and the run's end in one transaction, once a run however often it is
/// tried. When a person took the conversation over meanwhile, the reply is kept with the run and not sent.
class DeliverNode final : public Node {
public:
    /// @param cache  what keeps answers for others; null: nothing does
    /// @param memory  hears of the reply for the conversation's next message; null: nobody does
    explicit DeliverNode(desk::Services& services,
                         cache::AnswerCache* cache = nullptr,
                         agents::Memory* memory = nullptr)
        : m_services(services), m_cache(cache), m_memory(memory)
    {}

    [[nodiscard]] std::string_view name() const override { return "deliver"; }
    /// @errors Storage it could not be committed: the run is still to be done
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;
    Result<proto::Turn> endForeseen(store::Transaction& tx,
                                    Turn& turn,
                                    store::MessageRow& question,
                                    const store::RunRow& run) override;

private:
    /// @param seq  is set to the reply's number in the conversation; 0: this run has committed none
    Result<proto::Turn> deliverIn(store::Transaction& tx, const Turn& turn, std::int64_t& seq) const;
    [[nodiscard]] store::MessageRow replyOf(const Turn& turn) const;
    /// What is counted, kept and noted of a reply.
    Result<void> note(store::Transaction& tx, const Turn& turn, const store::MessageRow& reply) const;

    desk::Services& m_services;
    cache::AnswerCache* m_cache;
    agents::Memory* m_memory;
};

} // namespace parley::server::pipeline
