// SPDX-License-Identifier: MIT
#include "server/agents/answering_preview.h"

#include "server/agents/stored_assessment.h"
#include "server/nlp/entities/pii.h"
#include "server/store/conversation_log.h"
#include "server/store/run_repository.h"
#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::agents {

using nlohmann::json;

namespace {

/// Newest turns that are looked at: some hundred milliseconds.
constexpr int kMostRuns = 20'000;
constexpr std::size_t kMostExamples = 20;
constexpr std::size_t kQuestionLength = 300;
constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

constexpr std::string_view kAnswered = "answered";
constexpr std::string_view kEscalated = "escalated";
constexpr std::string_view kClarified = "clarified";
constexpr std::string_view kRecomputed = "recomputed";

/// What a run's reply keeps of a cache hit.
struct CacheHit {
    bool isHit = false;
    double probability = 1;
};

CacheHit cacheHitOf(const std::string& state)
{
    const json whole = json::parse(state, nullptr, false);
    CacheHit hit;
    if (whole.is_object() && whole.contains("reply") && whole["reply"].is_object()) {
        hit.isHit = whole["reply"].value("cache_hit", false);
        hit.probability = whole["reply"].value("cache_probability", 1.0);
    }
    return hit;
}

std::string_view outcomeOf(const store::PastRun& run, const std::optional<StoredAssessment>& judged)
{
    if (run.isHandedOver || (judged && judged->kind == "bridge")) {
        return kEscalated;
    }
    return judged && judged->kind == "clarify" ? kClarified : kAnswered;
}

/// What another threshold makes of it.
std::string_view replayed(const StoredAssessment& judged, std::string_view was, double threshold)
{
    const bool isEnough = judged.confidence >= threshold;
    if (was == kAnswered) {
        return isEnough ? kAnswered : kEscalated;
    }
    if (was == kClarified) {
        return isEnough ? kAnswered : kClarified;
    }
    return judged.isHeld && isEnough ? kAnswered : kEscalated;
}

/// Adds up runs.
class Replay {
public:
    Replay(const PreviewRequest& wanted, const TenantUnderstanding& known) : m_wanted(wanted), m_known(known)
    {}

    void add(const store::PastRun& run, Preview& preview) const
    {
        const auto judged = storedAssessment(run.state);
        const CacheHit hit = cacheHitOf(run.state);
        const std::string_view was = outcomeOf(run, judged);
        std::string_view wouldBe = was;
        if (hit.isHit) {
            ++preview.cacheHits;
            if (m_wanted.cacheThreshold && hit.probability < *m_wanted.cacheThreshold) {
                ++preview.lostCacheHits;
                wouldBe = kRecomputed;
            }
        } else if (judged && m_wanted.confidenceThreshold && !hasOwnThreshold(judged->agent)) {
            wouldBe = replayed(*judged, was, *m_wanted.confidenceThreshold);
        }
        count(was, preview.answeredBefore, preview.escalatedBefore, preview.clarifiedBefore);
        count(wouldBe, preview.answered, preview.escalated, preview.clarified);
        ++preview.turns;
        if (wouldBe != was && preview.examples.size() < kMostExamples) {
            preview.examples.push_back({run.message.value,
                                        judged ? judged->confidence : hit.probability,
                                        std::string(was),
                                        std::string(wouldBe),
                                        run.id});
        }
    }

private:
    [[nodiscard]] bool hasOwnThreshold(const std::string& agent) const
    {
        const AgentProfile* profile = m_known.agent(agent);
        return profile != nullptr && profile->confidenceThreshold.has_value();
    }

    static void
    count(std::string_view what, std::int64_t& answered, std::int64_t& escalated, std::int64_t& clarified)
    {
        ++(what == kEscalated ? escalated : what == kClarified ? clarified : answered);
    }

    const PreviewRequest& m_wanted;
    const TenantUnderstanding& m_known;
};

/// Puts the messages' texts in the place of their ids.
Result<void> nameQuestions(store::ReadTransaction& tx, Preview& preview)
{
    for (PreviewExample& example : preview.examples) {
        auto message = store::ConversationLog().findMessage(tx, MessageId{example.question});
        if (!message) {
            return fail(std::move(message).error());
        }
        example.question.clear();
        if (*message) {
            const std::string masked = nlp::maskPii((*message)->text).text;
            example.question = std::string(firstCodePoints(masked, kQuestionLength));
        }
    }
    return {};
}

} // namespace

boost::asio::awaitable<Result<Preview>>
AnsweringPreview::run(TenantId tenant, PreviewRequest wanted, runtime::Budget budget)
{
    auto known = co_await m_understandings.newest(tenant, budget);
    if (!known) {
        co_return fail(std::move(known).error());
    }
    const Replay replay(wanted, **known);
    const std::int64_t since = m_clock.nowMs() - wanted.days * kDayMs;
    auto job = [&](store::ReadTransaction& tx) -> Result<Preview> {
        auto runs = store::RunRepository().since(tx, since, kMostRuns);
        if (!runs) {
            return fail(std::move(runs).error());
        }
        Preview preview;
        preview.isPartial = runs->size() == static_cast<std::size_t>(kMostRuns);
        for (const store::PastRun& run : *runs) {
            replay.add(run, preview);
        }
        if (auto named = nameQuestions(tx, preview); !named) {
            return fail(std::move(named).error());
        }
        return preview;
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

json previewJson(const Preview& preview)
{
    json examples = json::array();
    for (const PreviewExample& example : preview.examples) {
        examples.push_back({{"question", example.question},
                            {"confidence", example.confidence},
                            {"was", example.was},
                            {"would_be", example.wouldBe},
                            {"run_id", example.run.value}});
    }
    return {{"turns", preview.turns},
            {"answered", preview.answered},
            {"escalated", preview.escalated},
            {"clarified", preview.clarified},
            {"change",
             {{"answered", preview.answered - preview.answeredBefore},
              {"escalated", preview.escalated - preview.escalatedBefore},
              {"clarified", preview.clarified - preview.clarifiedBefore}}},
            {"cache_hits", preview.cacheHits},
            {"cache_hits_lost", preview.lostCacheHits},
            {"partial", preview.isPartial},
            {"examples", std::move(examples)}};
}

} // namespace parley::server::agents
