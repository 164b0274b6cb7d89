// SPDX-License-Identifier: MIT
#include "server/knowledge/document_reading.h"

#include "server/knowledge/document_title.h"
#include "server/nlp/language.h"
#include "server/nlp/tokens.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace parley::server::knowledge {

namespace {

/// Raised whenever the same file may give other blocks, or the state is written in another form.
constexpr int kStateVersion = 1;
constexpr std::size_t kSampleBytes = 4096;
/// A page with more passages than this is staged before its end, so that no page can fill the memory.
constexpr std::size_t kMostReady = 512;
/// Reading is nearly all of the work; the swap makes it whole.
constexpr double kReadShare = 0.98;
/// Near-duplicates are told of from here on.
constexpr double kSimilar = 0.8;
constexpr int kMostCompared = 200;
constexpr int kStagedPage = 500;
constexpr std::size_t kMostSimilar = 10;

Error cancelled()
{
    Error error;
    error.code = ErrorCode::Cancelled;
    error.message = "The reading was interrupted.";
    return error;
}

Error noText()
{
    Error error;
    error.code = ErrorCode::InvalidArgument;
    error.message = "The document has no text to read.";
    return error;
}

} // namespace

DocumentReading::DocumentReading(const ReadingServices& services,
                                 const ReadingPace& pace,
                                 TenantId tenant,
                                 store::JobRow job)
    : m_services(services),
      m_pace(pace),
      m_tenant(std::move(tenant)),
      m_job(std::move(job)),
      m_id(m_job.subject),
      m_stop(services.stops.watch(m_id)),
      m_committed(std::chrono::steady_clock::now()),
      m_renewed(m_committed),
      m_asked(m_committed)
{}

Result<void> DocumentReading::run()
{
    auto begun = begin();
    if (!begun || !*begun) {
        return begun ? Result<void>() : Result<void>(fail(std::move(begun).error()));
    }
    if (auto read = readFile(); !read) {
        return read;
    }
    m_chunker.finish();
    if (m_chunker.nextOrdinal() == 0) {
        return fail(noText());
    }
    // What was finished last is staged without a state: going on from here would finish it once more.
    if (!commit(false)) {
        return fail(*m_failure);
    }
    prepareIndex();
    return publish();
}

/// @return false: there is nothing to do
Result<bool> DocumentReading::begin()
{
    auto job = [&](store::Transaction& tx) -> Result<bool> {
        auto state = m_readings.begin(tx, m_id);
        if (!state || !*state) {
            return state ? Result<bool>(false) : Result<bool>(fail(std::move(state).error()));
        }
        auto row = m_documents.find(tx, m_id);
        if (!row || !*row) {
            return row ? Result<bool>(false) : Result<bool>(fail(std::move(row).error()));
        }
        m_row = std::move(**row);
        m_chunker = ChunkBuilder(m_row.title);
        const std::int64_t from = resume(**state) ? m_chunker.nextOrdinal() : 0;
        auto rewound = m_readings.rewind(tx, m_id, from);
        return rewound ? Result<bool>(true) : Result<bool>(fail(std::move(rewound).error()));
    };
    return m_services.database.transactNow(store::Scope::of(m_tenant), job);
}

bool DocumentReading::resume(const std::string& state)
{
    const auto json = nlohmann::json::parse(state, nullptr, false);
    if (!json.is_object() || json.value("version", 0) != kStateVersion) {
        return false;
    }
    ChunkBuilder chunker(m_row.title);
    TextSketch sketch;
    if (!chunker.restore(json.value("chunker", nlohmann::json())) ||
        !sketch.restore(json.value("sketch", nlohmann::json())) || chunker.nextOrdinal() == 0) {
        return false;
    }
    m_chunker = std::move(chunker);
    m_sketch = sketch;
    m_page = json.value("page", std::int64_t{0});
    m_pages = json.value("pages", std::int64_t{0});
    m_skip = json.value("blocks", std::int64_t{0});
    m_bytes = json.value("bytes", std::uint64_t{0});
    m_sample = json.value("sample", std::string());
    return true;
}

