// SPDX-License-Identifier: MIT
#include "server/pipeline/turns.h"

#include "server/pipeline/outcome.h"
#include "server/store/database.h"
#include "server/store/tenant_state_repository.h"

#include <boost/asio/this_coro.hpp>

#include <algorithm>

namespace parley::server::pipeline {

namespace {

/// How often a run of another process is asked for its outcome.
constexpr auto kPoll = std::chrono::milliseconds(200);
constexpr auto kLongestRetry = std::chrono::milliseconds(60'000);
/// Abandoned runs taken up at once.
constexpr int kClaimPage = 200;

} // namespace

/// One run under way or waiting for its conversation's turn.
struct Turns::Active {
    std::unique_ptr<Turn> turn;
    boost::asio::any_io_executor executor;
    RunId run;
    ConversationId conversation;
    std::mutex mutex;
    std::optional<Result<proto::Turn>> outcome;            // guarded by mutex
    std::vector<std::weak_ptr<runtime::Notifier>> waiting; // guarded by mutex
};

Turns::Turns(desk::Services& services,
             const Runner& runner,
             TurnsOptions options,
             std::function<std::string(const TenantId&)> prefixOf,
             std::vector<boost::asio::any_io_executor> threads,
             runtime::TaskFailure onFailure)
    : m_services(services), m_runner(runner), m_options(std::move(options)), m_prefixOf(std::move(prefixOf))
{
    for (const auto& thread : threads) {
        m_scopes.push_back(std::make_unique<runtime::TaskScope>(thread, onFailure));
    }
}

Turns::~Turns() = default;

runtime::TaskScope& Turns::scopeOf(const boost::asio::any_io_executor& executor)
{
    for (const auto& scope : m_scopes) {
        if (scope->executor() == executor) {
            return *scope;
        }
    }
    return *m_scopes.front();
}

std::size_t Turns::active() const
{
    const std::lock_guard lock(m_mutex);
    return m_active.size();
}

bool Turns::isAnswering(const ConversationId& conversation) const
{
    const std::lock_guard lock(m_mutex);
    return m_queues.contains(conversation.value);
}

boost::asio::awaitable<Result<proto::Turn>> Turns::answer(TenantId tenant,
                                                          desk::Accepted accepted,
                                                          std::shared_ptr<TurnSink> sink,
                                                          std::chrono::steady_clock::time_point deadline)
{
    if (!accepted.run) {
        auto held = [&](store::ReadTransaction& tx) {
            return heldOutcome(tx, m_services, accepted.message.conversation, accepted.message.id);
        };
        auto scope = store::Scope::of(tenant);
        co_return co_await m_services.database.read(scope, held);
    }
    if (accepted.isReplay) {
        co_return co_await await(std::move(tenant), *accepted.run, deadline);
    }
    auto executor = co_await boost::asio::this_coro::executor;
    auto active = begin(turnOf(tenant, accepted, std::move(sink)), executor);
    co_return co_await join(std::move(active), deadline);
}

void Turns::start(const TenantId& tenant,
                  const desk::Accepted& accepted,
                  std::shared_ptr<TurnSink> sink,
                  const boost::asio::any_io_executor& executor)
{
    begin(turnOf(tenant, accepted, std::move(sink)), executor);
}

std::unique_ptr<Turn>
Turns::turnOf(const TenantId& tenant, const desk::Accepted& accepted, std::shared_ptr<TurnSink> sink) const
{
    auto turn = std::make_unique<Turn>();
    turn->tenant = tenant;
    turn->conversation = accepted.message.conversation;
    turn->customer = accepted.customer;
    turn->message = accepted.message.id;
    turn->run = *accepted.run;
    turn->ticketPrefix = m_prefixOf(tenant);
    turn->locale = accepted.locale;
    turn->text = accepted.message.text;
    turn->indexVersion = accepted.indexVersion;
    turn->configVersion = accepted.configVersion;
    turn->cacheVersion = accepted.cacheVersion;
    turn->seq = accepted.message.seq;
    turn->awaiting = accepted.awaiting;
    turn->isVerified = accepted.isVerified;
    turn->isFirst = accepted.message.seq == 1;
    turn->startedMs = accepted.message.createdMs;
    turn->sink = std::move(sink);
    return turn;
}

Turns::ActivePtr Turns::begin(std::unique_ptr<Turn> turn, const boost::asio::any_io_executor& executor)
{
    auto active = std::make_shared<Active>();
    active->run = turn->run;
    active->conversation = turn->conversation;
    active->turn = std::move(turn);
    active->executor = executor;
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mutex);
        const auto [known, isNew] = m_active.try_emplace(active->run.value, active);
        if (!isNew) {
            return known->second;
        }
        auto& queue = m_queues[active->conversation.value];
        isFirst = queue.empty();
        queue.push_back(active);
    }
    if (isFirst) {
        launch(active);
    }
    return active;
}

