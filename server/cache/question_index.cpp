// SPDX-License-Identifier: MIT
#include "server/cache/question_index.h"

#include <algorithm>
#include <functional>

namespace parley::server::cache {

namespace {

/// Of so many questions that say the same in other orders the newest are looked at.
constexpr std::size_t kMostCompared = 256;
/// What more questions than this say tells them badly apart.
constexpr std::size_t kCommonUnit = 2'000;
constexpr std::size_t kMostUnitsLookedUp = 4;

std::uint64_t keyOf(const Unit& unit)
{
    return std::hash<std::string>()(unit.key);
}

/// The same for the same units in any order.
std::uint64_t bagOf(const std::vector<Unit>& units)
{
    std::uint64_t bag = units.size();
    for (const Unit& unit : units) {
        const std::uint64_t key = keyOf(unit);
        bag += key * (key | 1U);
    }
    return bag;
}

std::vector<std::uint64_t> keysOf(const std::vector<Unit>& units)
{
    std::vector<std::uint64_t> keys;
    keys.reserve(units.size());
    for (const Unit& unit : units) {
        keys.push_back(keyOf(unit));
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

} // namespace

void QuestionIndex::add(const std::string& id, const std::string& question, bool isHuman, std::int64_t seq)
{
    remove(id);
    const QuestionReading reading = readQuestion(question);
    const auto slot = static_cast<Slot>(m_entries.size());
    m_entries.push_back(
        Entry{id, question, seq, static_cast<std::uint32_t>(reading.units.size()), isHuman, true});
    m_byId[id] = slot;
    m_byBag[bagOf(reading.units)].push_back(slot);
    for (const std::uint64_t key : keysOf(reading.units)) {
        m_byUnit[key].push_back(slot);
    }
}

void QuestionIndex::remove(const std::string& id)
{
    const auto found = m_byId.find(id);
    if (found == m_byId.end()) {
        return;
    }
    // Its slot stays behind, empty: the lists that name it are not searched for it.
    m_entries[found->second] = Entry{};
    m_byId.erase(found);
}

IndexedMatch QuestionIndex::matched(const Entry& entry, const QuestionReading& question) const
{
    return IndexedMatch{entry.id,
                        entry.question,
                        entry.isHuman,
                        entry.seq,
                        matchReadings(question, readQuestion(entry.question))};
}

std::vector<IndexedMatch> QuestionIndex::agreeing(const QuestionReading& question, double threshold) const
{
    std::vector<IndexedMatch> matches;
    const auto found = m_byBag.find(bagOf(question.units));
    if (found == m_byBag.end()) {
        return matches;
    }
    std::size_t compared = 0;
    for (auto slot = found->second.rbegin(); slot != found->second.rend() && compared < kMostCompared;
         ++slot) {
        const Entry& entry = m_entries[*slot];
        if (!entry.isThere) {
            continue;
        }
        ++compared;
        IndexedMatch match = matched(entry, question);
        if (match.match.disagreement == Disagreement::None && match.match.probability >= threshold) {
            matches.push_back(std::move(match));
        }
    }
    std::sort(matches.begin(), matches.end(), [](const IndexedMatch& a, const IndexedMatch& b) {
        if (a.isHuman != b.isHuman) {
            return a.isHuman;
        }
        return a.match.probability != b.match.probability ? a.match.probability > b.match.probability
                                                          : a.seq > b.seq;
    });
    return matches;
}

std::optional<IndexedMatch> QuestionIndex::nearest(const QuestionReading& question) const
{
    std::vector<const std::vector<Slot>*> lists;
    for (const std::uint64_t key : keysOf(question.units)) {
        const auto found = m_byUnit.find(key);
        if (found != m_byUnit.end() && found->second.size() <= kCommonUnit) {
            lists.push_back(&found->second);
        }
    }
    std::sort(lists.begin(), lists.end(), [](const auto* a, const auto* b) { return a->size() < b->size(); });
    lists.resize(std::min(lists.size(), kMostUnitsLookedUp));
    std::unordered_map<Slot, std::uint32_t> shared;
    for (const std::vector<Slot>* list : lists) {
        for (const Slot slot : *list) {
            ++shared[slot];
        }
    }
    const Entry* best = nullptr;
    double most = 0;
    for (const auto& [slot, count] : shared) {
        const Entry& entry = m_entries[slot];
        const double share =
            static_cast<double>(count) / static_cast<double>(entry.units + question.units.size());
        if (entry.isThere && (share > most || (share == most && best != nullptr && entry.seq > best->seq))) {
            most = share;
            best = &entry;
        }
    }
    return best == nullptr ? std::nullopt : std::optional(matched(*best, question));
}

} // namespace parley::server::cache
