// SPDX-License-Identifier: MIT
// How soon a sentence is with the customer once the model has ended it, while many models write at once; and,
// without checks, how soon a token is. One I/O thread. bench_compose [STREAMS [SECONDS [TOKENS_PER_SECOND]]]
#include "server/knowledge/extractive_answer.h"
#include "server/pipeline/nodes/compose.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <deque>

using namespace parley;
using namespace parley::server;
using Steady = std::chrono::steady_clock;

namespace {

struct Plan {
    std::size_t streams = 1'000;
    int seconds = 5;
    int tokensPerSecond = 10;
    bool checks = true;
};

/// The same few sentences again and again, token by token at a fixed rate, from a moment of its own on.
class SteadyModel final : public llm::ChatModel {
public:
    SteadyModel(const Plan& plan, std::size_t number, std::vector<double>& late)
        : m_plan(plan), m_number(number), m_late(late)
    {}

    [[nodiscard]] std::string_view model() const override { return "steady"; }

    boost::asio::awaitable<Result<llm::ChatReply>>
    chat(std::vector<llm::ChatMessage>, llm::ChatOptions, runtime::Budget) override
    {
        co_return fail(ErrorCode::Unavailable, "This model only streams.");
    }

    boost::asio::awaitable<Result<llm::ChatReply>> stream(std::vector<llm::ChatMessage>,
                                                          llm::ChatOptions,
                                                          llm::ChatListener listener,
                                                          runtime::Budget) override
    {
        static const std::vector<std::string> kTokens{
            "Refunds", " are", " paid", " within", " 5", " days", " to", " the", " same", " card", ".", " "};
        boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
        const auto interval = std::chrono::microseconds(1'000'000 / m_plan.tokensPerSecond);
        auto due = Steady::now() + interval * static_cast<int>(m_number % 997) / 997;
        const int count = m_plan.seconds * m_plan.tokensPerSecond;
        for (int i = 0; i < count; ++i, due += interval) {
            timer.expires_at(due);
            co_await timer.async_wait(boost::asio::use_awaitable);
            const std::string& token = kTokens[static_cast<std::size_t>(i) % kTokens.size()];
            const auto arrived = Steady::now();
            const std::size_t before = released;
            listener.onText(token);
            if (released != before) {
                m_late.push_back(std::chrono::duration<double, std::micro>(Steady::now() - arrived).count());
            }
            behind = std::max(behind, std::chrono::duration<double, std::milli>(arrived - due).count());
        }
        llm::ChatReply reply;
        reply.finishReason = "stop";
        co_return reply;
    }

    std::size_t released = 0;
    double behind = 0; ///< longest a token was later than due, in milliseconds

private:
    const Plan& m_plan;
    std::size_t m_number;
    std::vector<double>& m_late;
};

class CountingSink final : public pipeline::TurnSink {
public:
    explicit CountingSink(SteadyModel& model) : m_model(model) {}
    void onNode(std::string_view) override {}
    void onToken(std::string_view) override { ++m_model.released; }
    void onReset() override {}
    void onEnded(const Result<proto::Turn>&) override {}

private:
    SteadyModel& m_model;
};

double at(std::vector<double>& sorted, double share)
{
    return sorted.empty() ? 0
                          : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

void measure(const Plan& plan)
{
    knowledge::KnowledgeIndex index;
    knowledge::IndexedDocument document;
    document.id = DocumentId{"d1"};
    document.title = "How are refunds paid?";
    document.chunks.push_back({ChunkId{"c1"}, "", "Refunds are paid within 5 days to the same card.", 0});
    (void)index.put(document);
    agents::UnderstandingSource source;
    source.answering.checksSentences = plan.checks;
    source.answering.answerTokens = 100'000;
    const auto understanding = std::make_shared<agents::TenantUnderstanding>(source, "TF", nullptr, nullptr);

    boost::asio::io_context io;
    const SystemClock clock;
    pipeline::ComposeNode compose(
        nullptr, [](const TenantId&) { return std::string("Bench"); }, clock);
    std::vector<double> late;
    std::deque<pipeline::Turn> turns(plan.streams);
    std::vector<std::shared_ptr<SteadyModel>> models;
    for (std::size_t i = 0; i < plan.streams; ++i) {
        models.push_back(std::make_shared<SteadyModel>(plan, i, late));
        pipeline::Turn& turn = turns[i];
        turn.guarded.text = turn.masked.text = "How are refunds paid?";
        turn.understanding = understanding;
        turn.found = index.search(turn.guarded.text);
        turn.draft = knowledge::draftAnswer(turn.guarded.text, turn.found);
        turn.confidence = 1;
        turn.model = models.back();
        turn.sink = std::make_shared<CountingSink>(*models.back());
        boost::asio::co_spawn(io, compose.run(turn, runtime::Budget()), boost::asio::detached);
    }
    io.run();
    std::sort(late.begin(), late.end());
    double behind = 0;
    for (const auto& model : models) {
        behind = std::max(behind, model->behind);
    }
    std::printf("%zu streams at %d tokens/s, %s: %zu released, p50 %.1f us, p99 %.1f us, most %.1f us; the "
                "latest token %.1f ms\n",
                plan.streams,
                plan.tokensPerSecond,
                plan.checks ? "sentences checked" : "tokens as they come",
                late.size(),
                at(late, 0.5),
                at(late, 0.99),
                at(late, 1),
                behind);
}

} // namespace

int main(int count, char** values)
{
    Plan plan;
    if (count > 1) {
        plan.streams = static_cast<std::size_t>(std::max(1, std::atoi(values[1])));
    }
    if (count > 2) {
        plan.seconds = std::max(1, std::atoi(values[2]));
    }
    if (count > 3) {
        plan.tokensPerSecond = std::max(1, std::atoi(values[3]));
    }
    for (const bool checks : {true, false}) {
        plan.checks = checks;
        measure(plan);
    }
    return 0;
}
