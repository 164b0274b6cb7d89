// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/understand.h"

#include "server/nlp/sentiment/sentiment.h"
#include "server/nlp/tokens.h"
#include "server/pipeline/nodes/clarify_answer.h"

namespace parley::server::pipeline {

namespace {

nlohmann::json traced(const std::vector<nlp::Entity>& entities)
{
    auto kinds = nlohmann::json::array();
    for (const nlp::Entity& entity : entities) {
        kinds.push_back(nlp::entityKindName(entity.kind));
    }
    return kinds;
}

} // namespace

boost::asio::awaitable<Result<Step>> UnderstandNode::run(Turn& turn, runtime::Budget budget)
{
    if (turn.sandbox && turn.sandbox->understanding) {
        turn.understanding = turn.sandbox->understanding;
    } else {
        auto known = co_await m_understandings.of(turn.tenant, turn.configVersion, budget);
        if (!known) {
            co_return fail(std::move(known).error().in(name()));
        }
        turn.understanding = *std::move(known);
    }
    if (!turn.awaiting.empty()) {
        ClarifyAnswer answer = readClarifyAnswer(turn.awaiting, nlp::tokenize(turn.guarded.text));
        turn.askedAbout = std::move(answer.question);
        turn.chosen = std::move(answer.choice);
    }
    if (!turn.askedAbout.empty()) {
        turn.sentiment = nlp::sentiment(turn.guarded.text);
        turn.guarded.text = turn.askedAbout + "\n" + turn.guarded.text;
    }
    turn.entities = turn.understanding->entities().find(turn.guarded.text, m_clock.nowMs());
    TextReading reading = m_readings.read(turn.guarded.text, turn.masked);
    turn.category = std::move(reading.category);
    if (turn.askedAbout.empty()) {
        turn.sentiment = reading.sentiment;
    }
    turn.nodeOutput = {{"language", reading.language},
                       {"sentiment", *turn.sentiment},
                       {"entities", traced(turn.entities)},
                       {"personal_data_masked", turn.masked.map.size()},
                       {"category", turn.category},
                       {"config_version", turn.understanding->configVersion()}};
    co_return Step::Continue;
}

} // namespace parley::server::pipeline
