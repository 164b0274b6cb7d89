// SPDX-License-Identifier: MIT
#include "server/knowledge/knowledge_index.h"

#include "server/knowledge/staged_document.h"

#include <algorithm>
#include <functional>
#include <mutex>
#include <utility>

namespace parley::server::knowledge {
namespace {

// A tenant that replaces its documents again and again must not keep the old slots for ever.
constexpr std::size_t kSparseSlack = 1024;
// A title of fewer words is a name.
constexpr std::size_t kAskingTitleWords = 3;

} // namespace

/// A document that goes, read while searches go on.
struct KnowledgeIndex::Leaving {
    std::unordered_map<std::uint32_t, std::uint32_t> chunksWith; ///< of its chunks, by term
    std::vector<Slot> slots; ///< what they held: freeing it takes longer than anybody should wait
};

KnowledgeIndex::KnowledgeIndex(IndexTuning tuning) : m_tuning(tuning) {}

Result<void> KnowledgeIndex::put(const IndexedDocument& document)
{
    const std::scoped_lock changing(m_changes); // so that nothing is made compact meanwhile
    if (auto room = checkRoom(document); !room) {
        return room;
    }
    auto shown = showChanging(*stageAll(document));
    return shown ? Result<void>() : fail(std::move(shown).error());
}

Result<void> KnowledgeIndex::checkRoom(const IndexedDocument& document) const
{
    const std::shared_lock lock(m_mutex);
    return checkRoomLocked(document.id, document.chunks.size());
}

Result<void> KnowledgeIndex::checkRoomLocked(const DocumentId& id, std::size_t chunks) const
{
    const auto old = m_documents.find(id.value);
    const std::size_t kept = m_alive - (old == m_documents.end() ? 0 : old->second.slots.size());
    return kept + chunks > m_tuning.maxChunks
               ? fail(ErrorCode::PayloadTooLarge, "The knowledge base is full.")
               : Result<void>();
}

bool KnowledgeIndex::remove(const DocumentId& id)
{
    const std::scoped_lock changing(m_changes);
    Leaving leaving = leavingOf(id);
    const std::unique_lock lock(m_mutex);
    const bool had = m_documents.contains(id.value);
    removeLocked(id, leaving);
    compactIfSparse();
    return had;
}

void KnowledgeIndex::clear()
{
    const std::scoped_lock changing(m_changes);
    const std::unique_lock lock(m_mutex);
    ++m_generation;
    m_staged = 0;
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

Result<bool> KnowledgeIndex::showChanging(const Staged& staged)
{
    Leaving leaving = leavingOf(staged.id); // freed after the lock
    const std::unique_lock lock(m_mutex);
    if (staged.isOver || staged.generation != m_generation) {
        return false;
    }
    if (auto room = checkRoomLocked(staged.id, staged.slots.size()); !room) {
        return fail(std::move(room).error());
    }
    staged.isOver = true;
    removeLocked(staged.id, leaving);
    Owner& owner = *m_documents.try_emplace(staged.id.value).first;
    owner.second.title = staged.title;
    owner.second.slots = staged.slots;
    for (const std::uint32_t number : staged.slots) {
        m_slots[number].owner = &owner;
        m_headLength += m_shapes[number].head;
        m_bodyLength += m_shapes[number].body;
    }
    for (const auto& [term, chunks] : staged.chunksWith) {
        m_stems.count(term, chunks);
    }
    const auto count = static_cast<std::uint32_t>(staged.slots.size());
    m_titles[titleNumber(staged.title)].chunks += count;
    m_languages[staged.language] += count;
    m_alive += count;
    m_staged -= count;
    compactIfSparse();
    return true;
}

KnowledgeIndex::Leaving KnowledgeIndex::leavingOf(const DocumentId& id) const
{
    Leaving leaving;
    const std::shared_lock lock(m_mutex);
    const auto document = m_documents.find(id.value);
    if (document == m_documents.end()) {
        return leaving;
    }
    std::unordered_map<std::uint32_t, std::uint32_t> lastSeen;
    for (const std::uint32_t number : document->second.slots) {
        for (const std::uint32_t term : m_slots[number].terms) {
            const auto [seen, isFirst] = lastSeen.try_emplace(term, number);
            if (isFirst || seen->second != number) {
                seen->second = number;
                ++leaving.chunksWith[term];
            }
        }
    }
    leaving.slots.reserve(document->second.slots.size());
    return leaving;
}

void KnowledgeIndex::removeLocked(const DocumentId& id, Leaving& leaving)
{
    const auto document = m_documents.find(id.value);
    if (document == m_documents.end()) {
        return;
    }
    for (const auto& [term, chunks] : leaving.chunksWith) {
        m_stems.discount(term, chunks);
    }
    for (const std::uint32_t number : document->second.slots) {
        Slot& slot = m_slots[number];
        eraseChunkLocked(number);
        m_headLength -= m_shapes[number].head;
        m_bodyLength -= m_shapes[number].body;
        --m_titles[m_shapes[number].title].chunks;
        --m_languages[slot.language];
        --m_alive;
        leaving.slots.push_back(std::exchange(slot, Slot{}));
    }
    m_documents.erase(document);
}

void KnowledgeIndex::eraseChunkLocked(std::uint32_t number)
{
    const auto [first, last] = m_chunks.equal_range(std::hash<std::string>{}(m_slots[number].chunk.id.value));
    m_chunks.erase(std::find_if(first, last, [&](const auto& entry) { return entry.second == number; }));
}

void KnowledgeIndex::compactIfSparse()
{
    // What is staged will be alive soon; if there is too much else, it has to be staged again.
    if (m_slots.size() - m_staged <= 2 * m_alive + kSparseSlack) {
        return;
    }
    ++m_generation;
    m_staged = 0;
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
