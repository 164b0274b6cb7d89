// SPDX-License-Identifier: MIT
#include "server/cache/semantic_cache.h"

#include "server/cache/cacheability.h"
#include "server/desk/views.h"
#include "server/security/digest.h"
#include "server/store/tenant_state_repository.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <set>

namespace parley::server::cache {

namespace {

constexpr int kPage = 2'000;
/// A lookup after a start reads a part and goes on with what is there; the following ones read the rest.
constexpr std::size_t kPagesOfLookup = 1;
constexpr std::size_t kAllPages = 1'000;
constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kPruneEvery = 128;
/// What a person's answer replaces, and the least that a tenant's own threshold may be.
constexpr double kSameQuestion = 0.9;
/// Nearer than this it is worth telling why it was refused.
constexpr double kNear = 0.5;
constexpr std::size_t kMostWasted = 10'000;
/// No version at all.
constexpr std::int64_t kUnknown = -1;
constexpr std::int64_t kForEver = std::numeric_limits<std::int64_t>::max();

proto::Citation citationOf(const nlohmann::json& json)
{
    proto::Citation citation;
    citation.documentId = json.value("document_id", std::string());
    citation.title = json.value("title", std::string());
    citation.snippet = json.value("snippet", std::string());
    citation.score = json.value("score", 0.0);
    const auto page = json.find("page");
    if (page != json.end() && page->is_number_integer()) {
        citation.page = page->get<std::int64_t>();
    }
    return citation;
}

CachedAnswer answerOf(const store::CacheEntryRow& row, double probability, bool isExact)
{
    CachedAnswer answer;
    answer.id = row.id;
    answer.question = row.question;
    answer.text = row.answer;
    answer.agent = row.agent;
    answer.category = row.category;
    answer.isHuman = !row.authorId.empty();
    answer.isExact = isExact;
    answer.probability = probability;
    answer.confidence = row.confidence;
    // Only this program writes them.
    const auto citations = nlohmann::json::parse(row.citations, nullptr, false);
    if (citations.is_array()) {
        for (const auto& each : citations) {
            answer.citations.push_back(citationOf(each));
        }
    }
    return answer;
}

/// What agents wrote under another configuration is not what they would write now.
bool isCurrent(const store::CacheEntryRow& row, const CacheQuestion& question)
{
    return !row.authorId.empty() || row.configVersion == question.configVersion;
}

} // namespace

std::string questionKey(std::string_view question)
{
    return security::digestHex(security::sha256(exactKey(question)));
}

CacheMetrics CacheMetrics::of(telemetry::Metrics& metrics)
{
    const auto hits = [&](const char* kind) {
        return metrics.counter("parley_cache_hits_total", "Answers taken from the cache", {{"kind", kind}});
    };
    CacheMetrics counters;
    counters.exactHits = hits("exact");
    counters.similarHits = hits("similar");
    counters.misses = metrics.counter("parley_cache_misses_total", "Questions that the cache did not answer");
    counters.refusals =
        metrics.counter("parley_cache_refusals_total", "Questions and answers that are no one else's");
    counters.kept = metrics.counter("parley_cache_kept_total", "Answers kept to be given again");
    counters.wrongHits =
        metrics.counter("parley_cache_wrong_hits_total", "Cached answers that customers called wrong");
    return counters;
}

SemanticCache::SemanticCache(
    store::Database& database, const Clock& clock, IdSource& ids, CacheMetrics metrics, std::size_t maxOpen)
    : m_database(database), m_clock(clock), m_ids(ids), m_metrics(std::move(metrics)), m_maxOpen(maxOpen)
{}

SemanticCache::QuestionsPtr SemanticCache::questionsOf(const TenantId& tenant)
{
    const std::lock_guard lock(m_mutex);
    QuestionsPtr& kept = m_open[tenant.value];
    if (!kept) {
        kept = std::make_shared<Questions>();
    }
    const QuestionsPtr questions = kept; // evicting may move the map's own
    questions->lastUse = ++m_uses;
    while (m_open.size() > m_maxOpen) {
        m_open.erase(std::min_element(m_open.begin(), m_open.end(), [](const auto& a, const auto& b) {
            return a.second->lastUse < b.second->lastUse;
        }));
    }
    return questions;
}

void SemanticCache::forget(const TenantId& tenant)
{
    const std::lock_guard lock(m_mutex);
    m_forgottenMs = std::max(m_forgottenMs.load(), m_clock.nowMs());
    m_open.erase(tenant.value);
}

Result<std::int64_t>
SemanticCache::bringUp(store::ReadTransaction& tx, Questions& questions, std::size_t mostPages) const
{
    auto totals = m_entries.totals(tx);
    if (!totals) {
        return fail(std::move(totals).error());
    }
    if (questions.index.wasted() > kMostWasted) {
        questions.index = QuestionIndex();
        questions.version = 0;
    }
    for (std::size_t i = 0; i < mostPages && questions.version < totals->version; ++i) {
        auto page = m_entries.questionsAfter(tx, questions.version, kPage);
        if (!page) {
            return fail(std::move(page).error());
        }
        for (const store::CachedQuestion& each : *page) {
            questions.index.add(each.id, each.question, each.isHuman, each.seq);
        }
        const bool isLast = page->size() < static_cast<std::size_t>(kPage);
        questions.version = isLast ? totals->version : page->back().seq;
    }
    return totals->version;
}

void SemanticCache::count(const FoundBefore& found) const
{
    if (found.isRefused) {
        m_metrics.refusals.add();
    }
    if (!found.lookup.answer) {
        m_metrics.misses.add();
    } else {
        (found.lookup.answer->isExact ? m_metrics.exactHits : m_metrics.similarHits).add();
    }
}

std::optional<LookupVersions> SemanticCache::answeredAt(const TenantId& tenant, const std::string& text) const
{
    QuestionsPtr questions;
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_open.find(tenant.value);
        if (known == m_open.end()) {
            return std::nullopt;
        }
        questions = known->second;
    }
    return questions->recent.answeredAt(text);
}

