// SPDX-License-Identifier: MIT
#include "server/knowledge/ingestion.h"

#include "server/knowledge/chunker.h"
#include "server/knowledge/html_text.h"
#include "server/knowledge/markdown_text.h"
#include "server/knowledge/plain_text.h"
#include "shared/core/text.h"

namespace parley::server::knowledge {

Ingestion::Ingestion(store::Database& database,
                     const store::Blobs& blobs,
                     runtime::WorkerPool& cpu,
                     const Clock& clock,
                     IdSource& ids)
    : m_database(database), m_blobs(blobs), m_cpu(cpu), m_clock(clock), m_ids(ids)
{}

Result<std::vector<store::ChunkRow>> Ingestion::read(const TenantId& tenant,
                                                     const store::DocumentRow& document) const
{
    auto bytes = m_blobs.get(tenant, document.blobKey);
    if (!bytes) {
        return fail(std::move(bytes).error());
    }
    ExtractedDocument extracted;
    if (document.contentType == "text/html") {
        extracted = extractHtml(*bytes);
    } else if (document.contentType == "text/markdown") {
        extracted = extractMarkdown(*bytes);
    } else {
        extracted = extractPlainText(*bytes);
    }
    std::vector<store::ChunkRow> chunks;
    for (Chunk& chunk : chunkDocument(extracted)) {
        store::ChunkRow row;
        row.id = m_ids.make<ChunkId>();
        row.ordinal = chunk.ordinal;
        row.headings = std::move(chunk.headings);
        row.text = std::move(chunk.text);
        if (chunk.page > 0) {
            row.page = chunk.page;
        }
        chunks.push_back(std::move(row));
    }
    if (chunks.empty()) {
        return fail(ErrorCode::InvalidArgument, "The document has no text to read.");
    }
    return chunks;
}

boost::asio::awaitable<Result<void>> Ingestion::run(TenantId tenant, store::JobRow job)
{
    const DocumentId id{job.subject};
    const auto scope = store::Scope::of(tenant);
    std::optional<store::DocumentRow> document;
    auto begin = [&](store::Transaction& tx) -> Result<void> {
        auto found = m_documents.find(tx, id);
        if (!found) {
            return fail(std::move(found).error());
        }
        document = *std::move(found);
        if (!document || document->status == "cancelled") {
            document.reset();
            return {};
        }
        return m_documents.setStatus(tx, id, "processing", 0, {}, m_clock.nowMs());
    };
    auto begun = co_await m_database.transact(scope, begin);
    if (!begun || !document) {
        co_return begun;
    }
    auto work = [&] { return read(tenant, *document); };
    auto chunks = co_await m_cpu.run(work);
    if (!chunks) {
        co_return fail(std::move(chunks).error());
    }
    auto commit = [&](store::Transaction& tx) -> Result<void> {
        auto replaced = m_documents.replaceChunks(tx, id, *chunks, m_clock.nowMs());
        if (!replaced) {
            return fail(std::move(replaced).error());
        }
        return *replaced ? m_documents.raiseIndexVersion(tx) : Result<void>();
    };
    co_return co_await m_database.transact(scope, commit);
}

boost::asio::awaitable<void> Ingestion::gaveUp(TenantId tenant, store::JobRow job, Error error)
{
    auto note = [&](store::Transaction& tx) -> Result<void> {
        const DocumentId id{job.subject};
        auto document = m_documents.find(tx, id);
        if (!document || !*document || (*document)->status == "cancelled") {
            return document ? Result<void>() : Result<void>(fail(std::move(document).error()));
        }
        return m_documents.setStatus(tx, id, "failed", 0, error.message, m_clock.nowMs());
    };
    const auto scope = store::Scope::of(tenant);
    // If the database is gone as well the document stays "processing", and a retry by hand is possible.
    (void)co_await m_database.transact(scope, note);
}

} // namespace parley::server::knowledge
