// SPDX-License-Identifier: MIT
#include "server/pipeline/golden/golden_expectation.h"

#include "server/desk/bridge_text.h"
#include "server/nlp/code_points.h"

#include <algorithm>

namespace parley::server::pipeline {

namespace {

/// Folded, with one blank where any white space is.
std::string comparable(std::string_view text)
{
    std::string out;
    for (const char c : nlp::folded(text)) {
        const bool isSpace = c == ' ' || (c >= '\t' && c <= '\r');
        if (!isSpace) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    while (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return out;
}

std::string_view expectsOf(std::string_view kind)
{
    return kind == "bridge" ? "handoff" : kind;
}

std::string_view shown(std::string_view expects)
{
    return expects == "handoff"   ? "a handoff to a person"
           : expects == "clarify" ? "a clarifying question"
                                  : "an answer";
}

void checkKind(const GoldenExpectation& expectation, const SandboxOutcome& outcome, GoldenVerdict& verdict)
{
    const std::string_view kind = expectsOf(outcome.turn.reply->kind);
    if (kind == expectation.expects) {
        return;
    }
    std::string message =
        "expected " + std::string(shown(expectation.expects)) + ", got " + std::string(shown(kind));
    if (!outcome.escalationReason.empty()) {
        message += " (" + outcome.escalationReason + ")";
    }
    verdict.faults.push_back({"expects", std::move(message)});
}

void checkTexts(const GoldenExpectation& expectation, const std::string& reply, GoldenVerdict& verdict)
{
    const std::string said = comparable(reply);
    for (const std::string& text : expectation.mustContain) {
        if (said.find(comparable(text)) == std::string::npos) {
            verdict.faults.push_back({"must_contain", "the reply does not contain \"" + text + "\""});
        }
    }
    for (const std::string& text : expectation.mustNotContain) {
        if (said.find(comparable(text)) != std::string::npos) {
            verdict.faults.push_back({"must_not_contain", "the reply contains \"" + text + "\""});
        }
    }
}

void checkSource(const GoldenExpectation& expectation, const proto::Reply& reply, GoldenVerdict& verdict)
{
    const bool isCited = std::ranges::any_of(reply.citations, [&](const proto::Citation& citation) {
        return citation.documentId == expectation.documentId;
    });
    if (expectation.documentId.empty() || isCited) {
        return;
    }
    std::string cited;
    for (const proto::Citation& citation : reply.citations) {
        cited += (cited.empty() ? " but \"" : ", \"") + citation.title + "\"";
    }
    verdict.faults.push_back({"document_id", "the document is not cited" + cited});
}

} // namespace

nlohmann::json expectationJson(const GoldenExpectation& expectation)
{
    const auto orNull = [](const std::string& text) {
        return text.empty() ? nlohmann::json() : nlohmann::json(text);
    };
    return {{"expects", expectation.expects},
            {"must_contain", expectation.mustContain},
            {"must_not_contain", expectation.mustNotContain},
            {"document_id", orNull(expectation.documentId)},
            {"agent", orNull(expectation.agent)},
            {"locale", expectation.locale}};
}

GoldenExpectation readExpectation(const std::string& text)
{
    GoldenExpectation expectation;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return expectation;
    }
    const auto textOf = [&](const char* field, std::string otherwise) {
        const auto found = json.find(field);
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::move(otherwise);
    };
    expectation.expects = textOf("expects", "answer");
    expectation.mustContain = json.value("must_contain", std::vector<std::string>());
    expectation.mustNotContain = json.value("must_not_contain", std::vector<std::string>());
    expectation.documentId = textOf("document_id", {});
    expectation.agent = textOf("agent", {});
    expectation.locale = textOf("locale", "en");
    return expectation;
}

GoldenVerdict judgeGolden(const GoldenExpectation& expectation, const SandboxOutcome& outcome)
{
    GoldenVerdict verdict;
    const std::string& reason = outcome.escalationReason;
    if (!outcome.turn.reply || reason == desk::kReasonFailure || reason == desk::kReasonTimeout) {
        verdict.outcome = "error";
        verdict.faults.push_back(
            {"error",
             reason == desk::kReasonTimeout ? "the turn took too long" : "the turn failed on its way"});
        return verdict;
    }
    const proto::Reply& reply = *outcome.turn.reply;
    checkKind(expectation, outcome, verdict);
    checkTexts(expectation, reply.text, verdict);
    checkSource(expectation, reply, verdict);
    if (!expectation.agent.empty() && reply.agent != expectation.agent) {
        verdict.faults.push_back(
            {"agent", "\"" + reply.agent + "\" answered, not \"" + expectation.agent + "\""});
    }
    if (!verdict.faults.empty()) {
        verdict.outcome = "failed";
    }
    return verdict;
}

} // namespace parley::server::pipeline
