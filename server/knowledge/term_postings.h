// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parley::server::knowledge {

/// Where a term occurs: the chunk's slot, and how often in its head (title and headings) and in its body.
struct Posting {
    std::uint32_t slot = 0;
    float head = 0;
    float body = 0;
};

/// An inverted index of one kind of term. Slots are added in ascending order; a term once seen keeps its
/// number until clear(), even when nothing holds it any more.
/// @thread none of its own: the owner locks
class TermPostings {
public:
    using TermNumber = std::uint32_t;

    TermNumber intern(const std::string& term);
    [[nodiscard]] std::optional<TermNumber> find(const std::string& term) const;
    void add(TermNumber term, Posting posting);
    void erase(TermNumber term, std::uint32_t slot);
    void clear();

    [[nodiscard]] std::span<const Posting> of(TermNumber term) const { return m_postings[term]; }
    [[nodiscard]] const std::string& text(TermNumber term) const { return *m_texts[term]; }
    [[nodiscard]] std::size_t size() const { return m_postings.size(); }

private:
    std::unordered_map<std::string, TermNumber> m_numbers;
    std::vector<const std::string*> m_texts; // keys of m_numbers, which never move
    std::vector<std::vector<Posting>> m_postings;
};

} // namespace parley::server::knowledge
