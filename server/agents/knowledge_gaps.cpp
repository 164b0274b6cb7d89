// SPDX-License-Identifier: MIT
#include "server/agents/knowledge_gaps.h"

#include "server/cache/cacheability.h"
#include "server/cache/match.h"
#include "server/cache/question_reading.h"
#include "server/desk/bridge_text.h"
#include "server/desk/resolution.h"
#include "server/nlp/ask_for_human.h"
#include "server/nlp/entities/pii.h"
#include "server/security/digest.h"
#include "server/store/ticket_repository.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace parley::server::agents {

namespace {

constexpr std::size_t kQuestionLength = 300;
constexpr int kShownQuestions = 5;
/// Gaps that a new question is compared with: some milliseconds.
constexpr int kCompared = 100;
/// Two questions of this probability to want the same answer are one gap; so are two that share this much and
/// differ in a word or in how they ask, not in a number, a name or a negation.
constexpr double kSameProbability = 0.5;
constexpr double kSameOverlap = 0.75;
/// What may part two questions to which one article is the answer.
constexpr std::array kSlight{cache::Disagreement::Word,
                             cache::Disagreement::Question,
                             cache::Disagreement::Time,
                             cache::Disagreement::Person};
/// What lowers a confidence although the answer is there.
constexpr std::array<std::string_view, 3> kNoKnowledge{"negative_mood", "risk", "unclear_agent"};
/// Questions of one customer's own.
constexpr std::array<std::string_view, 3> kOwnQuestions{"personal_data",
                                                        "case_specific",
                                                        "depends_on_context"};

template <class List, class Value>
bool isOneOf(const List& list, const Value& value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// The same for questions that say the same things in any order.
std::string keyOf(const cache::QuestionReading& reading)
{
    std::multiset<std::string> units;
    for (const cache::Unit& unit : reading.units) {
        units.insert(unit.key);
    }
    std::string all;
    for (const std::string& unit : units) {
        all += unit + '\n';
    }
    return security::digestHex(security::sha256(all));
}

bool saysTheSame(const cache::QuestionReading& asked, const std::string& known)
{
    const cache::Match match = cache::matchReadings(asked, cache::readQuestion(known));
    if (match.disagreement == cache::Disagreement::None) {
        return match.probability >= kSameProbability || match.overlap >= kSameOverlap;
    }
    return isOneOf(kSlight, match.disagreement) && match.overlap >= kSameOverlap;
}

} // namespace

bool isLackOfKnowledge(const std::string& reason, const std::string& factors)
{
    if (reason == desk::kReasonNoAnswer) {
        return true;
    }
    if (reason != desk::kReasonLowConfidence) {
        return false;
    }
    const auto json = nlohmann::json::parse(factors.empty() ? "{}" : factors, nullptr, false);
    double worst = 0;
    std::string name;
    if (json.is_object() && json.contains("factors") && json["factors"].is_array()) {
        for (const auto& factor : json["factors"]) {
            const bool isWhole = factor.is_object() && factor.contains("name") &&
                                 factor["name"].is_string() && factor.contains("contribution") &&
                                 factor["contribution"].is_number();
            if (isWhole && factor["contribution"].get<double>() < worst) {
                worst = factor["contribution"].get<double>();
                name = factor["name"].get<std::string>();
            }
        }
    }
    return !isOneOf(kNoKnowledge, name);
}

KnowledgeGaps::KnowledgeGaps(store::Database& database, const Clock& clock, IdSource& ids)
    : m_database(database), m_clock(clock), m_ids(ids), m_audit(clock, ids)
{}

Result<std::string>
KnowledgeGaps::gapOf(store::Transaction& tx, const std::string& question, std::int64_t nowMs) const
{
    const cache::QuestionReading reading = cache::readQuestion(question);
    const std::string key = keyOf(reading);
    auto known = m_gaps.findByKey(tx, key);
    if (!known) {
        return fail(std::move(known).error());
    }
    if (!*known) {
        auto newest = m_gaps.newest(tx, kCompared);
        if (!newest) {
            return fail(std::move(newest).error());
        }
        const auto same = std::find_if(newest->begin(), newest->end(), [&](const store::GapRow& gap) {
            return !gap.question.empty() && saysTheSame(reading, gap.question);
        });
        if (same != newest->end()) {
            *known = std::move(*same);
        }
    }
    if (*known) {
        auto counted = m_gaps.askedAgain(tx, (*known)->id, nowMs);
        return counted ? Result<std::string>((*known)->id) : fail(std::move(counted).error());
    }
    store::GapRow gap;
    gap.id = m_ids.next();
    gap.key = key;
    gap.status = "open";
    gap.asked = 1;
    gap.firstMs = gap.lastMs = nowMs;
    return m_gaps.create(tx, gap);
}

Result<void>
KnowledgeGaps::onEscalated(store::Transaction& tx, const TenantId&, const store::TicketRow& ticket)
{
    if (!isLackOfKnowledge(ticket.reason, ticket.factors)) {
        return {};
    }
    const std::int64_t now = m_clock.nowMs();
    const std::string masked = nlp::maskPii(ticket.question).text;
    const std::string text(firstCodePoints(trimmed(masked), kQuestionLength));
    const auto entities = nlp::findEntities(text, {}, now);
    const std::string refusal = cache::questionRefusal(text, cache::readQuestion(text), entities);
    if (text.empty() || isOneOf(kOwnQuestions, refusal) || nlp::asksForHuman(text)) {
        return {};
    }
    auto gap = gapOf(tx, text, now);
    if (!gap) {
        return fail(std::move(gap).error());
    }
    const store::GapQuestionRow question{ticket.id, *gap, ticket.conversation, text, now};
    if (auto added = m_gaps.addQuestion(tx, question, kMostQuestions); !added) {
        return added;
    }
    return m_gaps.prune(tx, kMostGaps);
}

Result<void> KnowledgeGaps::onResolved(store::Transaction& tx,
                                       const desk::ResolveRequest& request,
                                       desk::Resolved& resolved)
{
    resolved.learned.gap = false;
    if (!request.learns) {
        return {};
    }
    const store::TicketRow& ticket = resolved.ticket;
    auto gap = m_gaps.ofTicket(tx, ticket.id);
    if (!gap || !*gap) {
        return gap ? Result<void>() : Result<void>(fail(std::move(gap).error()));
    }
    const std::int64_t now = m_clock.nowMs();
    (*gap)->closedBy = request.actor.id;
    (*gap)->closedTicket = ticket.id;
    (*gap)->closedMs = now;
    auto closed = m_gaps.close(tx, **gap);
    if (!closed) {
        return fail(std::move(closed).error());
    }
    resolved.learned.gap = *closed;
    // What names a person, or says what was done for one, is no article.
    if (!cache::answerRefusal(request.answer).empty()) {
        return {};
    }
    store::GapAnswerRow answer;
    answer.ticket = ticket.id;
    answer.gap = (*gap)->id;
    answer.conversation = ticket.conversation;
    answer.answer = nlp::maskPii(request.answer).text;
    answer.authorId = request.actor.id;
    answer.authorName = request.actor.name;
    answer.createdMs = now;
    return m_gaps.putAnswer(tx, answer);
}

Result<void> KnowledgeGaps::onUndone(store::Transaction& tx,
                                     const TenantId&,
                                     const store::TicketRow& ticket,
                                     desk::TakenBack& taken)
{
    auto opened = m_gaps.takeBack(tx, ticket.id);
    if (!opened) {
        return fail(std::move(opened).error());
    }
    taken.gap = *opened;
    return {};
}

Result<KnowledgeGap> KnowledgeGaps::whole(store::ReadTransaction& tx, store::GapRow row) const
{
    KnowledgeGap gap;
    auto questions = m_gaps.questions(tx, row.id, kShownQuestions);
    auto answer = m_gaps.answer(tx, row.id);
    if (!questions || !answer) {
        return fail(!questions ? questions.error() : answer.error());
    }
    gap.gap = std::move(row);
    gap.questions = *std::move(questions);
    gap.answer = *std::move(answer);
    return gap;
}

boost::asio::awaitable<Result<std::vector<KnowledgeGap>>> KnowledgeGaps::list(TenantId tenant,
                                                                              store::GapFilter filter)
{
    auto job = [&](store::ReadTransaction& tx) -> Result<std::vector<KnowledgeGap>> {
        auto rows = m_gaps.page(tx, filter);
        if (!rows) {
            return fail(std::move(rows).error());
        }
        std::vector<KnowledgeGap> gaps;
        for (store::GapRow& row : *rows) {
            auto gap = whole(tx, std::move(row));
            if (!gap) {
                return fail(std::move(gap).error());
            }
            gaps.push_back(*std::move(gap));
        }
        return gaps;
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

boost::asio::awaitable<Result<KnowledgeGap>>
KnowledgeGaps::close(TenantId tenant, std::string id, identity::Actor actor)
{
    auto job = [&](store::Transaction& tx) { return closeIn(tx, id, actor); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

Result<KnowledgeGap>
KnowledgeGaps::closeIn(store::Transaction& tx, const std::string& id, const identity::Actor& actor) const
{
    auto row = m_gaps.find(tx, id);
    if (!row || !*row) {
        return row ? fail(ErrorCode::NotFound, "There is no such gap.") : fail(std::move(row).error());
    }
    store::GapRow gap = std::move(**row);
    gap.closedBy = actor.principal.subject;
    gap.closedTicket = {};
    gap.closedMs = m_clock.nowMs();
    auto closed = m_gaps.close(tx, gap);
    if (!closed) {
        return fail(std::move(closed).error());
    }
    if (!*closed) {
        return fail(ErrorCode::Conflict, "The gap is closed already.");
    }
    gap.status = "closed";
    const identity::AuditEntry entry{
        "knowledge_gap.close", "knowledge_gap", id, {{"status", "open"}}, {{"status", "closed"}}};
    if (auto noted = m_audit.write(tx, actor, entry); !noted) {
        return fail(std::move(noted).error());
    }
    return whole(tx, std::move(gap));
}

} // namespace parley::server::agents
