// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace parley::server::knowledge {

/// A few values by word key (see wordKey), a key may have several; made once, then asked for every word of
/// many passages.
/// @thread none of its own
template <class Value>
class KeyTable {
public:
    /// @param most  how many values will be added at most
    explicit KeyTable(std::size_t most) : m_cells(std::bit_ceil(4 * most + 4)) {}

    void add(std::uint64_t key, Value value)
    {
        std::size_t at = cellOf(key);
        while (m_cells[at].used) {
            at = next(at);
        }
        m_cells[at] = {key, value, true};
    }

    /// Calls `use` with each value of `key`. @return whether there is one
    template <class Use>
    bool each(std::uint64_t key, Use&& use) const
    {
        bool found = false;
        for (std::size_t at = cellOf(key); m_cells[at].used; at = next(at)) {
            if (m_cells[at].key == key) {
                use(m_cells[at].value);
                found = true;
            }
        }
        return found;
    }

private:
    struct Cell {
        std::uint64_t key = 0;
        Value value{};
        bool used = false;
    };

    // The low bits of FNV-1a are its good ones.
    [[nodiscard]] std::size_t cellOf(std::uint64_t key) const { return key & (m_cells.size() - 1); }
    [[nodiscard]] std::size_t next(std::size_t at) const { return (at + 1) & (m_cells.size() - 1); }

    std::vector<Cell> m_cells; // a power of two, at most a quarter of them used
};

} // namespace parley::server::knowledge
