// SPDX-License-Identifier: MIT
#include "server/live/read_marks.h"

#include "server/desk/views.h"
#include "server/store/conversation_log.h"

#include <nlohmann/json.hpp>

namespace parley::server::live {

namespace {

/// Inside a text of the JSON the quotes would be escaped.
bool isResolution(const FeedItem& item)
{
    return item.data && item.seq > 0 && item.type == "message.created" &&
           item.data->find(R"("kind":"resolution")") != std::string::npos;
}

Result<FeedItem> asStored(store::ReadTransaction& tx, const ConversationId& conversation, FeedItem item)
{
    auto events = store::ConversationLog().eventsAfter(tx, conversation, item.seq - 1, true, 1);
    if (!events) {
        return fail(std::move(events).error());
    }
    if (!events->empty() && events->front().event.customerSeq == item.seq) {
        const store::LoggedEvent& logged = events->front();
        item.type = logged.event.type;
        item.data = std::make_shared<const std::string>(
            desk::lineOf(desk::eventView(logged, proto::Audience::Customer)));
    }
    return item;
}

} // namespace

boost::asio::awaitable<Result<FeedItem>> markedRead(store::Database& database,
                                                    TenantId tenant,
                                                    ConversationId conversation,
                                                    FeedItem item,
                                                    std::int64_t nowMs)
{
    if (!isResolution(item)) {
        co_return item;
    }
    auto job = [&](store::Transaction& tx) -> Result<FeedItem> {
        auto marked = store::ConversationLog().markRead(tx, conversation, item.seq, nowMs);
        if (!marked) {
            return fail(std::move(marked).error());
        }
        return asStored(tx, conversation, item);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await database.transact(scope, job);
}

} // namespace parley::server::live
