// SPDX-License-Identifier: MIT
#include "server/knowledge/knowledge_index.h"

#include "server/knowledge/passage_analysis.h"
#include "server/nlp/ngrams.h"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace parley::server::knowledge {
namespace {

// A tenant that replaces its documents again and again must not keep the old slots for ever.
constexpr std::size_t kSparseSlack = 1024;
// Enough of a document to tell its language.
constexpr std::size_t kLanguageSampleBytes = 4000;

nlp::Language languageOf(const IndexedDocument& document)
{
    std::string sample = document.title;
    for (const IndexedChunk& chunk : document.chunks) {
        if (sample.size() > kLanguageSampleBytes) {
            break;
        }
        sample += ' ' + chunk.text.substr(0, kLanguageSampleBytes);
    }
    return nlp::guessLanguage(nlp::tokenize(sample)).language;
}

} // namespace

KnowledgeIndex::KnowledgeIndex(IndexTuning tuning) : m_tuning(tuning) {}

Result<void> KnowledgeIndex::put(const IndexedDocument& document)
{
    const nlp::Language language = languageOf(document);
    std::vector<std::shared_ptr<const PassageAnalysis>> analyses; // before searches have to wait
    for (const IndexedChunk& chunk : document.chunks) {
        analyses.push_back(std::make_shared<const PassageAnalysis>(
            analysePassage(document.title, chunk.headings, chunk.text, language)));
    }
    const std::unique_lock lock(m_mutex);
    const auto old = m_documents.find(document.id.value);
    const std::size_t replaced = old == m_documents.end() ? 0 : old->second.slots.size();
    if (m_alive - replaced + document.chunks.size() > m_tuning.maxChunks) {
        return fail(ErrorCode::PayloadTooLarge, "The knowledge base is full.");
    }
    removeLocked(document.id);

    Document& entry = m_documents[document.id.value];
    entry.title = document.title;
    for (std::size_t i = 0; i < document.chunks.size(); ++i) {
        const auto slot = static_cast<std::uint32_t>(m_slots.size());
        m_slots.emplace_back().language = language;
        m_slots.back().analysis = std::move(analyses[i]);
        entry.slots.push_back(slot);
        addChunk(document, document.chunks[i], slot);
    }
    compactIfSparse();
    return {};
}

bool KnowledgeIndex::remove(const DocumentId& id)
{
    const std::unique_lock lock(m_mutex);
    const bool had = m_documents.contains(id.value);
    removeLocked(id);
    compactIfSparse();
    return had;
}

void KnowledgeIndex::clear()
{
    const std::unique_lock lock(m_mutex);
    m_documents.clear();
    m_slots.clear();
    m_alive = 0;
    m_headLength = 0;
    m_bodyLength = 0;
    m_languages.clear();
    m_stems.clear();
    m_words.clear();
    m_grams.clear();
}

std::size_t KnowledgeIndex::documentCount() const
{
    const std::shared_lock lock(m_mutex);
    return m_documents.size();
}

std::size_t KnowledgeIndex::chunkCount() const
{
    const std::shared_lock lock(m_mutex);
    return m_alive;
}

void KnowledgeIndex::addChunk(const IndexedDocument& document, const IndexedChunk& chunk, std::uint32_t slot)
{
    Slot& entry = m_slots[slot];
    entry.alive = true;
    entry.internal = document.internal;
    entry.document = document.id;
    entry.chunk = chunk;

    Counts stems;
    Counts words;
    const auto count = [&](std::string_view text, float Posting::*field, double weight) {
        for (nlp::Term& term : nlp::allTerms(text, entry.language)) {
            stems[std::move(term.stem)].*field += static_cast<float>(weight);
            words[std::move(term.word)].*field += static_cast<float>(weight);
        }
    };
    count(document.title, &Posting::head, 1);
    count(chunk.headings, &Posting::head, m_tuning.headingShare);
    count(chunk.text, &Posting::body, 1);
    indexStems(stems, entry, slot);
    indexWords(words, entry, slot);
    countGrams(entry, +1);

    ++m_alive;
    ++m_languages[entry.language];
    m_headLength += static_cast<double>(entry.length.head);
    m_bodyLength += static_cast<double>(entry.length.body);
}