boost::asio::awaitable<Result<CacheLookup>>
SemanticCache::find(TenantId tenant, CacheQuestion question, runtime::Budget)
{
    const QuestionsPtr questions = questionsOf(tenant);
    const LookupVersions asked{question.configVersion,
                               question.indexVersion,
                               question.cacheVersion.value_or(kUnknown)};
    if (question.cacheVersion) {
        const auto known = questions->recent.find(question.text, asked, question.threshold, m_clock.nowMs());
        if (known) {
            count(*known);
            co_return known->lookup;
        }
    }
    if (question.isFromMemory) {
        co_return CacheLookup();
    }
    FoundBefore found;
    found.versions = asked;
    found.untilMs = kForEver;
    const QuestionReading reading = readQuestion(question.text);
    found.lookup.refusedBy = questionRefusal(question.text, reading, question.entities);
    found.isRefused = !found.lookup.refusedBy.empty();
    if (!found.isRefused) {
        auto job = [&](store::ReadTransaction& tx) { return findIn(tx, *questions, question, reading); };
        auto scope = store::Scope::of(tenant);
        auto read = co_await m_database.read(scope, job);
        if (!read) {
            co_return fail(std::move(read).error().in("cache.find"));
        }
        found = *std::move(read);
    }
    count(found);
    found.threshold = question.threshold;
    CacheLookup lookup = found.lookup;
    // What was read at other versions than the question's says nothing of the next one.
    // Nor is kept what a turn asks that began before something was forgotten: its customer may have gone.
    // `questions` from before that are nobody's any more; those from after it come with the new time.
    if (question.cacheVersion && found.versions == asked && question.begunMs > m_forgottenMs) {
        questions->recent.put(question.text, std::move(found));
    }
    co_return lookup;
}

