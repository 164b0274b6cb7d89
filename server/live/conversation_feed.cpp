// SPDX-License-Identifier: MIT
#include "server/live/conversation_feed.h"

#include "server/desk/views.h"
#include "server/store/conversation_log.h"
#include "server/store/conversation_repository.h"

#include <nlohmann/json.hpp>

namespace parley::server::live {

ConversationFeed::ConversationFeed(Hub& hub,
                                   store::Database& database,
                                   const boost::asio::any_io_executor& executor,
                                   TenantId tenant,
                                   ConversationId conversation,
                                   proto::Audience audience,
                                   std::int64_t after)
    : Feed(hub, database, executor, std::move(tenant), conversation.value, after),
      m_conversation(std::move(conversation)),
      m_audience(audience)
{}

std::optional<FeedItem> ConversationFeed::seen(const desk::PublishedEvent& event) const
{
    const bool forCustomer = m_audience == proto::Audience::Customer;
    auto data = forCustomer ? event.customerData : event.operatorData;
    if (!data) {
        return std::nullopt;
    }
    const std::int64_t seq = event.seq != 0 && forCustomer ? event.customerSeq.value_or(0) : event.seq;
    return FeedItem{seq, event.type, std::move(data)};
}

Result<Feed::Page> ConversationFeed::read(store::ReadTransaction& tx, std::int64_t after, int limit) const
{
    const bool forCustomer = m_audience == proto::Audience::Customer;
    auto row = store::ConversationRepository().find(tx, m_conversation);
    if (!row || !*row) {
        return row ? fail(ErrorCode::NotFound, "There is no such conversation.")
                   : fail(std::move(row).error());
    }
    auto events = store::ConversationLog().eventsAfter(tx, m_conversation, after, forCustomer, limit);
    if (!events) {
        return fail(std::move(events).error());
    }
    Page page;
    page.newest = forCustomer ? (*row)->customerSeq : (*row)->eventSeq;
    page.isLast = events->size() < static_cast<std::size_t>(limit);
    for (const store::LoggedEvent& logged : *events) {
        const std::int64_t seq = forCustomer ? logged.event.customerSeq.value_or(0) : logged.event.seq;
        auto data = std::make_shared<const std::string>(desk::lineOf(desk::eventView(logged, m_audience)));
        page.items.push_back({seq, logged.event.type, std::move(data)});
    }
    return page;
}

} // namespace parley::server::live
