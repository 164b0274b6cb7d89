// SPDX-License-Identifier: MIT
#include "server/knowledge/ingestion.h"

namespace parley::server::knowledge {

namespace {

constexpr auto kTakeInLimit = std::chrono::seconds(30);

} // namespace

Ingestion::Ingestion(const ReadingServices& services, runtime::WorkerPool& pool, const ReadingPace& pace)
    : m_services(services), m_pool(pool), m_pace(pace)
{}

boost::asio::awaitable<Result<void>> Ingestion::run(TenantId tenant, store::JobRow job)
{
    auto work = [&] { return DocumentReading(m_services, m_pace, tenant, job).run(); };
    auto done = co_await m_pool.run(work);
    if (m_services.library == nullptr) {
        co_return done;
    }
    const DocumentId id{job.subject};
    if (!done) {
        m_services.library->forget(tenant, id);
        co_return done;
    }
    // Published it is either way: who asks next takes it in then.
    (void)co_await m_services.library->takeIn(tenant, id, runtime::Budget::of(kTakeInLimit));
    co_return done;
}

boost::asio::awaitable<void> Ingestion::gaveUp(TenantId tenant, store::JobRow job, Error error)
{
    auto note = [&](store::Transaction& tx) -> Result<void> {
        const DocumentId id{job.subject};
        auto document = m_documents.find(tx, id);
        if (!document || !*document || (*document)->status == "cancelled") {
            return document ? Result<void>() : Result<void>(fail(std::move(document).error()));
        }
        auto rewound = m_readings.rewind(tx, id, 0);
        return rewound ? m_documents.setStatus(tx, id, "failed", 0, error.message, m_services.clock.nowMs())
                       : rewound;
    };
    const auto scope = store::Scope::of(tenant);
    // If the database is gone as well the document stays "processing", and a retry by hand is possible.
    (void)co_await m_services.database.transact(scope, note);
}

} // namespace parley::server::knowledge
