// SPDX-License-Identifier: MIT
#include "server/pipeline/quick_answers.h"

#include "server/store/tenant_state_repository.h"

namespace parley::server::pipeline {

namespace {

/// Whether the tenant is what the turn went by.
Result<bool> isUnchanged(store::Transaction& tx, const Turn& turn)
{
    auto versions = store::TenantStateRepository().versions(tx);
    if (!versions) {
        return fail(std::move(versions).error());
    }
    return versions->config == turn.configVersion && versions->index == turn.indexVersion &&
           versions->cache == turn.cacheVersion && turn.understanding->configVersion() == turn.configVersion;
}

} // namespace

QuickAnswers::QuickAnswers(desk::Intake& intake,
                           const Turns& turns,
                           const Runner& runner,
                           agents::Understandings& understandings,
                           agents::Memory& memory,
                           const cache::AnswerCache& cache,
                           const Clock& clock)
    : m_intake(intake),
      m_turns(turns),
      m_runner(runner),
      m_understandings(understandings),
      m_memory(memory),
      m_cache(cache),
      m_clock(clock)
{}

std::unique_ptr<Turn> QuickAnswers::begin(const desk::InboundMessage& inbound) const
{
    const auto versions = m_cache.answeredAt(inbound.tenant, inbound.text);
    const auto understanding = m_understandings.held(inbound.tenant);
    if (!versions || !understanding || understanding->configVersion() != versions->config) {
        return nullptr;
    }
    // What a proven customer said in other conversations is in the store.
    if (inbound.isVerified && understanding->answering().usesMemory) {
        return nullptr;
    }
    // It waits for its turn.
    if (m_turns.isAnswering(inbound.conversation)) {
        return nullptr;
    }
    auto turn = std::make_unique<Turn>();
    turn->tenant = inbound.tenant;
    turn->conversation = inbound.conversation;
    turn->text = inbound.text;
    turn->configVersion = versions->config;
    turn->indexVersion = versions->index;
    turn->cacheVersion = versions->cache;
    turn->isVerified = inbound.isVerified;
    // Of a conversation that is not known here this would have to be the first message.
    turn->seq = m_memory.nextNumber(inbound.tenant, inbound.conversation).value_or(1);
    turn->isFirst = turn->seq == 1;
    turn->isForeseen = true;
    turn->startedMs = m_clock.nowMs();
    return turn;
}

boost::asio::awaitable<std::unique_ptr<Turn>> QuickAnswers::foresee(const desk::InboundMessage& inbound) const
{
    auto turn = begin(inbound);
    if (!turn) {
        co_return nullptr;
    }
    const bool isAnswered = co_await m_runner.foresee(*turn);
    if (!isAnswered || !turn->isCacheHit || !turn->understanding) {
        co_return nullptr;
    }
    co_return turn;
}

void QuickAnswers::remember(const Turn& turn) const
{
    agents::RecallRequest request;
    request.tenant = turn.tenant;
    request.conversation = turn.conversation;
    request.seq = turn.seq;
    request.text = turn.text;
    request.begunMs = turn.startedMs;
    m_memory.heard(request);
    m_memory.answered(turn.tenant, turn.conversation, turn.replySeq, turn.reply);
}

Result<proto::Turn> QuickAnswers::write(store::Transaction& tx,
                                        Turn& turn,
                                        store::MessageRow& question,
                                        const store::RunRow& run) const
{
    auto unchanged = isUnchanged(tx, turn);
    if (!unchanged) {
        return fail(std::move(unchanged).error());
    }
    return *unchanged ? m_runner.endForeseen(tx, turn, question, run)
                      : Result<proto::Turn>(fail(notForeseen()));
}

boost::asio::awaitable<Result<std::optional<Taken>>> QuickAnswers::answer(desk::InboundMessage inbound)
{
    auto turn = co_await foresee(inbound);
    if (!turn) {
        co_return std::nullopt;
    }
    std::optional<proto::Turn> answered;
    bool isGivenUp = false;
    desk::Intake::Exchange exchange =
        [&](store::Transaction& tx, store::MessageRow& question, const store::RunRow& run) -> Result<void> {
        answered.reset(); // of a try that was rolled back
        auto written = write(tx, *turn, question, run);
        isGivenUp = !written;
        if (!written) {
            return fail(std::move(written).error());
        }
        answered = *std::move(written);
        return {};
    };
    auto accepted = co_await m_intake.accept(std::move(inbound), std::move(exchange));
    // What keeps the answer from being written need not keep the message. A commit that failed may have been
    // one all the same: that is not tried again.
    if (!accepted && isGivenUp) {
        co_return std::nullopt;
    }
    if (!accepted) {
        co_return fail(std::move(accepted).error());
    }
    if (answered) {
        remember(*turn);
    }
    co_return Taken{*std::move(accepted), std::move(answered)};
}

boost::asio::awaitable<Result<Taken>> QuickAnswers::take(desk::InboundMessage inbound)
{
    auto quick = co_await answer(inbound);
    if (!quick) {
        co_return fail(std::move(quick).error());
    }
    if (*quick) {
        co_return std::move(**quick);
    }
    auto accepted = co_await m_intake.accept(std::move(inbound));
    if (!accepted) {
        co_return fail(std::move(accepted).error());
    }
    Taken taken;
    taken.accepted = *std::move(accepted);
    co_return taken;
}

} // namespace parley::server::pipeline