void KnowledgeIndex::indexStems(const Counts& counts, Slot& entry, std::uint32_t slot)
{
    for (const auto& [stem, count] : counts) {
        const auto number = m_stems.intern(stem);
        m_stems.add(number, Posting{slot, count.head, count.body});
        entry.stems.push_back(number);
        entry.length.head += count.head;
        entry.length.body += count.body;
    }
}

void KnowledgeIndex::indexWords(const Counts& counts, Slot& entry, std::uint32_t slot)
{
    const auto damped = [](float count) { return count > 0 ? 1 + std::log(std::max(count, 1.0F)) : 0.0F; };
    std::vector<std::pair<std::uint64_t, FieldLengths>> vector;
    for (const auto& [word, count] : counts) {
        const std::size_t before = m_words.size();
        const auto number = m_words.intern(word);
        const bool isNew = m_words.size() > before;
        const Posting posting{slot, damped(count.head), damped(count.body)};
        m_words.add(number, posting);
        entry.words.push_back(number);
        std::vector<std::uint64_t> grams = nlp::wordNgrams(word);
        for (const std::uint64_t gram : grams) {
            vector.push_back({gram, {posting.head, posting.body}});
        }
        if (isNew) {
            std::sort(grams.begin(), grams.end());
            grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
            for (const std::uint64_t gram : grams) {
                m_grams[gram].words.push_back(number);
            }
        }
    }
    // Stable, so that a sum does not depend on the library's way of sorting.
    std::stable_sort(vector.begin(), vector.end(), [](const auto& a, const auto& b) {
        return a.first < b.first;
    });
    for (std::size_t i = 0; i < vector.size();) {
        FieldLengths weight;
        const std::uint64_t gram = vector[i].first;
        for (; i < vector.size() && vector[i].first == gram; ++i) {
            weight.head += vector[i].second.head;
            weight.body += vector[i].second.body;
        }
        entry.norm.head += weight.head * weight.head;
        entry.norm.body += weight.body * weight.body;
    }
    entry.norm.head = std::sqrt(entry.norm.head);
    entry.norm.body = std::sqrt(entry.norm.body);
}

void KnowledgeIndex::countGrams(const Slot& slot, int change)
{
    std::vector<std::uint64_t> grams;
    for (const std::uint32_t word : slot.words) {
        nlp::appendWordNgrams(m_words.text(word), grams);
    }
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    for (const std::uint64_t gram : grams) {
        std::uint32_t& chunks = m_grams[gram].chunks;
        chunks = change > 0 ? chunks + 1 : chunks - 1;
    }
}

void KnowledgeIndex::removeLocked(const DocumentId& id)
{
    const auto document = m_documents.find(id.value);
    if (document == m_documents.end()) {
        return;
    }
    for (const std::uint32_t number : document->second.slots) {
        Slot& slot = m_slots[number];
        countGrams(slot, -1);
        for (const std::uint32_t term : slot.stems) {
            m_stems.erase(term, number);
        }
        for (const std::uint32_t word : slot.words) {
            m_words.erase(word, number);
        }
        m_headLength -= static_cast<double>(slot.length.head);
        m_bodyLength -= static_cast<double>(slot.length.body);
        --m_languages[slot.language];
        --m_alive;
        slot = Slot{};
    }
    m_documents.erase(document);
}

void KnowledgeIndex::compactIfSparse()
{
    if (m_slots.size() <= 2 * m_alive + kSparseSlack) {
        return;
    }
    const std::map<std::string, Document> documents = std::move(m_documents);
    std::vector<Slot> slots = std::move(m_slots);
    m_documents.clear();
    m_slots.clear();
    m_alive = 0;
    m_headLength = 0;
    m_bodyLength = 0;
    m_languages.clear();
    m_stems.clear();
    m_words.clear();
    m_grams.clear();
    for (const auto& [id, old] : documents) {
        Document& entry = m_documents[id];
        entry.title = old.title;
        for (const std::uint32_t number : old.slots) {
            const auto slot = static_cast<std::uint32_t>(m_slots.size());
            IndexedDocument document{DocumentId{id}, old.title, slots[number].internal, {}};
            m_slots.emplace_back().language = slots[number].language;
            m_slots.back().analysis = std::move(slots[number].analysis);
            entry.slots.push_back(slot);
            addChunk(document, slots[number].chunk, slot);
        }
    }
}

} // namespace parley::server::knowledge
