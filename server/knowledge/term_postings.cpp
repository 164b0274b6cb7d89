// SPDX-License-Identifier: MIT
#include "server/knowledge/term_postings.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <utility>

namespace parley::server::knowledge {
namespace {

// Doubling a long list would waste more than it saves.
constexpr std::size_t kLongList = 64;

} // namespace

WordShape WordShape::of(std::string_view word)
{
    WordShape shape;
    for (const char c : word) {
        shape.letters |= std::uint32_t{1} << (static_cast<std::uint8_t>(c) & 31U);
    }
    shape.size = static_cast<std::uint8_t>(std::min<std::size_t>(word.size(), 255));
    shape.first = word.empty() ? '\0' : word[0];
    shape.second = word.size() < 2 ? '\0' : word[1];
    return shape;
}

bool WordShape::mayBecome(const WordShape& other, std::size_t limit) const
{
    const auto most = static_cast<int>(limit);
    const bool sameStart = first == other.first || (first == other.second && second == other.first);
    return sameStart && std::abs(int{size} - int{other.size}) <= most &&
           std::popcount(letters & ~other.letters) <= most && std::popcount(other.letters & ~letters) <= most;
}

TermPostings::TermNumber TermPostings::intern(std::string_view term)
{
    if (const auto known = m_numbers.find(term); known != m_numbers.end()) {
        return known->second;
    }
    const auto number = static_cast<TermNumber>(m_terms.size());
    const auto entry = m_numbers.emplace(std::string(term), number).first;
    m_terms.push_back({&entry->first, 0, {}});
    addShape(term, number);
    return number;
}

std::optional<TermPostings::TermNumber> TermPostings::find(std::string_view term) const
{
    const auto found = m_numbers.find(term);
    return found == m_numbers.end() ? std::nullopt : std::optional(found->second);
}

void TermPostings::addShape(std::string_view term, TermNumber number)
{
    m_shapes.push_back(WordShape::of(term));
    if (term.size() >= kStart) {
        m_starts[std::string(term.substr(0, kStart))].push_back(number);
    }
}

std::span<const TermPostings::TermNumber> TermPostings::startingAs(std::string_view word) const
{
    const auto found = word.size() < kStart ? m_starts.end() : m_starts.find(word.substr(0, kStart));
    return found == m_starts.end() ? std::span<const TermNumber>() : std::span(found->second);
}

void TermPostings::add(TermNumber term, Posting posting)
{
    Term& entry = m_terms[term];
    if (entry.postings.size() >= kLongList && entry.postings.size() == entry.postings.capacity()) {
        entry.postings.reserve(entry.postings.size() + entry.postings.size() / 4);
    }
    entry.postings.push_back(posting);
}

void TermPostings::clear()
{
    m_numbers.clear();
    m_terms.clear();
    m_shapes.clear();
    m_starts.clear();
}

std::vector<TermPostings::TermNumber> TermPostings::compact(std::span<const std::uint32_t> slots)
{
    const std::vector<Term> old = std::exchange(m_terms, {});
    m_shapes.clear();
    m_starts.clear();
    std::vector<TermNumber> numbers(old.size(), kGone);
    for (std::size_t i = 0; i < old.size(); ++i) {
        std::vector<Posting> living;
        living.reserve(old[i].chunks);
        for (Posting posting : old[i].postings) {
            posting.slot = slots[posting.slot];
            if (posting.slot != kGone) {
                living.push_back(posting);
            }
        }
        if (living.empty()) {
            m_numbers.erase(m_numbers.find(*old[i].text));
            continue;
        }
        numbers[i] = static_cast<TermNumber>(m_terms.size());
        m_numbers.find(*old[i].text)->second = numbers[i];
        addShape(*old[i].text, numbers[i]);
        m_terms.push_back({old[i].text, static_cast<std::uint32_t>(living.size()), std::move(living)});
    }
    return numbers;
}

} // namespace parley::server::knowledge
