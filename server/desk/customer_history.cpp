// SPDX-License-Identifier: MIT
#include "server/desk/customer_history.h"

#include "server/desk/conversation_summary.h"
#include "server/desk/history_ranking.h"
#include "server/store/database.h"

#include <algorithm>

namespace parley::server::desk {

namespace {

constexpr int kConversations = 50;
constexpr int kTexts = 300;
/// Summaries made in one go; older conversations wait for the next.
constexpr std::size_t kMadeAtOnce = 20;
constexpr int kAskedTexts = 5;
constexpr int kSaidTexts = 20;
constexpr std::size_t kPassageLength = 240;
/// Less of the question is no answer to it.
constexpr double kLeastRelevance = 0.3;

bool isStale(const store::RememberedConversation& conversation)
{
    return !conversation.summary || conversation.summary->seq < conversation.eventSeq;
}

EarlierConversation toldOf(const store::RememberedConversation& conversation, const HistoryRanking& ranking)
{
    const store::ConversationSummaryRow& summary = *conversation.summary;
    EarlierConversation told;
    told.id = conversation.id;
    told.channel = conversation.channel;
    told.lastMs = conversation.lastMs;
    told.question = summary.question;
    told.outcome = summary.outcome;
    told.resolution = summary.resolution;
    told.reference = summary.reference;
    told.relevance = ranking.relevance(summary.question + " " + summary.resolution + " " + summary.reference);
    return told;
}

template <class Told>
void keepBest(std::vector<Told>& all, std::size_t count)
{
    // Both come newest first, and equals stay so.
    std::stable_sort(all.begin(), all.end(), [](const Told& a, const Told& b) {
        return a.relevance > b.relevance;
    });
    all.resize(std::min(all.size(), count));
}

/// @errors Storage
Result<void> summarise(store::ReadTransaction& tx,
                       const store::MemoryRepository& memory,
                       store::RememberedConversation& conversation,
                       std::int64_t nowMs)
{
    auto asked = memory.asked(tx, conversation.id, kAskedTexts);
    auto said = memory.said(tx, conversation.id, {}, kSaidTexts);
    auto ticket = memory.newestTicket(tx, conversation.id);
    if (!asked || !said || !ticket) {
        return fail(!asked ? asked.error() : !said ? said.error() : ticket.error());
    }
    conversation.summary = summaryOf(conversation, *asked, *said, *ticket, nowMs);
    return {};
}

std::vector<EarlierPassage>
passagesOf(const std::vector<store::SaidRow>& said, const HistoryRanking& ranking, std::size_t count)
{
    std::vector<EarlierPassage> passages;
    for (const store::SaidRow& row : said) {
        const double relevance = ranking.relevance(row.text);
        if (relevance >= kLeastRelevance) {
            passages.push_back({row.conversation, row.sender, row.text, row.createdMs, relevance});
        }
    }
    keepBest(passages, count);
    for (EarlierPassage& passage : passages) {
        passage.text = keptText(passage.text, kPassageLength);
    }
    return passages;
}

} // namespace

struct CustomerHistory::Read {
    HistoryFound found;
    std::vector<store::ConversationSummaryRow> made;
};

boost::asio::awaitable<Result<HistoryFound>> CustomerHistory::find(HistoryQuery query)
{
    if (!query.isVerified) {
        co_return HistoryFound();
    }
    auto read = [&](store::ReadTransaction& tx) { return readIn(tx, query); };
    auto scope = store::Scope::of(query.tenant);
    auto done = co_await m_services.database.read(scope, read);
    if (!done) {
        co_return fail(std::move(done).error().in("customer_history"));
    }
    if (!done->made.empty()) {
        const std::vector<store::ConversationSummaryRow>& made = done->made;
        auto keep = [&](store::Transaction& tx) -> Result<void> {
            for (const store::ConversationSummaryRow& summary : made) {
                if (auto put = store::MemoryRepository().put(tx, summary); !put) {
                    return put;
                }
            }
            return {};
        };
        // What could not be kept is made again the next time.
        (void)co_await m_services.database.transact(scope, keep);
    }
    co_return std::move(done->found);
}

Result<CustomerHistory::Read> CustomerHistory::readIn(store::ReadTransaction& tx,
                                                      const HistoryQuery& query) const
{
    Read read;
    auto conversation = m_services.conversations.find(tx, query.conversation);
    if (!conversation || !*conversation) {
        return conversation ? Result<Read>(std::move(read)) : Result<Read>(fail(conversation.error()));
    }
    // By the row as it is now: customers are merged while conversations go on.
    auto customer = m_services.customers.find(tx, (*conversation)->customer);
    if (!customer || !*customer || !(*customer)->verified) {
        return customer ? Result<Read>(std::move(read)) : Result<Read>(fail(customer.error()));
    }
    read.found.isVerified = true;
    const store::MemoryRepository memory;
    auto earlier = memory.conversations(tx, (*customer)->id, query.conversation, kConversations);
    if (!earlier || earlier->empty()) {
        return earlier ? Result<Read>(std::move(read)) : Result<Read>(fail(earlier.error()));
    }
    const HistoryRanking ranking(query.question);
    for (store::RememberedConversation& one : *earlier) {
        if (isStale(one) && read.made.size() < kMadeAtOnce) {
            if (auto made = summarise(tx, memory, one, m_services.clock.nowMs()); !made) {
                return fail(std::move(made).error());
            }
            if (one.summary) {
                read.made.push_back(*one.summary);
            }
        }
        if (one.summary) {
            read.found.conversations.push_back(toldOf(one, ranking));
        }
    }
    keepBest(read.found.conversations, query.conversations);
    if (ranking.canRank() && query.passages > 0) {
        auto said = memory.saidElsewhere(tx, (*customer)->id, query.conversation, kTexts);
        if (!said) {
            return fail(std::move(said).error());
        }
        read.found.passages = passagesOf(*said, ranking, query.passages);
    }
    return read;
}

} // namespace parley::server::desk
