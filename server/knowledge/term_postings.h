// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parley::server::knowledge {

/// Where a term occurs: the chunk's slot, and how often in its parts (as far as that can be counted; more
/// makes no difference to a ranking that saturates).
struct Posting {
    std::uint32_t slot = 0;
    std::uint8_t title = 0;
    std::uint8_t heading = 0;
    std::uint16_t body = 0;
};

/// What is cheap to compare of two words, to see that they are not one slip apart.
struct WordShape {
    std::uint32_t letters = 0; ///< which ones it has, a bit each
    std::uint8_t size = 0;     ///< in bytes, as far as that can be counted
    char first = 0;
    char second = 0;

    static WordShape of(std::string_view word);
    /// Whether `limit` letters left out, added, changed or swapped may make the other word. Nobody slips at
    /// the first letter but by swapping it with the next.
    [[nodiscard]] bool mayBecome(const WordShape& other, std::size_t limit) const;
};

/// An inverted index. Slots are added in ascending order; chunks that are gone, or not shown yet, stand in
/// the lists uncounted. compact() takes both out.
/// @thread none of its own: the owner locks
class TermPostings {
public:
    using TermNumber = std::uint32_t;
    /// Of a slot in compact().
    static constexpr std::uint32_t kGone = 0xFFFFFFFF;
    /// See startingAs().
    static constexpr std::size_t kStart = 5;

    TermNumber intern(std::string_view term);
    [[nodiscard]] std::optional<TermNumber> find(std::string_view term) const;
    /// Files it; the chunk counts from count() on.
    void add(TermNumber term, Posting posting);
    /// So many chunks more have the term.
    void count(TermNumber term, std::uint32_t chunks) { m_terms[term].chunks += chunks; }
    /// So many chunks with the term are gone.
    void discount(TermNumber term, std::uint32_t chunks) { m_terms[term].chunks -= chunks; }
    void clear();

    /// Takes what is gone out of the lists and renumbers the rest.
    /// @param slots  the new number of each slot, ascending, or kGone
    /// @return the new number of each term; of those that nothing has any more, kGone
    std::vector<TermNumber> compact(std::span<const std::uint32_t> slots);

    /// Those of chunks that are gone included.
    [[nodiscard]] std::span<const Posting> of(TermNumber term) const { return m_terms[term].postings; }
    /// How many chunks have the term.
    [[nodiscard]] std::size_t chunksWith(TermNumber term) const { return m_terms[term].chunks; }
    [[nodiscard]] const std::string& text(TermNumber term) const { return *m_terms[term].text; }
    /// The terms whose first kStart bytes are those of `word`; none where it is shorter.
    [[nodiscard]] std::span<const TermNumber> startingAs(std::string_view word) const;
    [[nodiscard]] const WordShape& shape(TermNumber term) const { return m_shapes[term]; }
    [[nodiscard]] std::size_t size() const { return m_terms.size(); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    struct Term {
        const std::string* text = nullptr; // a key of m_numbers, which never moves
        std::uint32_t chunks = 0;
        std::vector<Posting> postings;
    };

    void addShape(std::string_view term, TermNumber number);

    std::unordered_map<std::string, TermNumber, Hash, std::equal_to<>> m_numbers;
    std::vector<Term> m_terms;
    std::vector<WordShape> m_shapes; // apart, because all of them are read at once
    std::unordered_map<std::string, std::vector<TermNumber>, Hash, std::equal_to<>> m_starts;
};

} // namespace parley::server::knowledge
