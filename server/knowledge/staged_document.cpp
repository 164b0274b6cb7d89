// SPDX-License-Identifier: MIT
#include "server/knowledge/staged_document.h"

#include "server/knowledge/passage_analysis.h"

#include <limits>
#include <map>
#include <mutex>
#include <utility>

namespace parley::server::knowledge {

namespace {

// Enough of a document to tell its language.
constexpr std::size_t kLanguageSampleBytes = 4000;
// What is read ahead costs 2 KB a chunk. Small knowledge bases are the many, and they are asked the most
// for their size; a large one reads the few passages that a question found.
constexpr std::size_t kAnalysedChunks = 4096;

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

template <class Count>
void countUp(Count& count)
{
    if (count < std::numeric_limits<Count>::max()) {
        ++count;
    }
}

} // namespace

bool endsInQuestionMark(std::string_view text)
{
    return text.ends_with('?') || text.ends_with("\uFF1F") || text.ends_with("\u061F");
}

struct KnowledgeIndex::Terms {
    std::vector<nlp::Term> title;
    std::vector<nlp::Term> headings;
    std::vector<nlp::Term> body;
};

Result<std::shared_ptr<const KnowledgeIndex::Staged>> KnowledgeIndex::stage(IndexedDocument document)
{
    if (auto room = checkRoom(document); !room) {
        return fail(std::move(room).error());
    }
    return std::shared_ptr<const Staged>(stageAll(std::move(document)));
}

Result<bool> KnowledgeIndex::show(const Staged& staged)
{
    const std::scoped_lock changing(m_changes);
    return showChanging(staged);
}

void KnowledgeIndex::discard(const Staged& staged)
{
    const std::unique_lock lock(m_mutex);
    if (staged.isOver || staged.generation != m_generation) {
        return;
    }
    staged.isOver = true;
    for (const std::uint32_t number : staged.slots) {
        eraseChunkLocked(number);
        m_slots[number] = Slot{};
    }
    m_staged -= staged.slots.size();
}

std::shared_ptr<KnowledgeIndex::Staged> KnowledgeIndex::stageAll(IndexedDocument document)
{
    auto staged = std::make_shared<Staged>();
    staged->id = document.id;
    staged->title = document.title;
    staged->language = languageOf(document);
    std::size_t kept = 0;
    {
        const std::shared_lock lock(m_mutex);
        staged->generation = m_generation;
        kept = m_alive;
    }
    Terms terms;
    terms.title = nlp::allTerms(document.title, staged->language);
    for (IndexedChunk& chunk : document.chunks) {
        terms.headings = nlp::allTerms(chunk.headings, staged->language);
        terms.body = nlp::allTerms(chunk.text, staged->language);
        Slot slot;
        if (kept + staged->slots.size() < kAnalysedChunks) {
            slot.analysis = std::make_shared<const PassageAnalysis>(
                analysePassage(document.title, chunk.headings, chunk.text, staged->language));
        }
        Shape shape;
        shape.internal = document.internal;
        shape.headingAsks = endsInQuestionMark(ownHeading(chunk.headings));
        slot.chunk = std::move(chunk); // so that a large document is in memory once
        slot.language = staged->language;
        if (!file(*staged, std::move(slot), shape, terms)) {
            break;
        }
    }
    return staged;
}

/// Gives a chunk its place, which nobody sees yet. Searches wait while this one is filed.
bool KnowledgeIndex::file(Staged& staged, Slot slot, Shape shape, const Terms& terms)
{
    std::vector<std::uint32_t> stops;
    std::map<std::uint32_t, Posting> postings;
    const std::unique_lock lock(m_mutex);
    if (staged.generation != m_generation) {
        return false;
    }
    for (const nlp::Term& term : terms.title) {
        slot.terms.push_back(m_stems.intern(term.stem));
        countUp(postings[slot.terms.back()].title);
        countUp(shape.head);
    }
    for (const nlp::Term& term : terms.headings) {
        slot.terms.push_back(m_stems.intern(term.stem));
        countUp(postings[slot.terms.back()].heading);
        countUp(shape.head);
    }
    slot.headEnd = static_cast<std::uint32_t>(slot.terms.size());
    for (const nlp::Term& term : terms.body) {
        const std::uint32_t stem = m_stems.intern(term.stem);
        std::uint16_t& count = postings[stem].body;
        if (!term.stop) {
            slot.terms.push_back(stem);
        } else if (count == 0) {
            stops.push_back(stem);
        }
        countUp(count);
        countUp(shape.body);
    }
    slot.bodyEnd = static_cast<std::uint32_t>(slot.terms.size());
    slot.terms.insert(slot.terms.end(), stops.begin(), stops.end());
    slot.terms.shrink_to_fit();
    const auto number = static_cast<std::uint32_t>(m_slots.size());
    for (auto& [term, posting] : postings) {
        posting.slot = number;
        m_stems.add(term, posting);
        ++staged.chunksWith[term];
    }
    shape.title = titleNumber(staged.title);
    m_chunks.emplace(std::hash<std::string>{}(slot.chunk.id.value), number);
    m_slots.push_back(std::move(slot));
    m_shapes.push_back(shape);
    staged.slots.push_back(number);
    ++m_staged;
    return true;
}

} // namespace parley::server::knowledge
