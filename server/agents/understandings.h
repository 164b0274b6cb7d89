// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/tenant_understanding.h"
#include "server/knowledge/vectors/embedders.h"
#include "server/runtime/deadline.h"
#include "server/runtime/single_flight.h"
#include "server/runtime/task_scope.h"
#include "server/runtime/worker_pool.h"
#include "server/store/database.h"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace parley::server::agents {

/// How each tenant's messages are understood, kept in memory and made anew when its configuration changed.
/// Whoever asks names the version that the tenant's own transaction showed. Agents and rules are then of that
/// version; a classifier that takes long to train comes some seconds later, and until then the earlier one
/// goes on. One that reads vectors too comes after the one that reads words alone, as soon as the embedder
/// gave them.
/// @thread any I/O thread
class Understandings {
public:
    using Known = std::shared_ptr<const TenantUnderstanding>;

    /// @param prefixOf  the ticket prefix of a tenant; @param executor  one thread, for training in the
    /// background; @param embedders  outlives this; null: words alone; @param maxOpen  tenants kept in
    /// memory; the least recently used one goes first
    Understandings(store::Database& database,
                   runtime::WorkerPool& cpu,
                   std::function<std::string(const TenantId&)> prefixOf,
                   const boost::asio::any_io_executor& executor,
                   runtime::TaskFailure onFailure,
                   const knowledge::Embedders* embedders = nullptr,
                   std::size_t maxOpen = 1024);

    /// @errors Storage the store could not be read; Timeout another request is still reading it
    boost::asio::awaitable<Result<Known>> of(TenantId tenant, std::int64_t version, runtime::Budget budget);
    /// What is held in memory, whatever its version; null: nothing is.
    [[nodiscard]] Known held(const TenantId& tenant);
    /// The same at the newest version. @errors as above
    boost::asio::awaitable<Result<Known>> newest(TenantId tenant, runtime::Budget budget);

    /// The newest with one agent as it is given (and switched on), for a test of it: nothing of it is kept.
    /// @errors as above
    boost::asio::awaitable<Result<Known>>
    variant(TenantId tenant, store::AgentRow agent, runtime::Budget budget);

    /// Trains what ships with Parley, so that the first message does not wait for it.
    void warmUp();
    /// Waits until no classifier is being trained.
    boost::asio::awaitable<void> settle();
    boost::asio::awaitable<void> stop();

private:
    struct Entry;
    struct Learnt;
    using EntryPtr = std::shared_ptr<Entry>;

    EntryPtr entryOf(const TenantId& tenant);
    void evictLocked();
    boost::asio::awaitable<Result<UnderstandingSource>> read(TenantId tenant);
    boost::asio::awaitable<Result<void>> refresh(TenantId tenant, EntryPtr entry);
    boost::asio::awaitable<void>
    trainLater(EntryPtr entry, TenantId tenant, std::vector<nlp::IntentExample> examples);
    boost::asio::awaitable<Result<Learnt>> learnWords(EntryPtr entry,
                                                      const std::vector<nlp::IntentExample>& examples);
    boost::asio::awaitable<bool> learnVectors(Learnt& learnt,
                                              const std::vector<nlp::IntentExample>& examples);
    [[nodiscard]] bool wantsVectors(const Learnt& learnt) const;
    boost::asio::awaitable<Result<std::vector<nlp::IntentExample>>>
    publish(EntryPtr entry, TenantId tenant, Learnt learnt, std::size_t digest, bool isWhole);
    boost::asio::awaitable<void> trainShipped();

    store::Database& m_database;
    runtime::WorkerPool& m_cpu;
    std::function<std::string(const TenantId&)> m_prefixOf;
    const knowledge::Embedders* m_embedders;
    std::size_t m_maxOpen;
    std::mutex m_mutex; // guards everything below but the scope, and the entries but for their flight
    std::uint64_t m_uses = 0;
    std::unordered_map<std::string, EntryPtr> m_entries;
    runtime::TaskScope m_scope; // last: its tasks use all of the above
};

} // namespace parley::server::agents
