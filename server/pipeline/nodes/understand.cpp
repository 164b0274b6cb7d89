// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/understand.h"

#include "server/nlp/sentiment/sentiment.h"
#include "server/nlp/text_language.h"
#include "server/nlp/tokens.h"

#include <algorithm>

namespace parley::server::pipeline {

namespace {

/// An answer to a clarifying question is short; what is longer is a question of its own.
constexpr std::size_t kAnswerWords = 6;

/// The question that the customer was asked about, where this message answers that.
std::string askedAbout(const Turn& turn, const std::vector<nlp::Token>& words)
{
    const auto awaiting = nlohmann::json::parse(turn.awaiting, nullptr, false);
    if (!awaiting.is_object() || words.size() > kAnswerWords) {
        return {};
    }
    return awaiting.value("question", std::string());
}

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
    auto known = co_await m_understandings.of(turn.tenant, turn.configVersion, budget);
    if (!known) {
        co_return fail(std::move(known).error().in(name()));
    }
    turn.understanding = *std::move(known);
    const auto words = nlp::tokenize(turn.guarded.text);
    turn.sentiment = nlp::sentiment(turn.guarded.text);
    turn.entities = turn.understanding->entities().find(turn.guarded.text, m_clock.nowMs());
    if (const std::string question = askedAbout(turn, words); !question.empty()) {
        turn.guarded.text = question + "\n" + turn.guarded.text;
    }
    turn.masked = nlp::maskPii(turn.guarded.text);
    turn.nodeOutput = {{"language", nlp::textLanguage(turn.guarded.text).code},
                       {"sentiment", *turn.sentiment},
                       {"entities", traced(turn.entities)},
                       {"personal_data_masked", turn.masked.map.size()},
                       {"config_version", turn.understanding->configVersion()}};
    co_return Step::Continue;
}

} // namespace parley::server::pipeline