Result<FoundBefore> SemanticCache::findIn(store::ReadTransaction& tx,
                                          Questions& questions,
                                          const CacheQuestion& question,
                                          const QuestionReading& reading) const
{
    auto exact = m_entries.validByKey(tx, questionKey(question.text), m_clock.nowMs());
    if (!exact) {
        return fail(std::move(exact).error());
    }
    if (!*exact || !isCurrent(**exact, question)) {
        return similarIn(tx, questions, question, reading);
    }
    FoundBefore found;
    found.lookup.answer = answerOf(**exact, 1, true);
    found.untilMs = (*exact)->expiresMs;
    if (question.cacheVersion) {
        auto versions = store::TenantStateRepository().versions(tx);
        if (!versions) {
            return fail(std::move(versions).error());
        }
        found.versions = {question.configVersion, versions->index, versions->cache};
    }
    return found;
}

Result<FoundBefore> SemanticCache::similarIn(store::ReadTransaction& tx,
                                             Questions& questions,
                                             const CacheQuestion& question,
                                             const QuestionReading& reading) const
{
    FoundBefore found;
    found.untilMs = kForEver;
    CacheLookup& lookup = found.lookup;
    auto versions = store::TenantStateRepository().versions(tx);
    if (!versions) {
        return fail(std::move(versions).error());
    }
    const std::lock_guard lock(questions.mutex);
    auto seen = bringUp(tx, questions, kPagesOfLookup);
    if (!seen) {
        return fail(std::move(seen).error());
    }
    // As long as questions are still being read there may be a better one.
    const bool isWhole = *seen == questions.version;
    found.versions = {question.configVersion, versions->index, isWhole ? versions->cache : kUnknown};
    for (const IndexedMatch& match : questions.index.agreeing(reading, question.threshold)) {
        auto rows = m_entries.valid(tx, {match.id}, m_clock.nowMs());
        if (!rows) {
            return fail(std::move(rows).error());
        }
        if (rows->empty()) {
            lookup.refusedBy = "stale";
            if (isWhole) {
                questions.index.remove(match.id);
            }
        } else if (isCurrent(rows->front(), question)) {
            lookup.answer = answerOf(rows->front(), match.match.probability, false);
            found.untilMs = rows->front().expiresMs;
            return found;
        } else {
            lookup.refusedBy = "stale";
        }
    }
    if (const auto nearest = questions.index.nearest(reading); nearest && nearest->match.overlap >= kNear) {
        lookup.nearest = nearest->question;
        lookup.probability = nearest->match.probability;
        lookup.overlap = nearest->match.overlap;
        if (lookup.refusedBy.empty()) {
            const bool agrees = nearest->match.disagreement == Disagreement::None;
            lookup.refusedBy = agrees ? "probability" : disagreementName(nearest->match.disagreement);
        }
    }
    return found;
}

std::string SemanticCache::refusal(const CacheEntry& entry) const
{
    if (entry.text.empty()) {
        return "no_answer";
    }
    std::string why = questionRefusal(entry.question, readQuestion(entry.question), entry.entities);
    if (!why.empty()) {
        return why;
    }
    // What agents write stands on documents for everybody; a person may write anything.
    if (!entry.author.empty()) {
        return answerRefusal(entry.text);
    }
    return entry.citations.empty() ? "no_source" : std::string();
}

Result<std::string> SemanticCache::sourcesOf(store::Transaction& tx,
                                             const CacheEntry& entry,
                                             std::vector<store::CacheSourceRow>& sources) const
{
    std::set<std::string> seen;
    for (const proto::Citation& citation : entry.citations) {
        if (!seen.insert(citation.documentId).second) {
            continue;
        }
        auto document = m_documents.find(tx, DocumentId{citation.documentId});
        if (!document) {
            return fail(std::move(document).error());
        }
        if (!*document) {
            return std::string("source_gone");
        }
        if ((*document)->visibility != "public") {
            return std::string("internal_source");
        }
        sources.push_back({(*document)->id, (*document)->updatedMs});
    }
    return std::string();
}

