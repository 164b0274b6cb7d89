// SPDX-License-Identifier: MIT
#include "server/knowledge/knowledge_index.h"

#include "server/knowledge/passage_analysis.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <mutex>

namespace parley::server::knowledge {
namespace {

// A tenant that replaces its documents again and again must not keep the old slots for ever.
constexpr std::size_t kSparseSlack = 1024;
// Enough of a document to tell its language.
constexpr std::size_t kLanguageSampleBytes = 4000;
// What is read ahead costs 2 KB a chunk. Small knowledge bases are the many, and they are asked the most
// for their size; a large one reads the few passages that a question found.
constexpr std::size_t kAnalysedChunks = 4096;
// A title of fewer words is a name.
constexpr std::size_t kAskingTitleWords = 3;

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

bool endsInQuestionMark(std::string_view text)
{
    return text.ends_with('?') || text.ends_with("\uFF1F") || text.ends_with("\u061F");
}

template <class Count>
void countUp(Count& count)
{
    if (count < std::numeric_limits<Count>::max()) {
        ++count;
    }
}

} // namespace

/// A chunk with its terms as numbers, so that searches wait only while it is filed.
struct KnowledgeIndex::Prepared {
    Slot slot;
    Shape shape;
    std::vector<std::pair<std::uint32_t, Posting>> postings; ///< by term, ascending; the slot is still open
};

KnowledgeIndex::KnowledgeIndex(IndexTuning tuning) : m_tuning(tuning) {}

Result<void> KnowledgeIndex::put(const IndexedDocument& document)
{
    const std::scoped_lock changing(m_changes);
    const nlp::Language language = languageOf(document);
    const auto old = m_documents.find(document.id.value); // only changes write, and this is the only one
    const std::size_t kept = m_alive - (old == m_documents.end() ? 0 : old->second.slots.size());
    if (kept + document.chunks.size() > m_tuning.maxChunks) {
        return fail(ErrorCode::PayloadTooLarge, "The knowledge base is full.");
    }
    std::vector<Prepared> prepared;
    prepared.reserve(document.chunks.size());
    for (const IndexedChunk& chunk : document.chunks) {
        prepared.push_back(prepare(document, chunk, language, kept + prepared.size() < kAnalysedChunks));
    }
    const std::unique_lock lock(m_mutex);
    removeLocked(document.id);
    Owner& owner = *m_documents.try_emplace(document.id.value).first;
    owner.second.title = document.title;
    for (Prepared& chunk : prepared) {
        add(owner, std::move(chunk));
    }
    compactIfSparse();
    return {};
}

bool KnowledgeIndex::remove(const DocumentId& id)
{
    const std::scoped_lock changing(m_changes);
    const std::unique_lock lock(m_mutex);
    const bool had = m_documents.contains(id.value);
    removeLocked(id);
    compactIfSparse();
    return had;
}

void KnowledgeIndex::clear()
{
    const std::scoped_lock changing(m_changes);
    const std::unique_lock lock(m_mutex);
    m_documents.clear();
    m_slots.clear();
    m_shapes.clear();
    m_chunks.clear();
    m_titleNumbers.clear();
    m_titles.clear();
    m_alive = 0;
    m_headLength = 0;
    m_bodyLength = 0;
    m_languages.clear();
    m_stems.clear();
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

KnowledgeIndex::Prepared KnowledgeIndex::prepare(const IndexedDocument& document,
                                                 const IndexedChunk& chunk,
                                                 nlp::Language language,
                                                 bool analyse)
{
    const std::vector<nlp::Term> title = nlp::allTerms(document.title, language);
    const std::vector<nlp::Term> headings = nlp::allTerms(chunk.headings, language);
    const std::vector<nlp::Term> body = nlp::allTerms(chunk.text, language);
    Prepared made;
    if (analyse) {
        made.slot.analysis = std::make_shared<const PassageAnalysis>(
            analysePassage(document.title, chunk.headings, chunk.text, language));
    }
    made.slot.chunk = chunk;
    made.slot.language = language;
    made.shape.internal = document.internal;
    made.shape.headingAsks = endsInQuestionMark(ownHeading(chunk.headings));

    std::vector<std::uint32_t> stops;
    std::map<std::uint32_t, Posting> postings;
    const std::unique_lock lock(m_mutex); // new words change the vocabulary
    const auto number = [&](const nlp::Term& term) { return m_stems.intern(term.stem); };
    for (const nlp::Term& term : title) {
        made.slot.terms.push_back(number(term));
        countUp(postings[made.slot.terms.back()].title);
        countUp(made.shape.head);
    }
    for (const nlp::Term& term : headings) {
        made.slot.terms.push_back(number(term));
        countUp(postings[made.slot.terms.back()].heading);
        countUp(made.shape.head);
    }
    made.slot.headEnd = static_cast<std::uint32_t>(made.slot.terms.size());
    for (const nlp::Term& term : body) {
        const std::uint32_t stem = number(term);
        std::uint16_t& count = postings[stem].body;
        if (!term.stop) {
            made.slot.terms.push_back(stem);
        } else if (count == 0) {
            stops.push_back(stem);
        }
        countUp(count);
        countUp(made.shape.body);
    }
    made.slot.bodyEnd = static_cast<std::uint32_t>(made.slot.terms.size());
    made.slot.terms.insert(made.slot.terms.end(), stops.begin(), stops.end());
    made.slot.terms.shrink_to_fit();
    made.postings.assign(postings.begin(), postings.end());
    return made;
}

std::uint32_t KnowledgeIndex::titleNumber(const std::string& title)
{
    const auto next = static_cast<std::uint32_t>(m_titles.size());
    const auto [entry, isNew] = m_titleNumbers.try_emplace(title, next);
    if (isNew) {
        m_titles.push_back(
            {0, endsInQuestionMark(title) || nlp::tokenize(title).size() >= kAskingTitleWords});
    }
    return entry->second;
}

void KnowledgeIndex::add(Owner& owner, Prepared prepared)
{
    const auto number = static_cast<std::uint32_t>(m_slots.size());
    for (auto& [term, posting] : prepared.postings) {
        posting.slot = number;
        m_stems.add(term, posting);
    }
    prepared.slot.owner = &owner;
    prepared.shape.title = titleNumber(owner.second.title);
    ++m_titles[prepared.shape.title].chunks;
    ++m_alive;
    ++m_languages[prepared.slot.language];
    m_headLength += prepared.shape.head;
    m_bodyLength += prepared.shape.body;
    m_chunks.emplace(std::hash<std::string>{}(prepared.slot.chunk.id.value), number);
    owner.second.slots.push_back(number);
    m_slots.push_back(std::move(prepared.slot));
    m_shapes.push_back(prepared.shape);
}

void KnowledgeIndex::removeLocked(const DocumentId& id)
{
    const auto document = m_documents.find(id.value);
    if (document == m_documents.end()) {
        return;
    }
    for (const std::uint32_t number : document->second.slots) {
        Slot& slot = m_slots[number];
        std::sort(slot.terms.begin(), slot.terms.end());
        slot.terms.erase(std::unique(slot.terms.begin(), slot.terms.end()), slot.terms.end());
        for (const std::uint32_t term : slot.terms) {
            m_stems.discount(term);
        }
        const auto [first, last] = m_chunks.equal_range(std::hash<std::string>{}(slot.chunk.id.value));
        m_chunks.erase(std::find_if(first, last, [&](const auto& entry) { return entry.second == number; }));
        m_headLength -= m_shapes[number].head;
        m_bodyLength -= m_shapes[number].body;
        --m_titles[m_shapes[number].title].chunks;
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
    std::vector<std::uint32_t> slots(m_slots.size(), TermPostings::kGone);
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (m_slots[i].owner != nullptr) {
            slots[i] = next++;
        }
    }
    const std::vector<std::uint32_t> terms = m_stems.compact(slots);
    m_titleNumbers.clear();
    m_titles.clear();
    m_chunks.clear();
    for (auto& [id, document] : m_documents) {
        const std::uint32_t title = titleNumber(document.title);
        m_titles[title].chunks += static_cast<std::uint32_t>(document.slots.size());
        for (std::uint32_t& slot : document.slots) {
            m_shapes[slot].title = title;
            slot = slots[slot];
        }
    }
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (slots[i] == TermPostings::kGone) {
            continue;
        }
        for (std::uint32_t& term : m_slots[i].terms) {
            term = terms[term];
        }
        m_chunks.emplace(std::hash<std::string>{}(m_slots[i].chunk.id.value), slots[i]);
        if (slots[i] != i) {
            m_slots[slots[i]] = std::move(m_slots[i]);
            m_shapes[slots[i]] = m_shapes[i];
        }
    }
    m_slots.resize(m_alive);
    m_shapes.resize(m_alive);
}

} // namespace parley::server::knowledge
