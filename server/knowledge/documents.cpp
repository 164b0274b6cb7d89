// SPDX-License-Identifier: MIT
#include "server/knowledge/documents.h"

#include "server/identity/tenant_permissions.h"
#include "server/security/digest.h"
#include "server/store/quota_repository.h"

#include <algorithm>
#include <array>
#include <limits>

namespace parley::server::knowledge {

namespace {

constexpr std::array<std::string_view, 6> kFormats = {
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/html",
    "text/markdown",
    "text/plain",
    "text/csv"};
constexpr auto kSearchLimit = std::chrono::seconds(10);

Error noDocument()
{
    Error error;
    error.code = ErrorCode::NotFound;
    error.message = "There is no such document.";
    return error;
}

} // namespace

bool isReadable(std::string_view contentType)
{
    return std::find(kFormats.begin(), kFormats.end(), contentType) != kFormats.end();
}

Documents::Documents(const DocumentServices& services) : m_services(services) {}

Result<void> Documents::enqueue(store::Transaction& tx, const TenantId& tenant, const DocumentId& id) const
{
    store::JobRow job;
    job.id = m_services.ids.make<JobId>();
    job.kind = kIngestJob;
    job.subject = id.value;
    job.payload = "{}";
    job.dueMs = m_services.clock.nowMs();
    job.createdMs = job.dueMs;
    return m_services.queue.add(tx, tenant, std::move(job));
}

Result<store::DocumentRow> Documents::existing(store::ReadTransaction& tx, const DocumentId& id) const
{
    auto row = m_documents.find(tx, id);
    if (!row) {
        return fail(std::move(row).error());
    }
    if (!*row) {
        return fail(noDocument());
    }
    std::vector<store::DocumentRow> rows = {std::move(**row)};
    auto named = m_readings.nameSimilar(tx, rows);
    return named ? Result<store::DocumentRow>(std::move(rows.front())) : fail(std::move(named).error());
}

Result<void>
Documents::keepBytes(const TenantId& tenant, const NewDocument& document, store::DocumentRow& row) const
{
    if (!document.file) {
        row.bytes = static_cast<std::int64_t>(document.bytes.size());
        row.digest = security::digestHex(security::sha256(document.bytes));
        return m_services.blobs.put(tenant, row.blobKey, document.bytes);
    }
    const FileRange& file = *document.file;
    auto copied = m_services.blobs.putFile(tenant, row.blobKey, file.path, file.offset, file.length);
    if (!copied) {
        return fail(std::move(copied).error());
    }
    row.bytes = static_cast<std::int64_t>(copied->bytes);
    row.digest = std::move(copied->digest);
    return {};
}

Result<void> Documents::create(store::Transaction& tx,
                               const TenantId& tenant,
                               store::DocumentRow& row,
                               std::int64_t most) const
{
    auto count = store::QuotaRepository().documents(tx);
    if (!count) {
        return fail(std::move(count).error());
    }
    if (*count >= most) {
        return fail(identity::quotaReached(most, "documents"));
    }
    auto same = m_documents.findByDigest(tx, row.digest);
    if (!same) {
        return fail(std::move(same).error());
    }
    row.duplicateOf = *same ? (*same)->id : DocumentId();
    auto created = m_documents.create(tx, row);
    return created ? enqueue(tx, tenant, row.id) : created;
}

boost::asio::awaitable<Result<AddedDocument>> Documents::add(TenantId tenant, NewDocument document)
{
    if (!isReadable(document.contentType)) {
        co_return fail(ErrorCode::UnsupportedMediaType,
                       "This format is not read: PDF, DOCX, HTML, Markdown, plain text and CSV are.",
                       document.contentType);
    }
    if (document.file ? document.file->length == 0 : document.bytes.empty()) {
        co_return failField(document.file ? "file" : "text", "must not be empty");
    }
    auto permissions = co_await identity::TenantPermissions::read(m_services.database, tenant);
    if (!permissions) {
        co_return fail(std::move(permissions).error());
    }
    const std::int64_t most = permissions->most("documents", std::numeric_limits<std::int64_t>::max());
    AddedDocument added;
    store::DocumentRow& row = added.row;
    row.id = m_services.ids.make<DocumentId>();
    row.title = document.title;
    row.source = document.source;
    row.contentType = document.contentType;
    row.category = document.category;
    row.visibility = document.visibility;
    row.status = "queued";
    row.blobKey = row.id.value;
    row.createdMs = m_services.clock.nowMs();
    row.updatedMs = row.createdMs;

    auto put = [&] { return keepBytes(tenant, document, row); };
    auto stored = co_await m_services.files.run(put);
    if (!stored) {
        co_return fail(std::move(stored).error());
    }
    auto job = [&](store::Transaction& tx) { return create(tx, tenant, row, most); };
    auto scope = store::Scope::of(tenant);
    auto created = co_await m_services.database.transact(scope, job);
    if (!created && created.error().code != ErrorCode::Storage) {
        auto undo = [&] { return m_services.blobs.remove(tenant, row.blobKey); };
        // A blob without a row is only wasted space; the failure to tell of is the first one.
        (void)co_await m_services.files.run(undo);
    }
    if (!created) {
        // After a failure of the database nobody knows whether the row is there: a blob too many does no
        // harm.
        co_return fail(std::move(created).error());
    }
    added.duplicateOf = row.duplicateOf;
    co_return added;
}

boost::asio::awaitable<Result<store::DocumentRow>> Documents::get(TenantId tenant, DocumentId id)
{
    auto job = [&](store::ReadTransaction& tx) { return existing(tx, id); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.read(scope, job);
}

boost::asio::awaitable<Result<std::vector<store::DocumentRow>>>
Documents::list(TenantId tenant, std::string before, int limit)
{
    auto job = [&](store::ReadTransaction& tx) {
        auto rows = m_documents.page(tx, before, limit);
        auto named = rows ? m_readings.nameSimilar(tx, *rows) : Result<void>();
        return named ? rows : fail(std::move(named).error());
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.read(scope, job);
}

boost::asio::awaitable<Result<std::vector<store::ChunkRow>>>
Documents::chunks(TenantId tenant, DocumentId id, std::int64_t after, int limit)
{
    auto job = [&](store::ReadTransaction& tx) -> Result<std::vector<store::ChunkRow>> {
        auto row = existing(tx, id);
        if (!row) {
            return fail(std::move(row).error());
        }
        return m_documents.chunks(tx, id, after, limit);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.read(scope, job);
}

boost::asio::awaitable<Result<store::DocumentRow>>
Documents::change(TenantId tenant, DocumentId id, store::DocumentChange change)
{
    auto job = [&](store::Transaction& tx) -> Result<store::DocumentRow> {
        auto changed = m_documents.change(tx, id, change, m_services.clock.nowMs());
        if (!changed) {
            return fail(std::move(changed).error());
        }
        auto raised = m_documents.raiseIndexVersion(tx);
        return raised ? existing(tx, id) : Result<store::DocumentRow>(fail(std::move(raised).error()));
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.transact(scope, job);
}

boost::asio::awaitable<Result<void>> Documents::remove(TenantId tenant, DocumentId id)
{
    std::string blobKey;
    auto job = [&](store::Transaction& tx) -> Result<void> {
        auto row = existing(tx, id);
        if (!row) {
            return fail(std::move(row).error());
        }
        blobKey = row->blobKey;
        auto removed = m_documents.remove(tx, id);
        if (!removed) {
            return fail(std::move(removed).error());
        }
        auto cancelled = store::JobRepository().cancel(tx, kIngestJob, id.value, m_services.clock.nowMs());
        return cancelled ? m_documents.raiseIndexVersion(tx) : cancelled;
    };
    auto scope = store::Scope::of(tenant);
    auto done = co_await m_services.database.transact(scope, job);
    if (!done) {
        co_return done;
    }
    m_services.stops.stop(id);
    auto erase = [&] { return m_services.blobs.remove(tenant, blobKey); };
    co_return co_await m_services.files.run(erase);
}

boost::asio::awaitable<Result<store::DocumentRow>> Documents::cancel(TenantId tenant, DocumentId id)
{
    auto job = [&](store::Transaction& tx) -> Result<store::DocumentRow> {
        auto row = existing(tx, id);
        if (!row) {
            return row;
        }
        if (row->status != "queued" && row->status != "processing") {
            return fail(ErrorCode::Conflict, "The document is not being read: it is " + row->status + ".");
        }
        const std::int64_t now = m_services.clock.nowMs();
        auto cancelled = store::JobRepository().cancel(tx, kIngestJob, id.value, now);
        if (cancelled) {
            cancelled = m_readings.rewind(tx, id, 0);
        }
        if (cancelled) {
            cancelled = m_documents.setStatus(tx, id, "cancelled", 0, {}, now);
        }
        if (!cancelled) {
            return fail(std::move(cancelled).error());
        }
        return existing(tx, id);
    };
    auto scope = store::Scope::of(tenant);
    auto row = co_await m_services.database.transact(scope, job);
    if (row) {
        m_services.stops.stop(id);
    }
    co_return row;
}

boost::asio::awaitable<Result<store::DocumentRow>> Documents::retry(TenantId tenant, DocumentId id)
{
    auto job = [&](store::Transaction& tx) -> Result<store::DocumentRow> {
        auto row = existing(tx, id);
        if (!row) {
            return row;
        }
        if (row->status == "queued" || row->status == "processing") {
            return fail(ErrorCode::Conflict, "The document is being read already.");
        }
        auto queued = m_readings.rewind(tx, id, 0);
        if (queued) {
            queued = m_documents.setStatus(tx, id, "queued", 0, {}, m_services.clock.nowMs());
        }
        if (queued) {
            queued = enqueue(tx, tenant, id);
        }
        if (!queued) {
            return fail(std::move(queued).error());
        }
        return existing(tx, id);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.transact(scope, job);
}

boost::asio::awaitable<Result<std::vector<Hit>>>
Documents::search(TenantId tenant, std::string query, std::size_t limit)
{
    auto index = co_await m_services.library.newest(std::move(tenant), runtime::Budget::of(kSearchLimit));
    if (!index) {
        co_return fail(std::move(index).error());
    }
    auto search = [&]() -> Result<std::vector<Hit>> {
        SearchOptions options;
        options.limit = limit;
        options.includeInternal = true;
        return (*index)->search(query, options).hits;
    };
    co_return co_await m_services.cpu.run(search);
}

} // namespace parley::server::knowledge
