// SPDX-License-Identifier: MIT
#include "server/tools/builtins/desk_tools.h"

#include "server/desk/handoff.h"
#include "server/desk/ticket_opening.h"
#include "server/nlp/sentiment/sentiment.h"
#include "server/store/conversation_lock.h"
#include "server/store/customer_history.h"
#include "server/store/database.h"

#include <utility>

namespace parley::server::tools {

namespace {

using nlohmann::json;

constexpr int kDefaultHistory = 10;
/// Below and above are moods worth a word.
constexpr double kMood = 0.3;

json ticketFacts(const store::TicketRow& row)
{
    json facts = {{"reference", row.reference},
                  {"status", row.status},
                  {"category", row.category},
                  {"priority", row.priority},
                  {"subject", row.subject},
                  {"created_ts", toRfc3339(row.createdMs)},
                  {"resolved_ts", nullptr}};
    if (row.resolvedMs) {
        facts["resolved_ts"] = toRfc3339(*row.resolvedMs);
    }
    return facts;
}

json sentimentFacts(const std::string& text)
{
    const double score = nlp::sentiment(text);
    const char* label = score <= -kMood ? "negative" : score >= kMood ? "positive" : "neutral";
    return {{"score", score}, {"label", label}};
}

} // namespace

boost::asio::awaitable<Result<json>> DeskTools::call(const ToolCall& call, runtime::Budget)
{
    const std::string name = call.tool->config.value("function", call.tool->row.name);
    if (name == "sentiment") {
        json facts = sentimentFacts(call.input.value("text", std::string()));
        co_return facts;
    }
    const bool isCustomers = name == "customer_history";
    if (isCustomers ? call.context.customer.isEmpty() : call.context.conversation.isEmpty()) {
        co_return failField("context", "this tool works inside a customer's conversation");
    }
    if (name == "create_ticket") {
        co_return co_await createTicket(call);
    }
    if (name == "escalate") {
        co_return co_await escalate(call);
    }
    if (isCustomers) {
        co_return co_await customerHistory(call);
    }
    co_return co_await send(call);
}

DeskTools::Answer DeskTools::createTicket(const ToolCall& call)
{
    desk::TicketWish wish;
    wish.tenant = call.context.tenant;
    wish.conversation = call.context.conversation;
    wish.run = call.context.run;
    wish.ticketPrefix = m_prefixOf(call.context.tenant);
    wish.subject = call.input.value("subject", std::string());
    wish.description = call.input.value("description", std::string());
    wish.category = call.input.value("category", wish.category);
    wish.priority = call.input.value("priority", wish.priority);
    desk::TicketOpening opening(m_services);
    auto opened = co_await opening.open(std::move(wish));
    if (!opened) {
        co_return fail(std::move(opened).error());
    }
    json output = ticketFacts(opened->ticket);
    output["is_new"] = opened->isNew;
    co_return output;
}

DeskTools::Answer DeskTools::customerHistory(const ToolCall& call)
{
    const int limit = call.input.value("limit", call.tool->config.value("limit", kDefaultHistory));
    auto job = [&](store::ReadTransaction& tx) -> Result<json> {
        const store::CustomerHistory history;
        auto conversations =
            history.conversations(tx, call.context.customer, call.context.conversation, limit);
        auto tickets = history.tickets(tx, call.context.customer, limit);
        if (!conversations || !tickets) {
            return fail(conversations ? tickets.error() : conversations.error());
        }
        json output = {{"conversations", json::array()}, {"tickets", json::array()}};
        for (const store::ConversationRow& row : *conversations) {
            output["conversations"].push_back({{"started_ts", toRfc3339(row.createdMs)},
                                               {"channel", row.channel},
                                               {"status", row.status},
                                               {"subject", row.subject},
                                               {"last_message", row.lastMessage}});
        }
        for (const store::TicketRow& row : *tickets) {
            output["tickets"].push_back(ticketFacts(row));
        }
        return output;
    };
    auto scope = store::Scope::of(call.context.tenant);
    co_return co_await m_services.database.read(scope, job);
}

DeskTools::Answer DeskTools::escalate(const ToolCall& call)
{
    desk::HandoffRequest request;
    request.tenant = call.context.tenant;
    request.conversation = call.context.conversation;
    request.ticketPrefix = m_prefixOf(call.context.tenant);
    request.reason = "agent_request";
    request.locale = call.context.locale;
    request.effectKey =
        call.context.effectKey.empty() ? call.context.run.value + ":escalate" : call.context.effectKey;
    desk::Handoff handoff(m_services);
    auto requested = co_await handoff.onRequest(std::move(request));
    if (!requested) {
        co_return fail(std::move(requested).error());
    }
    json output = ticketFacts(requested->ticket);
    output["handed_over"] = true;
    co_return output;
}

DeskTools::Answer DeskTools::send(const ToolCall& call)
{
    auto job = [&](store::Transaction& tx) -> Result<json> {
        if (auto held = store::lockConversation(tx, call.context.conversation); !held) {
            return fail(std::move(held).error());
        }
        auto conversation = m_services.conversations.find(tx, call.context.conversation);
        if (!conversation || !*conversation) {
            return fail(conversation
                            ? Error{ErrorCode::NotFound, "There is no such conversation.", {}, {}, {}, {}}
                            : std::move(conversation).error());
        }
        // The address is the customer's own, never one that a text names: mail to others would be a leak.
        std::string target = (*conversation)->notifyEmail;
        if (target.empty() && call.context.isVerified) {
            auto customer = m_services.customers.find(tx, (*conversation)->customer);
            target = customer && *customer ? (*customer)->email : std::string();
        }
        if (target.empty()) {
            return failField("context", "the customer has given no e-mail address for this conversation");
        }
        store::OutboxRow row;
        row.id = m_services.ids.next();
        row.kind = "email";
        row.target = target;
        row.payload = json({{"subject", call.input.value("subject", std::string())},
                            {"text", call.input.value("text", std::string())}})
                          .dump(-1, ' ', false, json::error_handler_t::replace);
        row.conversation = call.context.conversation;
        row.effectKey = call.context.effectKey.empty() ? row.id : call.context.effectKey;
        row.dueMs = row.createdMs = m_services.clock.nowMs();
        auto queued = m_services.outbox.add(tx, row);
        if (!queued) {
            return fail(std::move(queued).error());
        }
        return json({{"queued", true}});
    };
    auto scope = store::Scope::of(call.context.tenant);
    co_return co_await m_services.database.transact(scope, job);
}

} // namespace parley::server::tools
