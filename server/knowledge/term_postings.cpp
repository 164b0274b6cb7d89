// SPDX-License-Identifier: MIT
#include "server/knowledge/term_postings.h"

#include <algorithm>

namespace parley::server::knowledge {

TermPostings::TermNumber TermPostings::intern(const std::string& term)
{
    const auto [entry, isNew] = m_numbers.try_emplace(term, static_cast<TermNumber>(m_postings.size()));
    if (isNew) {
        m_texts.push_back(&entry->first);
        m_postings.emplace_back();
    }
    return entry->second;
}

std::optional<TermPostings::TermNumber> TermPostings::find(const std::string& term) const
{
    const auto found = m_numbers.find(term);
    return found == m_numbers.end() ? std::nullopt : std::optional(found->second);
}

void TermPostings::add(TermNumber term, Posting posting)
{
    m_postings[term].push_back(posting);
}

void TermPostings::erase(TermNumber term, std::uint32_t slot)
{
    std::vector<Posting>& list = m_postings[term];
    const auto at =
        std::lower_bound(list.begin(), list.end(), slot, [](const Posting& posting, std::uint32_t wanted) {
            return posting.slot < wanted;
        });
    if (at != list.end() && at->slot == slot) {
        list.erase(at);
    }
}

void TermPostings::clear()
{
    m_numbers.clear();
    m_texts.clear();
    m_postings.clear();
}

} // namespace parley::server::knowledge
