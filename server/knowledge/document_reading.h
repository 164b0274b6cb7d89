// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/chunker.h"
#include "server/knowledge/document_reader.h"
#include "server/knowledge/library.h"
#include "server/knowledge/reading_stops.h"
#include "server/knowledge/text_sketch.h"
#include "server/store/blobs.h"
#include "server/store/database.h"
#include "server/store/document_reading_repository.h"
#include "server/store/job_repository.h"
#include "shared/core/clock.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace parley::server::knowledge {

/// How often a reading writes down what it has.
struct ReadingPace {
    /// Passages in one transaction; many more never wait in memory.
    std::size_t chunks = 64;
    /// Progress is told at least this often.
    std::chrono::milliseconds interval{500};
    /// How often the database is asked whether the document is still wanted.
    std::chrono::milliseconds poll{200};
    /// The job's lease from each transaction on.
    std::int64_t leaseMs = 10 * 60 * 1000;
};

/// What readings work with. All outlive them.
struct ReadingServices {
    store::Database& database;
    const store::Blobs& blobs;
    const DocumentReader& reader;
    ReadingStops& stops;
    const Clock& clock;
    IdSource& ids;
    /// Is told of the passages before they are published; null: reads them from the store when it is asked.
    Library* library = nullptr;
};

/// One attempt to read one document: from the file to passages that answer. New passages are staged batch by
/// batch with the progress, each transaction renews the job's lease and fails when another attempt has it;
/// the last one swaps all passages. After a crash it goes on behind the last page (or, in a format without
/// pages, the last block) that was written, in the very state it had there, so that the passages are those of
/// an undisturbed reading. What it holds in memory does not grow with the document. @thread one, which it
/// blocks
class DocumentReading {
public:
    DocumentReading(const ReadingServices& services,
                    const ReadingPace& pace,
                    TenantId tenant,
                    store::JobRow job);

    /// @errors Cancelled not wanted any more, or the daemon ends; NotFound the file has gone; InvalidArgument
    /// nothing to read in it; those of the reader; Storage
    Result<void> run();

private:
    Result<bool> begin();
    bool resume(const std::string& state);
    Result<void> readFile();
    bool onBlock(const Block& block);
    bool onProgress(const ExtractionProgress& progress);
    bool onTick();
    bool mayGoOn();
    [[nodiscard]] bool isDue() const;
    bool commit(bool isResumable);
    [[nodiscard]] std::string state() const;
    [[nodiscard]] double fraction() const;
    void prepareIndex();
    Result<void> publish();
    Result<void> findSimilar(store::ReadDocument& read);
    [[nodiscard]] std::string language() const;

    ReadingServices m_services;
    ReadingPace m_pace;
    TenantId m_tenant;
    store::JobRow m_job;
    DocumentId m_id;
    ReadingStops::Flag m_stop;
    store::DocumentRepository m_documents;
    store::DocumentReadingRepository m_readings;
    store::JobRepository m_jobs;

    store::DocumentRow m_row;
    ChunkBuilder m_chunker;
    TextSketch m_sketch;
    std::string m_sample; ///< the beginning of the text, to tell its language by
    std::vector<std::string> m_warnings;
    std::string m_title; ///< the document's own, where it was given none; may be empty
    std::int64_t m_page = 0;
    std::int64_t m_pages = 0;
    std::int64_t m_blocks = 0; ///< seen, in a format without pages
    std::int64_t m_skip = 0;   ///< of them, read by an earlier attempt
    std::uint64_t m_bytes = 0; ///< of text
    std::chrono::steady_clock::time_point m_committed;
    std::chrono::steady_clock::time_point m_renewed; ///< the job's lease
    std::chrono::steady_clock::time_point m_asked;
    std::optional<Error> m_failure; ///< why a sink said stop
};

} // namespace parley::server::knowledge
