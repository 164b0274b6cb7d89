// SPDX-License-Identifier: MIT
#include "server/pipeline/golden/golden_diff.h"

namespace parley::server::pipeline {

namespace {

std::string textOf(const nlohmann::json& json)
{
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

nlohmann::json citationsOf(const proto::Reply& reply)
{
    auto citations = nlohmann::json::array();
    for (const proto::Citation& citation : reply.citations) {
        citations.push_back({{"document_id", citation.documentId}, {"title", citation.title}});
    }
    return citations;
}

nlohmann::json faultsOf(const GoldenVerdict& verdict)
{
    auto faults = nlohmann::json::array();
    for (const GoldenFault& fault : verdict.faults) {
        faults.push_back({{"check", fault.check}, {"message", fault.message}});
    }
    return faults;
}

nlohmann::json parsed(const std::string& text)
{
    auto json = nlohmann::json::parse(text, nullptr, false);
    return json.is_object() ? json : nlohmann::json::object();
}

std::string changeOf(const store::GoldenResultRow& row, const store::GoldenResultRow& previous)
{
    const bool passes = row.outcome == "passed";
    const bool passed = previous.outcome == "passed";
    if (passed && row.outcome == "failed") {
        return "newly_failing";
    }
    if (passes && !passed) {
        return "newly_passing";
    }
    const auto now = parsed(row.result);
    const auto before = parsed(previous.result);
    const bool isSame = now.value("answer", nlohmann::json()) == before.value("answer", nlohmann::json());
    return isSame || row.outcome == "error" || previous.outcome == "error" ? std::string() : "text_changed";
}

} // namespace

void noteGoldenOutcome(store::GoldenResultRow& row, const Result<SandboxOutcome>& outcome)
{
    if (!outcome) {
        row.outcome = "error";
        row.result = textOf({{"answer", nullptr},
                             {"kind", nullptr},
                             {"reasons", {{{"check", "error"}, {"message", outcome.error().message}}}}});
        return;
    }
    const GoldenVerdict verdict = judgeGolden(readExpectation(row.expectation), *outcome);
    row.outcome = verdict.outcome;
    nlohmann::json result = {{"answer", nullptr},
                             {"kind", nullptr},
                             {"reasons", faultsOf(verdict)},
                             {"handoff_reason", nullptr},
                             {"written_by", outcome->writtenBy},
                             {"duration_ms", outcome->durationUs / 1000}};
    if (!outcome->escalationReason.empty()) {
        result["handoff_reason"] = outcome->escalationReason;
    }
    if (const auto& reply = outcome->turn.reply) {
        result["answer"] = reply->text;
        result["kind"] = reply->kind == "bridge" ? "handoff" : reply->kind;
        result["agent"] = reply->agent;
        result["agent_version"] = outcome->agentVersion;
        result["confidence"] = reply->confidence;
        result["citations"] = citationsOf(*reply);
    }
    row.result = textOf(result);
}

void noteGoldenChange(store::GoldenResultRow& row, const std::optional<store::GoldenResultRow>& previous)
{
    if (!previous || previous->outcome == "pending") {
        row.change = "new";
        return;
    }
    row.change = changeOf(row, *previous);
    if (row.change.empty()) {
        return;
    }
    const auto before = parsed(previous->result);
    const bool isEdited = previous->question != row.question || previous->expectation != row.expectation;
    row.previous = textOf({{"outcome", previous->outcome},
                           {"answer", before.value("answer", nlohmann::json())},
                           {"kind", before.value("kind", nlohmann::json())},
                           {"agent", before.value("agent", nlohmann::json())},
                           {"agent_version", before.value("agent_version", nlohmann::json())},
                           {"question_edited", isEdited}});
}

} // namespace parley::server::pipeline
