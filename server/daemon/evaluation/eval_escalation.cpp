// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/eval_escalation.h"

#include "server/daemon/evaluation/tsv.h"
#include "server/nlp/escalation/escalation_rules.h"
#include "server/nlp/sentiment/sentiment.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <fstream>

namespace parley::server::daemon::evaluation {
namespace {

using Clock = std::chrono::steady_clock;

struct Ticket {
    std::string id;
    std::string subject;
    std::string message;
    std::string reason; ///< the author's; empty where none is given
    std::optional<bool> escalate;
};

struct Share {
    std::size_t right = 0;
    std::size_t of = 0;
};

std::string textOf(const nlohmann::json& object, const char* field)
{
    const auto value = object.find(field);
    if (value == object.end() || value->is_null()) {
        return {};
    }
    return value->is_string() ? value->get<std::string>() : value->dump();
}

Result<Ticket> ticketOf(const std::string& line, std::size_t number)
{
    const nlohmann::json object = nlohmann::json::parse(line, nullptr, false);
    if (!object.is_object() || !object.contains("message")) {
        return fail(ErrorCode::Malformed,
                    "Line " + std::to_string(number) + " is not a JSON object with a message.");
    }
    Ticket ticket;
    ticket.id = textOf(object, "id");
    ticket.id = ticket.id.empty() ? std::to_string(number) : ticket.id;
    ticket.subject = textOf(object, "subject");
    ticket.message = textOf(object, "message");
    ticket.reason = textOf(object, "escalate_reason");
    const auto escalate = object.find("escalate");
    if (escalate != object.end() && escalate->is_boolean()) {
        ticket.escalate = escalate->get<bool>();
    }
    return ticket;
}

Result<std::vector<Ticket>> readTickets(const std::string& file)
{
    std::ifstream in(file);
    if (!in) {
        return fail(ErrorCode::NotFound, "There is no file " + file + ".");
    }
    std::vector<Ticket> tickets;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            continue;
        }
        auto ticket = ticketOf(line, number);
        if (!ticket) {
            return fail(std::move(ticket).error());
        }
        tickets.push_back(*std::move(ticket));
    }
    return tickets;
}

double ratio(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// Counts over the tickets whose author had decided.
class Tally {
public:
    void add(const Ticket& ticket, const nlp::EscalationVerdict& verdict)
    {
        if (!ticket.escalate) {
            return;
        }
        ++m_items;
        m_right += *ticket.escalate == verdict.escalate ? 1U : 0U;
        m_hits += *ticket.escalate && verdict.escalate ? 1U : 0U;
        m_gold += *ticket.escalate ? 1U : 0U;
        m_predicted += verdict.escalate ? 1U : 0U;
        if (*ticket.escalate) {
            Share& gold = m_byGold[ticket.reason.empty() ? "(none given)" : ticket.reason];
            ++gold.of;
            gold.right += verdict.escalate ? 1U : 0U;
        }
        if (verdict.escalate) {
            Share& own = m_byReason[verdict.reason];
            ++own.of;
            own.right += *ticket.escalate ? 1U : 0U;
        }
    }

    void write(nlohmann::ordered_json& figures) const
    {
        const double precision = ratio(m_hits, m_predicted);
        const double recall = ratio(m_hits, m_gold);
        figures["items"] = m_items;
        figures["escalations"] = m_gold;
        figures["accuracy"] = ratio(m_right, m_items);
        figures["precision"] = precision;
        figures["recall"] = recall;
        figures["f1"] = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0.0;
        figures["recall_by_reason"] = table(m_byGold, "recall");
        figures["precision_by_reason"] = table(m_byReason, "precision");
    }

private:
    using Table = std::map<std::string, Share>;

    static nlohmann::ordered_json table(const Table& shares, const char* name)
    {
        auto rows = nlohmann::ordered_json::object();
        for (const auto& [reason, share] : shares) {
            rows[reason] = {{"items", share.of}, {name, ratio(share.right, share.of)}};
        }
        return rows;
    }

    std::size_t m_items = 0;
    std::size_t m_right = 0;
    std::size_t m_hits = 0;
    std::size_t m_gold = 0;
    std::size_t m_predicted = 0;
    Table m_byGold;   // what the authors gave
    Table m_byReason; // what the rules gave
};

std::string predictionLine(const Ticket& ticket, const nlp::EscalationVerdict& verdict)
{
    const std::string gold = ticket.escalate ? (*ticket.escalate ? "true" : "false") : "null";
    char score[16];
    std::snprintf(score, sizeof score, "%.4f", verdict.score);
    std::string evidence;
    for (const std::string& words : verdict.evidence) {
        evidence += (evidence.empty() ? "" : " | ") + words;
    }
    return column(ticket.id) + '\t' + gold + '\t' + (verdict.escalate ? "true" : "false") + '\t' + score +
           '\t' + verdict.reason + '\t' + column(evidence);
}

Result<Report> run(const Options& options)
{
    const auto file = options.required("data");
    if (!file) {
        return fail(file.error());
    }
    const auto tickets = readTickets(*file);
    if (!tickets) {
        return fail(tickets.error());
    }
    const nlp::EscalationRules rules;
    Report report;
    report.predictions.emplace_back("id\tgold\tpredicted\tscore\treason\tevidence");
    Tally tally;
    std::chrono::duration<double, std::micro> spent{};
    for (const Ticket& ticket : *tickets) {
        const double mood = nlp::sentiment(ticket.subject + ". " + ticket.message);
        const auto begin = Clock::now();
        const auto verdict = rules.judge(
            {.subject = ticket.subject, .text = ticket.message, .sentiment = mood, .category = {}});
        spent += Clock::now() - begin;
        tally.add(ticket, verdict);
        report.predictions.push_back(predictionLine(ticket, verdict));
    }
    tally.write(report.figures);
    report.figures["us_per_item"] =
        tickets->empty() ? 0.0 : spent.count() / static_cast<double>(tickets->size());
    return report;
}

} // namespace

Evaluation escalationEvaluation()
{
    return {.name = "escalation",
            .summary = "the shipped escalation rules on tickets with subject, message, escalate, "
                       "escalate_reason; those that are undecided are left out",
            .usage = "--data T.jsonl",
            .options = {"data"},
            .run = run};
}

} // namespace parley::server::daemon::evaluation
