// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/documents.h"
#include "server/knowledge/extract/html_text.h"
#include "server/knowledge/extract/markdown_text.h"
#include "server/knowledge/extract/plain_text.h"
#include "server/knowledge/ingestion.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace parley::test {

/// Reads Markdown, HTML and text in this process; what is said to be a PDF is Markdown with a form feed
/// between pages. Can be told to do something before a block is handed over, or to fail.
class FakeReader final : public server::knowledge::DocumentReader {
public:
    Result<server::knowledge::ExtractionSummary> read(const std::filesystem::path& file,
                                                      const std::string& contentType,
                                                      int firstPage,
                                                      const BlockSink& onBlock,
                                                      const ProgressSink& onProgress,
                                                      const TickSink& onTick) const override
    {
        firstPages.push_back(firstPage);
        if (failure) {
            return fail(*failure);
        }
        for (int tick = 1; tick <= silentTicks; ++tick) {
            if (beforeTick) {
                beforeTick(tick);
            }
            if (!onTick()) {
                return fail(ErrorCode::Cancelled, "A sink said stop.");
            }
        }
        std::ifstream in(file, std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        std::vector<std::string> pages;
        const bool isPaged = contentType == "application/pdf";
        for (std::size_t at = 0; isPaged && at != std::string::npos;) {
            const std::size_t end = bytes.find('\f', at);
            pages.push_back(bytes.substr(at, end == std::string::npos ? end : end - at));
            at = end == std::string::npos ? end : end + 1;
        }
        server::knowledge::ExtractionSummary summary;
        summary.pages = static_cast<int>(pages.size());
        summary.warnings = warnings;
        summary.title = title;
        if (!isPaged) {
            pages.push_back(std::move(bytes));
        }
        int handed = 0;
        for (int page = 1; page <= static_cast<int>(pages.size()); ++page) {
            if (isPaged && page < firstPage) {
                continue;
            }
            for (server::knowledge::Block block :
                 blocksOf(pages[static_cast<std::size_t>(page - 1)], contentType)) {
                block.page = isPaged ? page : 0;
                if (beforeBlock) {
                    beforeBlock(page, ++handed);
                }
                if (!onBlock(block)) {
                    return fail(ErrorCode::Cancelled, "A sink said stop.");
                }
            }
            if (!onProgress({isPaged ? page : 0, summary.pages})) {
                return fail(ErrorCode::Cancelled, "A sink said stop.");
            }
        }
        return summary;
    }

    std::optional<Error> failure;
    std::vector<std::string> warnings;
    std::string title;
    std::function<void(int page, int block)> beforeBlock;
    /// It says nothing for so long before it begins.
    int silentTicks = 0;
    std::function<void(int tick)> beforeTick;
    mutable std::vector<int> firstPages;

private:
    static std::vector<server::knowledge::Block> blocksOf(const std::string& bytes,
                                                          const std::string& contentType)
    {
        if (contentType == "text/html") {
            return server::knowledge::extractHtml(bytes).blocks;
        }
        return contentType == "text/plain" ? server::knowledge::extractPlainText(bytes).blocks
                                           : server::knowledge::extractMarkdown(bytes).blocks;
    }
};

/// The documents of one tenant; the queue stands still, the test does its jobs.
struct IngestionWorld : DeskWorld {
    IngestionWorld(server::store::Database& db, const TenantId& owner) : DeskWorld(db, owner) {}

    Result<server::knowledge::AddedDocument>
    add(const std::string& bytes, const std::string& type = "text/plain", const std::string& fileName = {})
    {
        server::knowledge::NewDocument wanted;
        wanted.title = fileName.empty() ? "A document" : fileName;
        wanted.source = fileName;
        wanted.bytes = bytes;
        wanted.contentType = type;
        return run(documents.add(tenant, wanted));
    }