void Turns::launch(const ActivePtr& active)
{
    if (!scopeOf(active->executor).spawn("turn", drive(active))) {
        finish(active, fail(ErrorCode::Unavailable, "The server is shutting down."));
    }
}

boost::asio::awaitable<void> Turns::drive(ActivePtr active)
{
    runtime::Notifier pause(co_await boost::asio::this_coro::executor);
    auto wait = m_options.retry;
    for (;;) {
        Result<proto::Turn> outcome = co_await m_runner.run(*active->turn);
        // A conversation that was deleted meanwhile is answered by no number of attempts.
        const bool hasGone = !outcome && outcome.error().code == ErrorCode::NotFound;
        if (outcome || hasGone || m_stopping) {
            finish(active, std::move(outcome));
            co_return;
        }
        // The customer is told now; the run itself is not given up, or the message would stay unanswered.
        const bool mayHeal =
            outcome.error().code == ErrorCode::Storage || outcome.error().code == ErrorCode::Unavailable ||
            outcome.error().code == ErrorCode::Timeout || outcome.error().code == ErrorCode::Conflict;
        tell(active, std::move(outcome));
        active->turn->sink = std::make_shared<SilentSink>();
        active->turn->forget();
        // What trying again cannot heal goes to a person with nothing but the question.
        active->turn->mustBridge = !mayHeal;
        (void)co_await pause.wait(std::chrono::steady_clock::now() + wait);
        wait = std::min(wait * 2, kLongestRetry);
    }
}

void Turns::finish(const ActivePtr& active, Result<proto::Turn> outcome)
{
    ActivePtr next;
    {
        const std::lock_guard lock(m_mutex);
        m_active.erase(active->run.value);
        const auto queue = m_queues.find(active->conversation.value);
        if (queue != m_queues.end()) {
            queue->second.pop_front();
            if (queue->second.empty()) {
                m_queues.erase(queue);
            } else {
                next = queue->second.front();
            }
        }
    }
    tell(active, std::move(outcome));
    if (next) {
        launch(next);
    }
}

void Turns::tell(const ActivePtr& active, Result<proto::Turn> outcome)
{
    active->turn->sink->onEnded(outcome);
    const std::lock_guard lock(active->mutex);
    active->outcome = std::move(outcome);
    for (const auto& waiter : active->waiting) {
        if (const auto alive = waiter.lock()) {
            alive->notify();
        }
    }
}

boost::asio::awaitable<Result<proto::Turn>> Turns::join(ActivePtr active,
                                                        std::chrono::steady_clock::time_point deadline)
{
    const auto notifier = std::make_shared<runtime::Notifier>(co_await boost::asio::this_coro::executor);
    {
        const std::lock_guard lock(active->mutex);
        active->waiting.push_back(notifier);
    }
    for (;;) {
        {
            const std::lock_guard lock(active->mutex);
            if (active->outcome) {
                co_return *active->outcome;
            }
        }
        const bool woken = co_await notifier->wait(deadline);
        if (!woken) {
            co_return fail(ErrorCode::Timeout,
                           "The answer takes longer than this request may. It will arrive in the chat.");
        }
    }
}

boost::asio::awaitable<Result<proto::Turn>>
Turns::await(TenantId tenant, RunId run, std::chrono::steady_clock::time_point deadline)
{
    runtime::Notifier pause(co_await boost::asio::this_coro::executor);
    while (std::chrono::steady_clock::now() < deadline) {
        ActivePtr active;
        {
            const std::lock_guard lock(m_mutex);
            const auto known = m_active.find(run.value);
            if (known != m_active.end()) {
                active = known->second;
            }
        }
        if (active) {
            co_return co_await join(std::move(active), deadline);
        }
        auto look = [&](store::ReadTransaction& tx) { return storedOutcome(tx, m_services, run); };
        auto scope = store::Scope::of(tenant);
        auto stored = co_await m_services.database.read(scope, look);
        if (!stored) {
            co_return fail(std::move(stored).error());
        }
        if (*stored) {
            co_return std::move(**stored);
        }
        (void)co_await pause.wait(std::chrono::steady_clock::now() + kPoll);
    }
    co_return fail(ErrorCode::Timeout,
                   "The answer takes longer than this request may. It will arrive in the chat.");
}

