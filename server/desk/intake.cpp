// SPDX-License-Identifier: MIT
#include "server/desk/intake.h"

#include "server/store/database.h"
#include "server/store/tenant_state_repository.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

namespace parley::server::desk {

Result<void> checkMessageText(std::string_view text)
{
    if (!isUtf8(text)) {
        return failField("text", "must be valid UTF-8");
    }
    if (text.find('\0') != std::string_view::npos) {
        return failField("text", "must not contain NUL");
    }
    if (trimmed(text).empty()) {
        return failField("text", "must not be empty");
    }
    if (codePoints(text) > kMaxTextCodePoints) {
        return failField("text", "must have at most 8000 characters");
    }
    return {};
}

Intake::Intake(Services& services, std::string node, std::int64_t leaseMs)
    : m_services(services), m_node(std::move(node)), m_leaseMs(leaseMs)
{}

boost::asio::awaitable<Result<Accepted>> Intake::accept(InboundMessage inbound, Exchange exchange)
{
    if (auto checked = checkMessageText(inbound.text); !checked) {
        co_return fail(std::move(checked).error());
    }
    auto job = [&](store::Transaction& tx) { return acceptIn(tx, inbound, exchange); };
    auto scope = store::Scope::of(inbound.tenant);
    auto accepted = co_await m_services.database.transact(scope, job);
    if (!accepted && accepted.error().code == ErrorCode::Conflict && accepted.error().problem.empty() &&
        !inbound.effectKey.empty()) {
        // Two requests with one key at the same time: the other has won, so this one now finds what it wrote.
        accepted = co_await m_services.database.transact(scope, job);
    }
    co_return accepted;
}

Result<std::optional<Accepted>> Intake::replayOf(store::Transaction& tx, const InboundMessage& inbound) const
{
    auto known = m_services.journal.log().findByEffect(tx, inbound.effectKey);
    if (!known || !*known) {
        return known ? Result<std::optional<Accepted>>(std::optional<Accepted>())
                     : Result<std::optional<Accepted>>(fail(std::move(known).error()));
    }
    if ((*known)->bodyHash != inbound.bodyHash) {
        Error error;
        error.code = ErrorCode::Conflict;
        error.problem = "conflict";
        error.message = "This Idempotency-Key was used with another body.";
        return fail(std::move(error));
    }
    auto conversation = m_services.conversations.find(tx, (*known)->conversation);
    if (!conversation || !*conversation) {
        return fail(conversation
                        ? Error{ErrorCode::NotFound, "There is no such conversation.", {}, {}, {}, {}}
                        : std::move(conversation).error());
    }
    auto run = m_services.runs.findByMessage(tx, (*known)->id);
    if (!run) {
        return fail(std::move(run).error());
    }
    Accepted accepted;
    accepted.message = std::move(**known);
    accepted.customer = (*conversation)->customer;
    accepted.status = (*conversation)->status;
    accepted.locale = (*conversation)->locale;
    accepted.isReplay = true;
    if (*run) {
        accepted.run = (*run)->id;
    }
    return std::optional<Accepted>(std::move(accepted));
}

Result<void> Intake::reopen(store::Transaction& tx, const InboundMessage& inbound, std::int64_t nowMs) const
{
    auto opened =
        m_services.conversations.changeOwner(tx, inbound.conversation, "closed", "open", {}, {}, nowMs);
    if (!opened) {
        return fail(std::move(opened).error());
    }
    return m_services.journal.event(tx,
                                    inbound.tenant,
                                    inbound.conversation,
                                    "conversation.updated",
                                    {},
                                    {{"status", "open"}},
                                    proto::Audience::Customer,
                                    nowMs);
}

store::MessageRow Intake::messageOf(const InboundMessage& inbound) const
{
    store::MessageRow message;
    message.id = m_services.ids.make<MessageId>();
    message.conversation = inbound.conversation;
    message.sender = "user";
    message.kind = "text";
    message.text = inbound.text;
    message.effectKey = inbound.effectKey;
    message.bodyHash = inbound.bodyHash;
    message.createdMs = m_services.clock.nowMs();
    return message;
}

store::RunRow Intake::runOf(const store::MessageRow& message, bool isVerified) const
{
    store::RunRow run;
    run.id = m_services.ids.make<RunId>();
    run.conversation = message.conversation;
    run.message = message.id;
    run.status = "running";
    run.isVerified = isVerified;
    run.node = "accept";
    run.leaseOwner = m_node;
    run.leaseUntilMs = message.createdMs + m_leaseMs;
    run.createdMs = message.createdMs;
    return run;
}

Result<void> Intake::append(store::Transaction& tx, const InboundMessage& inbound, Accepted& accepted) const
{
    const std::int64_t now = accepted.message.createdMs;
    auto appended = m_services.journal.message(tx, inbound.tenant, accepted.message);
    if (!appended) {
        return fail(std::move(appended).error());
    }
    accepted.customer.value = appended->customerId;
    accepted.status = appended->status;
    accepted.locale = appended->locale;
    accepted.awaiting = appended->awaiting;
    accepted.isVerified = inbound.isVerified;
    if (accepted.status == "closed") {
        if (auto opened = reopen(tx, inbound, now); !opened) {
            return opened;
        }
        accepted.status = "open";
    }
    if (accepted.status != "open") {
        return {};
    }
    auto versions = store::TenantStateRepository().versions(tx);
    if (!versions) {
        return fail(std::move(versions).error());
    }
    accepted.indexVersion = versions->index;
    accepted.configVersion = versions->config;
    accepted.cacheVersion = versions->cache;
    return {};
}

Result<Accepted>
Intake::acceptIn(store::Transaction& tx, const InboundMessage& inbound, const Exchange& exchange) const
{
    if (!inbound.effectKey.empty()) {
        auto replay = replayOf(tx, inbound);
        if (!replay) {
            return fail(std::move(replay).error());
        }
        if (*replay) {
            return std::move(**replay);
        }
    }
    Accepted accepted;
    accepted.message = messageOf(inbound);
    const store::RunRow run = runOf(accepted.message, inbound.isVerified);
    if (exchange) {
        if (auto done = exchange(tx, accepted.message, run); !done) {
            return fail(std::move(done).error());
        }
        accepted.status = "open";
        accepted.run = run.id;
        return accepted;
    }
    if (auto appended = append(tx, inbound, accepted); !appended) {
        return fail(std::move(appended).error());
    }
    if (accepted.status != "open") {
        return accepted;
    }
    auto created = m_services.runs.create(tx, run);
    if (!created) {
        return fail(std::move(created).error());
    }
    accepted.run = run.id;
    return accepted;
}

} // namespace parley::server::desk