/// A person's answer takes the place of whatever was said to the same question in other words.
Result<void>
SemanticCache::forgetSimilar(store::Transaction& tx, const TenantId& tenant, const CacheEntry& entry)
{
    const QuestionsPtr questions = questionsOf(tenant);
    const std::lock_guard lock(questions->mutex);
    const std::int64_t before = questions->version;
    if (auto brought = bringUp(tx, *questions, kAllPages); !brought) {
        return fail(std::move(brought).error());
    }
    // What this transaction sees may never be committed: it is read again.
    questions->version = std::min(questions->version, before);
    for (const IndexedMatch& match : questions->index.agreeing(readQuestion(entry.question), kSameQuestion)) {
        // What a resolution replaces comes back when it is undone.
        auto gone = entry.ticket.isEmpty() ? m_entries.remove(tx, match.id)
                                           : m_entries.retire(tx, match.id, entry.ticket, m_clock.nowMs());
        if (!gone) {
            return fail(std::move(gone).error());
        }
    }
    return {};
}

Result<std::string> SemanticCache::keep(store::Transaction& tx,
                                        const TenantId& tenant,
                                        const CacheEntry& entry,
                                        std::int64_t nowMs)
{
    std::string why = refusal(entry);
    std::vector<store::CacheSourceRow> sources;
    if (why.empty()) {
        auto checked = sourcesOf(tx, entry, sources);
        if (!checked) {
            return checked;
        }
        why = *std::move(checked);
    }
    if (!why.empty()) {
        m_metrics.refusals.add();
        return why;
    }
    store::CacheEntryRow row;
    row.questionKey = questionKey(entry.question);
    auto known = m_entries.validByKey(tx, row.questionKey, nowMs);
    auto versions = store::TenantStateRepository().versions(tx);
    if (!known || !versions) {
        return fail(!known ? known.error() : versions.error());
    }
    if (entry.author.empty() && *known && !(*known)->authorId.empty()) {
        return std::string("a_person_answered_it");
    }
    if (!entry.author.empty()) {
        if (auto forgotten = forgetSimilar(tx, tenant, entry); !forgotten) {
            return fail(std::move(forgotten).error());
        }
    }
    row.id = m_ids.next();
    row.question = entry.question;
    row.locale = entry.locale;
    row.answer = entry.text;
    row.agent = entry.agent;
    row.category = entry.category;
    row.confidence = entry.confidence;
    row.citations = entry.citations.empty() ? std::string() : desk::citationsText(entry.citations);
    row.authorId = entry.author;
    row.authorName = entry.authorName;
    row.conversation = entry.conversation;
    row.ticket = entry.ticket;
    row.configVersion = versions->config;
    row.tokens = entry.tokens;
    row.durationMs = entry.durationMs;
    row.createdMs = nowMs;
    row.expiresMs = nowMs + entry.ttlDays * kDayMs;
    if (auto put = m_entries.put(tx, row, sources); !put) {
        return fail(std::move(put).error());
    }
    auto totals = m_entries.totals(tx);
    if (!totals) {
        return fail(std::move(totals).error());
    }
    if (totals->version % kPruneEvery == 0) {
        if (auto pruned = m_entries.prune(tx, nowMs, kMostEntries); !pruned) {
            return fail(std::move(pruned).error());
        }
    }
    tx.afterCommit([kept = m_metrics.kept] { kept.add(); });
    return std::string();
}

Result<void> SemanticCache::served(store::Transaction& tx,
                                   const std::string& entry,
                                   const MessageId& reply,
                                   const ConversationId& conversation,
                                   std::int64_t nowMs)
{
    return m_entries.served(tx, entry, reply, conversation, nowMs);
}

} // namespace parley::server::cache