Result<std::unique_ptr<Turn>>
Turns::load(store::Transaction& tx, const TenantId& tenant, const store::RunRow& run) const
{
    auto message = m_services.journal.log().findMessage(tx, run.message);
    if (!message || !*message) {
        return fail(message ? Error{ErrorCode::NotFound, "The run's message has gone.", {}, {}, {}, {}}
                            : std::move(message).error());
    }
    auto conversation = m_services.conversations.find(tx, run.conversation);
    if (!conversation || !*conversation) {
        return fail(conversation
                        ? Error{ErrorCode::NotFound, "The run's conversation has gone.", {}, {}, {}, {}}
                        : std::move(conversation).error());
    }
    auto versions = store::TenantStateRepository().versions(tx);
    if (!versions) {
        return fail(std::move(versions).error());
    }
    auto turn = std::make_unique<Turn>();
    turn->tenant = tenant;
    turn->conversation = run.conversation;
    turn->customer = (*conversation)->customer;
    turn->message = run.message;
    turn->run = run.id;
    turn->ticketPrefix = m_prefixOf(tenant);
    turn->locale = (*conversation)->locale;
    turn->text = (*message)->text;
    turn->indexVersion = versions->index;
    turn->configVersion = versions->config;
    turn->seq = (*message)->seq;
    turn->awaiting = (*conversation)->awaiting;
    turn->isVerified = run.isVerified;
    turn->isFirst = (*message)->seq == 1;
    turn->startedMs = run.createdMs;
    return turn;
}

Result<void> Turns::endOrphan(store::Transaction& tx, const store::RunRow& run) const
{
    store::RunEnd end;
    end.id = run.id;
    end.status = "cancelled";
    end.node = "recover";
    end.nowMs = m_services.clock.nowMs();
    auto ended = m_services.runs.end(tx, "running", end);
    return ended ? Result<void>() : Result<void>(fail(std::move(ended).error()));
}

boost::asio::awaitable<Result<std::vector<std::unique_ptr<Turn>>>> Turns::claim(TenantId tenant)
{
    using Loaded = std::vector<std::unique_ptr<Turn>>;
    auto job = [&](store::Transaction& tx) -> Result<Loaded> {
        const std::int64_t now = m_services.clock.nowMs();
        auto runs = m_services.runs.claimAbandoned(
            tx, m_options.node, now, m_options.isAlone, now + m_options.leaseMs, kClaimPage);
        if (!runs) {
            return fail(std::move(runs).error());
        }
        Loaded turns;
        for (const store::RunRow& run : *runs) {
            auto turn = load(tx, tenant, run);
            if (!turn && turn.error().code == ErrorCode::NotFound) {
                // What it was about has gone; it must not keep the tenant's other runs from going on.
                if (auto ended = endOrphan(tx, run); !ended) {
                    return fail(std::move(ended).error());
                }
                continue;
            }
            if (!turn) {
                return fail(std::move(turn).error());
            }
            turns.push_back(*std::move(turn));
        }
        return turns;
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.transact(scope, job);
}

boost::asio::awaitable<Result<std::size_t>> Turns::recover(std::vector<TenantId> tenants)
{
    std::size_t count = 0;
    std::optional<Error> failure;
    for (const TenantId& tenant : tenants) {
        for (;;) {
            auto turns = co_await claim(tenant);
            if (!turns) {
                // One tenant that cannot be read does not keep the others waiting.
                failure = std::move(turns).error();
                break;
            }
            for (auto& turn : *turns) {
                begin(std::move(turn), m_scopes[count++ % m_scopes.size()]->executor());
            }
            if (turns->size() < static_cast<std::size_t>(kClaimPage)) {
                break;
            }
        }
    }
    if (failure) {
        co_return fail(*std::move(failure));
    }
    co_return count;
}

void Turns::startSweeping(std::function<std::vector<TenantId>()> tenants)
{
    m_scopes.front()->spawn("turns.sweep", sweep(std::move(tenants)));
}

boost::asio::awaitable<void> Turns::sweep(std::function<std::vector<TenantId>()> tenants)
{
    runtime::Notifier pause(co_await boost::asio::this_coro::executor);
    while (!m_stopping) {
        (void)co_await pause.wait(std::chrono::steady_clock::now() + m_options.sweep);
        auto known = tenants();
        // A tenant that cannot be read now is met again at the next round.
        (void)co_await recover(std::move(known));
    }
}

boost::asio::awaitable<void> Turns::stop(std::chrono::milliseconds limit)
{
    m_stopping = true;
    runtime::Notifier pause(co_await boost::asio::this_coro::executor);
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (active() > 0 && std::chrono::steady_clock::now() < deadline) {
        (void)co_await pause.wait(std::chrono::steady_clock::now() + std::chrono::milliseconds(20));
    }
    for (const auto& scope : m_scopes) {
        co_await scope->cancelAndWait();
    }
}

} // namespace parley::server::pipeline
