// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace parley::server::nlp {

/// Numbers for 64-bit keys in the order they are first seen: one flat table, a few nanoseconds a look-up.
class FeatureIndex {
public:
    static constexpr std::uint32_t kAbsent = 0xffffffff;

    /// The number of `key`, a new one where it is unknown.
    std::uint32_t add(std::uint64_t key)
    {
        if (2 * (m_count + 1) > m_slots.size()) {
            grow();
        }
        Slot& slot = m_slots[placeOf(key)];
        if (slot.number == kAbsent) {
            slot = {key, static_cast<std::uint32_t>(m_count++)};
        }
        return slot.number;
    }

    [[nodiscard]] std::uint32_t find(std::uint64_t key) const
    {
        return m_slots.empty() ? kAbsent : m_slots[placeOf(key)].number;
    }

    [[nodiscard]] std::size_t size() const { return m_count; }
    [[nodiscard]] std::size_t bytes() const { return m_slots.capacity() * sizeof(Slot); }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t number = kAbsent;
    };

    /// Where the key is, or the empty slot where it would be.
    [[nodiscard]] std::size_t placeOf(std::uint64_t key) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = (key ^ (key >> 29)) & mask;
        while (m_slots[at].number != kAbsent && m_slots[at].key != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    void grow()
    {
        constexpr std::size_t kFirstSlots = 256; // a power of two, as placeOf needs
        std::vector<Slot> old(m_slots.empty() ? kFirstSlots : 2 * m_slots.size());
        old.swap(m_slots);
        for (const Slot& slot : old) {
            if (slot.number != kAbsent) {
                m_slots[placeOf(slot.key)] = slot;
            }
        }
    }

    std::vector<Slot> m_slots;
    std::size_t m_count = 0;
};

} // namespace parley::server::nlp