std::string DocumentReading::state() const
{
    const nlohmann::json json = {{"version", kStateVersion},
                                 {"page", m_page},
                                 {"pages", m_pages},
                                 {"blocks", m_page > 0 ? 0 : m_blocks},
                                 {"bytes", m_bytes},
                                 {"sample", m_sample},
                                 {"chunker", m_chunker.state()},
                                 {"sketch", m_sketch.state()}};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<void> DocumentReading::readFile()
{
    if (m_pages > 0 && m_page >= m_pages) {
        return {}; // an earlier attempt had come to the end
    }
    const bool isResumed = m_page > 0;
    const auto path = m_services.blobs.path(m_tenant, m_row.blobKey);
    if (!path) {
        return fail(path.error());
    }
    auto block = [this](const Block& each) { return onBlock(each); };
    auto progress = [this](const ExtractionProgress& each) { return onProgress(each); };
    auto tick = [this] { return onTick(); };
    auto read =
        m_services.reader.read(*path, m_row.contentType, static_cast<int>(m_page) + 1, block, progress, tick);
    if (m_failure) {
        return fail(*m_failure);
    }
    if (read) {
        m_pages = read->pages;
        m_warnings = std::move(read->warnings);
        m_title = m_row.title == m_row.source ? sensibleTitle(read->title) : std::string();
        return {};
    }
    const std::string& problem = read.error().problem;
    if (isResumed && (problem == "document_empty" || problem == "document_scanned")) {
        return {}; // only the pages that were left are without text
    }
    return fail(std::move(read).error());
}

bool DocumentReading::onBlock(const Block& block)
{
    if (!mayGoOn()) {
        return false;
    }
    if (block.page == 0 && ++m_blocks <= m_skip) {
        return true;
    }
    m_bytes += block.text.size();
    if (m_sample.size() < kSampleBytes) {
        m_sample += block.text + "\n";
    }
    m_sketch.add(block.text);
    m_chunker.add(block);
    if (block.page == 0) {
        return !isDue() || commit(true);
    }
    return m_chunker.ready().size() < kMostReady || commit(false);
}

bool DocumentReading::onProgress(const ExtractionProgress& progress)
{
    if (!mayGoOn()) {
        return false;
    }
    if (progress.page <= m_page) {
        return true;
    }
    m_page = progress.page;
    m_pages = progress.pages;
    return !isDue() || commit(true);
}

/// A page may take long: meanwhile whoever stops the reading is heard, and the lease kept.
bool DocumentReading::onTick()
{
    if (!mayGoOn()) {
        return false;
    }
    const auto now = std::chrono::steady_clock::now();
    if (now - m_renewed < std::chrono::milliseconds(m_pace.leaseMs / 4)) {
        return true;
    }
    auto job = [&](store::Transaction& tx) {
        return m_jobs.renew(tx, m_job, m_services.clock.nowMs() + m_pace.leaseMs);
    };
    auto isMine = m_services.database.transactNow(store::Scope::of(m_tenant), job);
    if (isMine && !*isMine) {
        m_failure = cancelled();
        return false;
    }
    if (isMine) {
        m_renewed = now; // otherwise the next tick tries again
    }
    return true;
}

bool DocumentReading::isDue() const
{
    return m_chunker.ready().size() >= m_pace.chunks ||
           std::chrono::steady_clock::now() - m_committed >= m_pace.interval;
}

/// Whether anybody still wants the document.
bool DocumentReading::mayGoOn()
{
    const auto now = std::chrono::steady_clock::now();
    if (!*m_stop && now - m_asked >= m_pace.poll) {
        m_asked = now;
        auto job = [&](store::ReadTransaction& tx) { return m_documents.find(tx, m_id); };
        auto row = m_services.database.readNow(store::Scope::of(m_tenant), job);
        // What cannot be asked now is asked again; the next transaction decides at the latest.
        if (row && (!*row || (*row)->status != "processing")) {
            m_failure = cancelled();
        }
    } else if (*m_stop) {
        m_failure = cancelled();
    }
    return !m_failure;
}

/// Stages what is ready. @param isResumable  all blocks up to here, and no other, are in the state
bool DocumentReading::commit(bool isResumable)
{
    std::vector<store::ChunkRow> rows;
    store::ReadingProgress progress;
    progress.page = m_page;
    progress.pages = m_pages > 0 ? std::optional(m_pages) : std::nullopt;
    progress.progress = fraction();
    progress.state = isResumable ? state() : std::string();
    for (Chunk& chunk : m_chunker.take()) {
        store::ChunkRow row;
        row.id = m_services.ids.make<ChunkId>();
        row.ordinal = chunk.ordinal;
        row.headings = std::move(chunk.headings);
        row.text = std::move(chunk.text);
        row.page = chunk.page > 0 ? std::optional<std::int64_t>(chunk.page) : std::nullopt;
        rows.push_back(std::move(row));
    }
    auto job = [&](store::Transaction& tx) -> Result<bool> {
        auto isMine = m_jobs.renew(tx, m_job, m_services.clock.nowMs() + m_pace.leaseMs);
        return isMine && *isMine ? m_readings.stage(tx, m_id, rows, progress) : isMine;
    };
    auto staged = m_services.database.transactNow(store::Scope::of(m_tenant), job);
    if (!staged || !*staged) {
        m_failure = staged ? cancelled() : std::move(staged).error();
        return false;
    }
    m_committed = std::chrono::steady_clock::now();
    m_renewed = m_committed;
    return true;
}

double DocumentReading::fraction() const
{
    if (m_pages > 0) {
        return kReadShare * static_cast<double>(m_page) / static_cast<double>(m_pages);
    }
    // Text is never much longer than its file.
    const double bytes = static_cast<double>(std::max<std::int64_t>(1, m_row.bytes));
    return kReadShare * std::min(1.0, static_cast<double>(m_bytes) / bytes);
}

std::string DocumentReading::language() const
{
    const nlp::LanguageGuess guess = nlp::guessLanguage(nlp::tokenize(m_sample));
    const bool isKnown = guess.share > 0 && guess.language != nlp::Language::Other;
    return isKnown ? std::string(nlp::languageCode(guess.language)) : std::string();
}

Result<void> DocumentReading::findSimilar(store::ReadDocument& read)
{
    read.sketch = m_sketch.text();
    read.bands = m_sketch.bands();
    auto job = [&](store::ReadTransaction& tx) {
        return m_readings.sharingBands(tx, m_id, read.bands, kMostCompared);
    };
    auto candidates = m_services.database.readNow(store::Scope::of(m_tenant), job);
    if (!candidates) {
        return fail(std::move(candidates).error());
    }
    for (const store::SketchedDocument& other : *candidates) {
        const double similarity = TextSketch::similarity(read.sketch, other.sketch);
        if (similarity >= kSimilar && other.id != m_row.duplicateOf) {
            read.similarTo.push_back({other.id, std::round(similarity * 1000) / 1000, other.title});
        }
    }
    std::stable_sort(read.similarTo.begin(), read.similarTo.end(), [](const auto& left, const auto& right) {
        return left.similarity > right.similarity;
    });
    read.similarTo.resize(std::min(read.similarTo.size(), kMostSimilar));
    if (!read.similarTo.empty()) {
        read.warnings.push_back("Its text is nearly the same as that of \"" + read.similarTo.front().title +
                                "\".");
    }
    return {};
}

/// What fails here is made up for by the first who asks.
void DocumentReading::prepareIndex()
{
    if (m_services.library == nullptr) {
        return;
    }
    IndexedDocument document;
    document.id = m_id;
    document.title = m_title.empty() ? m_row.title : m_title;
    document.internal = m_row.visibility == "internal";
    std::int64_t last = -1;
    for (bool isWhole = false; !isWhole;) {
        auto job = [&](store::ReadTransaction& tx) { return m_readings.staged(tx, m_id, last, kStagedPage); };
        auto page = m_services.database.readNow(store::Scope::of(m_tenant), job);
        if (!page) {
            return;
        }
        isWhole = page->size() < static_cast<std::size_t>(kStagedPage);
        for (store::ChunkRow& chunk : *page) {
            last = chunk.ordinal;
            document.chunks.push_back(indexedChunk(std::move(chunk)));
        }
    }
    m_services.library->prepare(m_tenant, std::move(document), last);
}

Result<void> DocumentReading::publish()
{
    store::ReadDocument read;
    read.pages = m_pages > 0 ? std::optional(m_pages) : std::nullopt;
    read.language = language();
    read.title = m_title;
    read.warnings = std::move(m_warnings);
    if (auto found = findSimilar(read); !found) {
        return found;
    }
    auto job = [&](store::Transaction& tx) -> Result<bool> {
        const std::int64_t now = m_services.clock.nowMs();
        auto isMine = m_jobs.renew(tx, m_job, now + m_pace.leaseMs);
        if (!isMine || !*isMine) {
            return isMine;
        }
        auto published = m_readings.publish(tx, m_id, read, now);
        if (!published || !*published) {
            return published;
        }
        auto raised = m_documents.raiseIndexVersion(tx);
        return raised ? published : Result<bool>(fail(std::move(raised).error()));
    };
    auto published = m_services.database.transactNow(store::Scope::of(m_tenant), job);
    if (!published) {
        return fail(std::move(published).error());
    }
    return *published ? Result<void>() : Result<void>(fail(cancelled()));
}

} // namespace parley::server::knowledge
