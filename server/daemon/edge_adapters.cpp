// SPDX-License-Identifier: MIT
#include "server/daemon/edge_adapters.h"

namespace parley::server::daemon {

namespace {

std::string textOf(const edge::IdempotencyKey& key)
{
    return key.tenant.value + "\n" + key.principal + "\n" + key.route + "\n" + key.key;
}

} // namespace

std::optional<security::Principal> TokenPort::recall(std::string_view token)
{
    auto principal = m_tokens.authenticate(token);
    return principal ? std::optional(*std::move(principal)) : std::nullopt;
}

boost::asio::awaitable<Result<security::Principal>> TokenPort::authenticate(std::string token)
{
    co_return m_tokens.authenticate(token);
}

boost::asio::awaitable<Result<TenantId>> TenantPort::resolve(std::string idOrSlug)
{
    const auto tenant = m_tenants.findByIdOrSlug(idOrSlug);
    if (!tenant) {
        co_return fail(ErrorCode::NotFound, "There is no such tenant.");
    }
    co_return tenant->row.id;
}

std::optional<std::chrono::seconds> RatePort::count(std::string_view key, int perMinute)
{
    const auto wait = m_window.take(key, perMinute, m_clock.nowMs());
    if (wait == std::chrono::milliseconds::zero()) {
        return std::nullopt;
    }
    return std::chrono::ceil<std::chrono::seconds>(wait);
}

boost::asio::awaitable<bool> OriginPort::isAllowedAnywhere(std::string origin)
{
    co_return m_tenants.isOriginAllowedAnywhere(origin);
}

boost::asio::awaitable<bool> OriginPort::isAllowedByTenant(TenantId tenant, std::string origin)
{
    const auto record = m_tenants.find(tenant);
    co_return record && record->allowsOrigin(origin);
}

boost::asio::awaitable<bool> OriginPort::isAllowedByPublicKey(std::string publicKey, std::string origin)
{
    const auto record = m_tenants.findByPublicKey(publicKey);
    co_return record && record->allowsOrigin(origin);
}

boost::asio::awaitable<Result<edge::IdempotencyClaim>> IdempotencyPort::claim(edge::IdempotencyKey key,
                                                                              std::string requestHash)
{
    edge::IdempotencyClaim claim;
    if (key.tenant.isEmpty()) {
        co_return claim;
    }
    identity::IdempotentRequest request;
    request.tenant = key.tenant;
    request.principal = key.principal;
    request.route = key.route;
    request.key = key.key;
    request.body = std::move(requestHash);
    auto started = co_await m_store.begin(std::move(request));
    if (!started) {
        co_return fail(std::move(started).error());
    }
    using Outcome = identity::IdempotencyStart::Outcome;
    switch (started->outcome) {
    case Outcome::Run: {
        claim.state = edge::IdempotencyClaim::State::Claimed;
        const std::lock_guard lock(m_mutex);
        m_started.insert_or_assign(textOf(key), *std::move(started));
        break;
    }
    case Outcome::Wait:
        claim.state = edge::IdempotencyClaim::State::Running;
        break;
    case Outcome::Replay:
        claim.state = edge::IdempotencyClaim::State::Answered;
        claim.answer = {started->status, "application/json", std::move(started->body)};
        break;
    case Outcome::Mismatch:
        claim.state = edge::IdempotencyClaim::State::OtherBody;
        break;
    }
    co_return claim;
}

std::optional<identity::IdempotencyStart> IdempotencyPort::takeStarted(const edge::IdempotencyKey& key)
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_started.find(textOf(key));
    if (it == m_started.end()) {
        return std::nullopt;
    }
    auto started = std::move(it->second);
    m_started.erase(it);
    return started;
}

boost::asio::awaitable<Result<void>> IdempotencyPort::complete(edge::IdempotencyKey key,
                                                               edge::StoredAnswer answer)
{
    auto started = takeStarted(key);
    if (!started) {
        co_return Result<void>();
    }
    co_return co_await m_store.finish(*std::move(started), answer.status, std::move(answer.body));
}

boost::asio::awaitable<Result<void>> IdempotencyPort::abandon(edge::IdempotencyKey key)
{
    auto started = takeStarted(key);
    if (!started) {
        co_return Result<void>();
    }
    co_return co_await m_store.abandon(*std::move(started));
}

} // namespace parley::server::daemon