    /// The job that is due next, as a worker gets it.
    std::optional<server::store::JobRow> claim()
    {
        return must(write([&](server::store::Transaction& tx) {
            return server::store::JobRepository().claim(tx, "node-1", clock.nowMs(), clock.nowMs() + 60'000);
        }));
    }

    server::store::JobRow jobOf(const DocumentId& id)
    {
        server::store::JobRow job;
        job.subject = id.value;
        return job;
    }

    /// Does what a worker of the queue does with the next job.
    Result<void> work()
    {
        auto job = claim();
        if (!job) {
            return fail(ErrorCode::NotFound, "There is no job.");
        }
        auto done = run(ingestion.run(tenant, *job));
        if (done) {
            must(write([&](server::store::Transaction& tx) {
                return server::store::JobRepository().finish(tx, *job, clock.nowMs());
            }));
        } else if (done.error().code != ErrorCode::Internal) {
            runCoroutine(io, ingestion.gaveUp(tenant, *job, done.error()));
        }
        return done;
    }

    /// Reads it, once more when that was done already.
    Result<void> ingest(const DocumentId& id)
    {
        if (row(id).status == "ready") {
            must(run(documents.retry(tenant, id)));
        }
        return work();
    }

    server::store::DocumentRow row(const DocumentId& id) { return must(run(documents.get(tenant, id))); }

    std::string texts(const DocumentId& id)
    {
        std::string all;
        for (const auto& chunk : must(run(documents.chunks(tenant, id, -1, 1000)))) {
            all += chunk.headings + "|" + chunk.text + "\n";
        }
        return all;
    }

    std::string pages(const DocumentId& id)
    {
        std::string all;
        for (const auto& chunk : must(run(documents.chunks(tenant, id, -1, 1000)))) {
            all += std::to_string(chunk.page.value_or(0)) + " ";
        }
        return all;
    }

    std::int64_t version()
    {
        return must(read([](server::store::ReadTransaction& tx) {
            return server::store::DocumentRepository().indexVersion(tx);
        }));
    }

    std::int64_t count(std::string_view table)
    {
        const std::string sql = "SELECT COUNT(*) FROM " + std::string(table);
        return must(read([&](server::store::ReadTransaction& tx) { return tx.query(sql); }))
            .front()
            .integer(0);
    }

    std::string jobStatuses()
    {
        std::string all;
        for (const auto& found : must(read([](server::store::ReadTransaction& tx) {
                 return tx.query("SELECT status FROM jobs ORDER BY id");
             }))) {
            all += found.text(0) + " ";
        }
        return all;
    }

    QTemporaryDir folder;
    server::store::Blobs blobs{folder.path().toStdString()};
    server::runtime::WorkerPool cpu{{"cpu", 1, 64, {}}};
    server::jobs::Queue queue{database, clock, "node-1", io.get_executor(), {}, [](auto, auto) {}};
    server::knowledge::Library library{database, cpu};
    server::knowledge::ReadingStops stops;
    FakeReader reader;
    server::knowledge::Documents documents{{database, blobs, cpu, cpu, queue, library, stops, clock, ids}};
    /// Writes down what it has at every passage, and asks at every block whether it should go on.
    server::knowledge::ReadingPace pace{1,
                                        std::chrono::milliseconds{0},
                                        std::chrono::milliseconds{0},
                                        60'000};
    server::runtime::WorkerPool reading{{"reading", 1, 64, {}}};
    server::knowledge::Ingestion ingestion{{database, blobs, reader, stops, clock, ids, &library},
                                           reading,
                                           pace};
};

/// A PDF of the fake reader: sections that begin and end anywhere on its pages.
inline std::string bookOf(int pages)
{
    std::string book;
    int sentence = 0;
    for (int page = 1; page <= pages; ++page) {
        book += page > 1 ? "\f" : "";
        for (int paragraph = 0; paragraph < 4; ++paragraph) {
            if ((page * 4 + paragraph) % 7 == 0) {
                book += "## Section " + std::to_string(page) + "\n\n";
            }
            for (int i = 0; i < 9; ++i) {
                book += "Sentence number " + std::to_string(++sentence) + " tells of the garden again. ";
            }
            book += "\n\n";
        }
    }
    return book;
}

} // namespace parley::test
