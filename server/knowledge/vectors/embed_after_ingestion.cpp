// SPDX-License-Identifier: MIT
#include "server/knowledge/vectors/embed_after_ingestion.h"

namespace parley::server::knowledge {

boost::asio::awaitable<Result<void>> EmbedAfterIngestion::run(TenantId tenant, store::JobRow job)
{
    auto done = co_await m_ingestion.run(tenant, std::move(job));
    if (!done) {
        co_return done;
    }
    auto ask = [&](store::Transaction& tx) { return m_embedding.request(tx, tenant); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, ask);
}

boost::asio::awaitable<void> EmbedAfterIngestion::gaveUp(TenantId tenant, store::JobRow job, Error error)
{
    co_await m_ingestion.gaveUp(std::move(tenant), std::move(job), std::move(error));
}

} // namespace parley::server::knowledge
