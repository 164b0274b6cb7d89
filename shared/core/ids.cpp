// SPDX-License-Identifier: MIT
#include "shared/core/ids.h"

#include <array>
#include <mutex>
#include <random>

namespace parley {

namespace {

/// Ids are names, not secrets: a seeded Mersenne twister is enough. Secrets come from security/random.h.
std::uint64_t randomBits()
{
    thread_local std::mt19937_64 engine = [] {
        std::random_device device;
        std::seed_seq seed{device(), device(), device(), device()};
        return std::mt19937_64(seed);
    }();
    return engine();
}

} // namespace

UuidV7Source::UuidV7Source(const Clock& clock) : m_clock(clock) {}

std::string UuidV7Source::next()
{
    // Shared by all sources of the process, so that ids stay unique and ordered whoever makes them.
    static std::mutex mutex;
    static std::uint64_t lastMs = 0;
    static std::uint64_t counter = 0;

    std::uint64_t ms = 0;
    std::uint64_t sequence = 0;
    {
        const std::lock_guard lock(mutex);
        ms = static_cast<std::uint64_t>(m_clock.nowMs());
        if (ms > lastMs) {
            lastMs = ms;
            counter = randomBits() & 0x3ff;
        } else if (++counter > 0xfff) {
            ++lastMs;
            counter = 0;
        }
        ms = lastMs;
        sequence = counter;
    }
    const std::uint64_t high = (ms << 16) | 0x7000 | sequence;
    const std::uint64_t low = (randomBits() & 0x3fffffffffffffffULL) | 0x8000000000000000ULL;

    static constexpr std::string_view kHex = "0123456789abcdef";
    std::string text(36, '-');
    std::size_t at = 0;
    for (int nibble = 0; nibble < 32; ++nibble) {
        if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20) {
            ++at;
        }
        const std::uint64_t word = nibble < 16 ? high : low;
        text[at++] = kHex[(word >> (60 - 4 * (nibble % 16))) & 0xf];
    }
    return text;
}

bool isUuid(std::string_view text)
{
    if (text.size() != 36) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = text[i];
        const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (dash ? c != '-' : !hex) {
            return false;
        }
    }
    return true;
}

} // namespace parley
