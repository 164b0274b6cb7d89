// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/memory.h"
#include "server/agents/understandings.h"
#include "server/cache/answer_cache.h"
#include "server/desk/intake.h"
#include "server/pipeline/runner.h"
#include "server/pipeline/turns.h"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <optional>

namespace parley::server::pipeline {

/// A message that was taken in, and its turn where the answer was committed with it.
struct Taken {
    desk::Accepted accepted;
    std::optional<proto::Turn> answered;
};

/// Takes messages in, and those that the cache answers word for word in the same transaction as their answer:
/// one commit instead of two. The first nodes run before the message is accepted, by what this process holds
/// in memory alone; the transaction compares what they went by (versions of configuration, knowledge and
/// cache, the message's number, the conversation's owner) with what is so. Where anything differs it is given
/// up, the message is accepted as any other, and the turn begins anew.
/// @thread an I/O thread
class QuickAnswers {
public:
    QuickAnswers(desk::Intake& intake,
                 const Turns& turns,
                 const Runner& runner,
                 agents::Understandings& understandings,
                 agents::Memory& memory,
                 const cache::AnswerCache& cache,
                 const Clock& clock);

    /// @errors those of Intake::accept
    boost::asio::awaitable<Result<Taken>> take(desk::InboundMessage inbound);

private:
    /// What this process would answer now; null: it has to look.
    boost::asio::awaitable<std::unique_ptr<Turn>> foresee(const desk::InboundMessage& inbound) const;
    [[nodiscard]] std::unique_ptr<Turn> begin(const desk::InboundMessage& inbound) const;
    void remember(const Turn& turn) const;
    /// Message and answer in one transaction; empty: it is to be accepted as any other.
    boost::asio::awaitable<Result<std::optional<Taken>>> answer(desk::InboundMessage inbound);
    Result<proto::Turn>
    write(store::Transaction& tx, Turn& turn, store::MessageRow& question, const store::RunRow& run) const;

    desk::Intake& m_intake;
    const Turns& m_turns;
    const Runner& m_runner;
    agents::Understandings& m_understandings;
    agents::Memory& m_memory;
    const cache::AnswerCache& m_cache;
    const Clock& m_clock;
};

} // namespace parley::server::pipeline
