// SPDX-License-Identifier: MIT
#include "server/llm/model_metrics.h"

namespace parley::server::llm {

ModelMetrics::ModelMetrics(telemetry::Metrics& metrics)
{
    for (const char* kind : {"openai", "anthropic", "gemini", "openrouter", "local"}) {
        const auto count = [&](const char* name, const char* help, telemetry::Labels labels) {
            labels.emplace("kind", kind);
            return metrics.counter(name, help, labels);
        };
        KindMetrics& made = m_kinds[kind];
        made.answers = count("parley_llm_answers_total", "Answers that language models gave", {});
        for (const char* why :
             {"timeout", "unavailable", "refused", "too_long", "invalid", "forbidden", "failed"}) {
            made.failures[why] =
                count("parley_llm_failures_total", "Calls of language models that failed", {{"reason", why}});
        }
        made.inputTokens =
            count("parley_llm_tokens_total", "Tokens of language models", {{"direction", "input"}});
        made.outputTokens =
            count("parley_llm_tokens_total", "Tokens of language models", {{"direction", "output"}});
        made.skipped =
            count("parley_llm_skipped_total", "Calls that passed a provider over, because it had failed", {});
        made.firstToken = metrics.histogram("parley_llm_first_token_seconds",
                                            "Time to the first piece of a streamed answer",
                                            telemetry::durationBuckets(),
                                            {{"kind", kind}});
    }
    exhausted = metrics.counter("parley_llm_budget_exhausted_total",
                                "Calls of language models that a tenant's budget did not allow");
}

const KindMetrics& ModelMetrics::of(std::string_view kind) const
{
    const auto found = m_kinds.find(kind);
    return found == m_kinds.end() ? m_kinds.at("local") : found->second;
}

} // namespace parley::server::llm
