// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/library.h"
#include "server/knowledge/vectors/embed_after_ingestion.h"
#include "server/knowledge/vectors/embedding_jobs.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/hashed_embedder.h"

#include <nlohmann/json.hpp>

namespace parley::test {

/// A tenant's documents with vectors; the queue stands still, the test does its jobs.
struct VectorWorld : DeskWorld {
    VectorWorld(FreshDatabase& fresh,
                server::knowledge::DenseSearchOptions searching = {},
                server::knowledge::EmbeddingOptions making = {})
        : DeskWorld(*fresh, fresh.first),
          dense(embedders, database, cpu, searching),
          jobs(database, cpu, queue, embedders, clock, ids, making),
          library(database, cpu, 8, &dense)
    {}

    /// Puts a document with these passages in the tenant's knowledge base, in the place of what it was.
    void put(const std::string& id,
             const std::vector<std::string>& texts,
             const std::string& visibility = "public")
    {
        const auto job = [&](server::store::Transaction& tx) -> Result<void> {
            const server::store::DocumentRepository documents;
            auto found = documents.find(tx, DocumentId{id});
            if (found && !*found) {
                server::store::DocumentRow row;
                row.id.value = id;
                row.title = "Document";
                row.contentType = "text/plain";
                row.visibility = visibility;
                row.status = "queued";
                row.blobKey = id;
                row.digest = id;
                row.createdMs = row.updatedMs = clock.nowMs();
                if (auto created = documents.create(tx, row); !created) {
                    return created;
                }
            }
            std::vector<server::store::ChunkRow> chunks;
            for (const std::string& text : texts) {
                server::store::ChunkRow chunk;
                chunk.id = ids.make<ChunkId>();
                chunk.ordinal = static_cast<std::int64_t>(chunks.size());
                chunk.text = text;
                chunks.push_back(chunk);
            }
            auto replaced = documents.replaceChunks(tx, DocumentId{id}, chunks, clock.nowMs());
            return replaced ? documents.raiseIndexVersion(tx) : fail(replaced.error());
        };
        must(write(job));
    }

    void remove(const std::string& id)
    {
        must(write([&](server::store::Transaction& tx) -> Result<void> {
            auto removed = server::store::DocumentRepository().remove(tx, DocumentId{id});
            return removed ? server::store::DocumentRepository().raiseIndexVersion(tx)
                           : fail(removed.error());
        }));
    }

    void request()
    {
        must(write([&](server::store::Transaction& tx) { return jobs.request(tx, tenant); }));
    }

    /// Does the oldest job that is due, as a worker of the queue would. @return none when there is none
    std::optional<Result<void>> doJob()
    {
        const server::store::JobRepository repository;
        auto claimed = must(write([&](server::store::Transaction& tx) {
            return repository.claim(tx, "node-1", clock.nowMs(), clock.nowMs() + 60'000);
        }));
        if (!claimed) {
            return std::nullopt;
        }
        auto done = run(jobs.run(tenant, *claimed));
        must(write([&](server::store::Transaction& tx) {
            return done ? repository.finish(tx, *claimed, clock.nowMs())
                        : repository.failed(tx, *claimed, done.error().message, clock.nowMs(), clock.nowMs());
        }));
        return done;
    }

    /// Asks for the vectors and does all jobs. @return how many
    int embedAll()
    {
        request();
        int done = 0;
        while (const auto outcome = doJob()) {
            must(*outcome);
            ++done;
        }
        return done;
    }

    server::store::EmbeddingState state()
    {
        return must(read(
            [&](server::store::ReadTransaction& tx) { return server::store::VectorRepository().state(tx); }));
    }

    std::int64_t vectors(const std::string& embedder)
    {
        return must(read([&](server::store::ReadTransaction& tx) {
                   return server::store::VectorRepository().counts(tx, embedder);
               }))
            .embedded;
    }

    std::vector<server::knowledge::Hit> search(const std::string& query, bool includeInternal = false)
    {
        server::knowledge::SearchOptions options;
        options.includeInternal = includeInternal;
        return must(run(library.searchNewest(tenant, query, options, server::runtime::Budget()))).hits;
    }

    /// The texts found, best first, a bar between them.
    std::string found(const std::string& query, bool includeInternal = false)
    {
        std::string all;
        for (const auto& hit : search(query, includeInternal)) {
            all += (all.empty() ? "" : "|") + hit.text;
        }
        return all;
    }

    server::runtime::WorkerPool cpu{{"cpu", 1, 64, {}}};
    server::jobs::Queue queue{database, clock, "node-1", io.get_executor(), {}, [](auto, auto) {}};
    server::knowledge::Embedders embedders;
    server::knowledge::DenseSearch dense;
    server::knowledge::EmbeddingJobs jobs;
    server::knowledge::Library library;
};

} // namespace parley::test
