// SPDX-License-Identifier: MIT
#include "server/live/read_marks.h"

#include "server/desk/views.h"
#include "server/store/conversation_log.h"
#include "server/store/resolution_reading.h"

#include <nlohmann/json.hpp>

namespace parley::server::live {

namespace {

/// As the kind stands in the data; without it they need not be read.
constexpr std::string_view kQuotedKind = R"("resolution")";

/// The message of an event that is a person's resolution; empty for any other event.
MessageId resolutionOf(const FeedItem& item)
{
    MessageId id;
    if (!item.data || item.seq <= 0 || item.type != "message.created" ||
        item.data->find(kQuotedKind) == std::string::npos) {
        return id;
    }
    const auto event = nlohmann::json::parse(*item.data, nullptr, false);
    const auto message = event.is_object() ? event.find("message") : event.end();
    if (message != event.end() && message->is_object() && message->value("kind", "") == "resolution") {
        id.value = message->value("id", "");
    }
    return id;
}

Result<FeedItem> asStored(store::ReadTransaction& tx,
                          const ConversationId& conversation,
                          proto::Audience audience,
                          FeedItem item)
{
    const bool isCustomers = audience == proto::Audience::Customer;
    auto events = store::ConversationLog().eventsAfter(tx, conversation, item.seq - 1, isCustomers, 1);
    if (!events) {
        return fail(std::move(events).error());
    }
    item.data.reset();
    if (!events->empty()) {
        const store::LoggedEvent& logged = events->front();
        if ((isCustomers ? logged.event.customerSeq.value_or(0) : logged.event.seq) == item.seq) {
            item.type = logged.event.type;
            item.data = std::make_shared<const std::string>(desk::lineOf(desk::eventView(logged, audience)));
        }
    }
    return item;
}

} // namespace

bool isResolution(const FeedItem& item)
{
    return !resolutionOf(item).isEmpty();
}

boost::asio::awaitable<Result<FeedItem>> markedRead(store::Database& database,
                                                    TenantId tenant,
                                                    ConversationId conversation,
                                                    FeedItem item,
                                                    proto::Audience audience,
                                                    std::int64_t nowMs)
{
    const MessageId message = resolutionOf(item);
    if (message.isEmpty()) {
        co_return item;
    }
    auto job = [&](store::Transaction& tx) -> Result<FeedItem> {
        auto marked = store::ResolutionReading().mark(tx, message, nowMs);
        if (!marked) {
            return fail(std::move(marked).error());
        }
        return *marked ? Result<FeedItem>(item) : asStored(tx, conversation, audience, item);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await database.transact(scope, job);
}

} // namespace parley::server::live
