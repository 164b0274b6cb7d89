// SPDX-License-Identifier: MIT
#include "server/agents/memory.h"

#include "server/store/database.h"
#include "server/store/memory_repository.h"
#include "shared/core/clock.h"
#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::agents {

namespace {

constexpr int kTurns = RecentTalks::kMostLines;
constexpr std::size_t kTurnLength = 800;
constexpr std::size_t kHistoryLength = 4'000;
constexpr std::size_t kSummariesLength = 2'000;
constexpr std::size_t kDayLength = 10; // "2026-11-21"

/// Oldest first, the newest that fit. What stands for personal details goes on from `known`.
void addHistory(Recollection& recollection, RecentTalks::Lines& lines, nlp::CleanTexts& texts)
{
    std::size_t length = 0;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        nlp::Masked masked;
        if (line->isClean) {
            masked.text = line->text;
        } else {
            masked = texts.mask(line->text, recollection.details);
            line->isClean = masked.text == line->text;
        }
        length += codePoints(masked.text);
        if (length > kHistoryLength) {
            break;
        }
        if (!line->isClean) {
            recollection.details = std::move(masked.map);
        }
        llm::ChatMessage turn;
        turn.role = line->isCustomers ? llm::ChatRole::User : llm::ChatRole::Assistant;
        turn.text = std::move(masked.text);
        recollection.history.push_back(std::move(turn));
    }
    std::reverse(recollection.history.begin(), recollection.history.end());
}

TalkLine lineOf(bool isCustomers, std::string_view text)
{
    return TalkLine{isCustomers, std::string(firstCodePoints(text, kTurnLength)), false};
}

/// What a person said may be taken back without a number of its own: then the store alone knows.
bool isAgentsOwn(const std::vector<store::SaidRow>& said)
{
    return std::ranges::all_of(said, [](const store::SaidRow& row) {
        return row.kind == "text" && (row.sender == "user" || row.sender == "agent");
    });
}

std::string dayOf(std::int64_t ms)
{
    return toRfc3339(ms).substr(0, kDayLength);
}

std::string lineOf(const desk::EarlierConversation& one)
{
    std::string line = dayOf(one.lastMs) + ", " + one.channel + ", " + one.outcome;
    line += one.reference.empty() ? "" : " (" + one.reference + ")";
    line += ": asked \"" + one.question + "\"";
    line += one.resolution.empty() ? "" : "; last answer \"" + one.resolution + "\"";
    return line;
}

std::string lineOf(const desk::EarlierPassage& one)
{
    const bool isCustomers = one.sender == "user";
    return dayOf(one.createdMs) + (isCustomers ? ", the customer" : ", " + one.sender) + ": \"" + one.text +
           "\"";
}

/// @return false when there is no room for it
bool addLine(std::string& text, const std::string& line)
{
    if (codePoints(text) + codePoints(line) + 1 > kSummariesLength) {
        return false;
    }
    text += line + "\n";
    return true;
}

void addEarlier(Recollection& recollection, const desk::HistoryFound& found)
{
    recollection.isVerified = found.isVerified;
    for (const desk::EarlierConversation& one : found.conversations) {
        if (addLine(recollection.summaries, lineOf(one))) {
            recollection.conversations.push_back(one.id);
        }
    }
    for (const desk::EarlierPassage& one : found.passages) {
        if (!addLine(recollection.summaries, lineOf(one))) {
            continue;
        }
        ++recollection.passages;
        if (std::find(recollection.conversations.begin(),
                      recollection.conversations.end(),
                      one.conversation) == recollection.conversations.end()) {
            recollection.conversations.push_back(one.conversation);
        }
    }
}

} // namespace

boost::asio::awaitable<Result<Memory::Before>> Memory::before(const RecallRequest& request)
{
    Before before;
    if (request.seq > 0) {
        if (auto known = m_talks.before(request.tenant, request.conversation, request.seq)) {
            before.lines = *std::move(known);
            before.mayKeep = true;
            co_return before;
        }
    }
    if (!request.isKept) {
        co_return fail(ErrorCode::Unavailable, "What was said before is not in memory.");
    }
    auto read = [&](store::ReadTransaction& tx) {
        return store::MemoryRepository().said(tx, request.conversation, request.message, kTurns);
    };
    auto scope = store::Scope::of(request.tenant);
    auto said = co_await m_services.database.read(scope, read);
    if (!said) {
        co_return fail(std::move(said).error().in("memory"));
    }
    for (const store::SaidRow& row : *said) {
        before.lines.push_back(lineOf(row.sender == "user", row.text));
    }
    before.mayKeep = request.seq > 0 && isAgentsOwn(*said);
    co_return before;
}

void Memory::heard(const RecallRequest& request)
{
    if (!request.isKept) {
        return;
    }
    TalkLine line = lineOf(true, request.text);
    if (request.seq == 1) {
        m_talks.put(request.tenant, request.conversation, request.seq, {std::move(line)}, request.begunMs);
    } else {
        m_talks.add(request.tenant, request.conversation, request.seq, std::move(line));
    }
}

std::optional<std::int64_t> Memory::nextNumber(const TenantId& tenant, const ConversationId& conversation)
{
    const auto last = m_talks.lastNumber(tenant, conversation);
    return last ? std::optional(*last + 1) : std::nullopt;
}

void Memory::answered(const TenantId& tenant,
                      const ConversationId& conversation,
                      std::int64_t seq,
                      const std::string& text)
{
    m_talks.add(tenant, conversation, seq, lineOf(false, text));
}

boost::asio::awaitable<Result<Recollection>> Memory::recall(RecallRequest request, runtime::Budget budget)
{
    if (budget.isSpent()) {
        co_return fail(ErrorCode::Timeout, "There was no time left to remember what was said before.");
    }
    auto known = co_await before(request);
    if (!known) {
        co_return fail(std::move(known).error());
    }
    Recollection recollection;
    recollection.details = std::move(request.details);
    addHistory(recollection, known->lines, m_texts);
    if (known->mayKeep && request.isKept) {
        known->lines.push_back(lineOf(true, request.text));
        m_talks.put(
            request.tenant, request.conversation, request.seq, std::move(known->lines), request.begunMs);
    } else if (!request.isKept) {
        m_talks.noteClean(request.tenant, request.conversation, request.seq - 1, known->lines);
    }
    if (!request.isVerified || !request.wantsEarlier) {
        co_return recollection;
    }
    desk::HistoryQuery query;
    query.tenant = request.tenant;
    query.conversation = request.conversation;
    query.isVerified = true;
    query.question = std::move(request.question);
    auto earlier = co_await m_earlier.find(std::move(query));
    if (!earlier) {
        co_return fail(std::move(earlier).error());
    }
    addEarlier(recollection, *earlier);
    co_return recollection;
}

} // namespace parley::server::agents
