// SPDX-License-Identifier: MIT
#include "server/knowledge/vectors/vector_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>

namespace parley::server::knowledge {

namespace {

/// The largest 8-bit number; -128 is left out, so that every number has its opposite.
constexpr float kLargestByte = 127;

/// @return what one step is worth
float quantize(const float* from, std::size_t width, std::int8_t* to)
{
    float largest = 0;
    for (std::size_t i = 0; i < width; ++i) {
        largest = std::max(largest, std::abs(from[i]));
    }
    const float scale = largest > 0 ? kLargestByte / largest : 0;
    for (std::size_t i = 0; i < width; ++i) {
        to[i] = static_cast<std::int8_t>(std::lrint(from[i] * scale));
    }
    return largest / kLargestByte;
}

} // namespace

struct VectorIndex::Ranked {
    float score = 0;
    std::size_t slot = 0;
};

VectorIndex::VectorIndex(std::size_t dimensions, VectorIndexOptions options)
    : m_dimensions(dimensions),
      m_width((dimensions + kKernelWidth - 1) / kKernelWidth * kKernelWidth),
      m_options(options),
      m_kernels(options.kernels != nullptr ? *options.kernels : fastestKernels())
{}

float* VectorIndex::row(std::size_t slot) const
{
    return m_blocks[slot / kBlockRows].floats.get() + slot % kBlockRows * m_width;
}

std::int8_t* VectorIndex::byteRow(std::size_t slot) const
{
    return m_blocks[slot / kBlockRows].bytes.get() + slot % kBlockRows * m_width;
}

void VectorIndex::store(std::size_t slot, std::span<const float> vector)
{
    float* const to = row(slot);
    std::copy(vector.begin(), vector.end(), to);
    std::fill(to + vector.size(), to + m_width, 0.0F);
    if (m_isQuantized) {
        quantizeRow(slot);
    }
}

void VectorIndex::quantizeRow(std::size_t slot)
{
    Block& block = m_blocks[slot / kBlockRows];
    if (!block.bytes) {
        block.bytes = std::make_unique<std::int8_t[]>(kBlockRows * m_width);
    }
    m_steps.resize(std::max(m_steps.size(), slot + 1));
    m_steps[slot] = quantize(row(slot), m_width, byteRow(slot));
}

void VectorIndex::quantizeAll()
{
    m_isQuantized = true;
    for (std::size_t slot = 0; slot < m_ids.size(); ++slot) {
        quantizeRow(slot);
    }
}

Result<void> VectorIndex::put(const ChunkId& chunk, std::span<const float> vector, bool isInternal)
{
    if (vector.size() != m_dimensions) {
        return fail(ErrorCode::InvalidArgument, "The vector has another length than the index.");
    }
    const std::unique_lock lock(m_mutex);
    const auto [known, isNew] = m_slots.try_emplace(chunk.value, m_ids.size());
    const std::size_t slot = known->second;
    if (isNew) {
        if (slot / kBlockRows == m_blocks.size()) {
            m_blocks.push_back({std::make_unique<float[]>(kBlockRows * m_width), nullptr});
        }
        m_ids.push_back(chunk.value);
        m_internal.push_back(isInternal);
    }
    m_internal[slot] = isInternal;
    store(slot, vector);
    if (!m_isQuantized && m_ids.size() >= m_options.quantizeFrom) {
        quantizeAll();
    }
    return {};
}

bool VectorIndex::remove(const ChunkId& chunk)
{
    const std::unique_lock lock(m_mutex);
    const auto known = m_slots.find(chunk.value);
    if (known == m_slots.end()) {
        return false;
    }
    // The last row takes the place that becomes free.
    const std::size_t slot = known->second;
    const std::size_t last = m_ids.size() - 1;
    m_slots.erase(known);
    if (slot != last) {
        store(slot, std::span<const float>(row(last), m_dimensions));
        m_internal[slot] = m_internal[last];
        m_ids[slot] = std::move(m_ids[last]);
        m_slots[m_ids[slot]] = slot;
    }
    m_ids.pop_back();
    m_internal.pop_back();
    m_blocks.resize((m_ids.size() + kBlockRows - 1) / kBlockRows);
    return true;
}

bool VectorIndex::isBetter(const Ranked& a, const Ranked& b) const
{
    return a.score != b.score ? a.score > b.score : m_ids[a.slot] < m_ids[b.slot];
}

void VectorIndex::offer(std::vector<Ranked>& best, std::size_t limit, Ranked candidate) const
{
    // A heap whose front is the worst one kept.
    const auto order = [this](const Ranked& a, const Ranked& b) { return isBetter(a, b); };
    if (best.size() == limit) {
        if (!isBetter(candidate, best.front())) {
            return;
        }
        std::pop_heap(best.begin(), best.end(), order);
        best.pop_back();
    }
    best.push_back(candidate);
    std::push_heap(best.begin(), best.end(), order);
}

std::vector<VectorIndex::Ranked>
VectorIndex::scanFloats(const float* query, std::size_t limit, bool includeInternal) const
{
    std::vector<Ranked> best;
    best.reserve(limit + 1);
    std::array<float, kBlockRows> scores; // NOLINT: each is written before it is read
    for (std::size_t begin = 0; begin < m_ids.size(); begin += kBlockRows) {
        const std::size_t count = std::min(kBlockRows, m_ids.size() - begin);
        m_kernels.floats(query, row(begin), m_width, count, scores.data());
        for (std::size_t i = 0; i < count; ++i) {
            const bool isNear = best.size() < limit || scores[i] >= best.front().score;
            if (isNear && (includeInternal || !m_internal[begin + i])) {
                offer(best, limit, {scores[i], begin + i});
            }
        }
    }
    return best;
}

std::vector<VectorIndex::Ranked>
VectorIndex::scanBytes(const float* query, std::size_t limit, bool includeInternal) const
{
    std::vector<std::int8_t> bytes(m_width);
    const float step = quantize(query, m_width, bytes.data());
    std::vector<Ranked> best;
    best.reserve(limit + 1);
    std::array<std::int32_t, kBlockRows> products; // NOLINT: each is written before it is read
    for (std::size_t begin = 0; begin < m_ids.size(); begin += kBlockRows) {
        const std::size_t count = std::min(kBlockRows, m_ids.size() - begin);
        m_kernels.bytes(bytes.data(), byteRow(begin), m_width, count, products.data());
        for (std::size_t i = 0; i < count; ++i) {
            const float score = static_cast<float>(products[i]) * step * m_steps[begin + i];
            const bool isNear = best.size() < limit || score >= best.front().score;
            if (isNear && (includeInternal || !m_internal[begin + i])) {
                offer(best, limit, {score, begin + i});
            }
        }
    }
    for (Ranked& candidate : best) {
        m_kernels.floats(query, row(candidate.slot), m_width, 1, &candidate.score);
    }
    return best;
}

std::vector<DenseHit>
VectorIndex::search(std::span<const float> query, std::size_t limit, bool includeInternal) const
{
    if (query.size() != m_dimensions || limit == 0) {
        return {};
    }
    std::vector<float> padded(m_width, 0.0F);
    std::copy(query.begin(), query.end(), padded.begin());
    const std::shared_lock lock(m_mutex);
    const std::size_t wide = std::max(limit * m_options.rerankFactor, m_options.rerankLeast);
    auto best = m_isQuantized ? scanBytes(padded.data(), wide, includeInternal)
                              : scanFloats(padded.data(), limit, includeInternal);
    std::sort(best.begin(), best.end(), [this](const Ranked& a, const Ranked& b) { return isBetter(a, b); });
    best.resize(std::min(best.size(), limit));
    std::vector<DenseHit> hits;
    hits.reserve(best.size());
    for (const Ranked& found : best) {
        hits.push_back({ChunkId{m_ids[found.slot]}, found.score});
    }
    return hits;
}

std::size_t VectorIndex::size() const
{
    const std::shared_lock lock(m_mutex);
    return m_ids.size();
}

std::size_t VectorIndex::memoryBytes() const
{
    const std::shared_lock lock(m_mutex);
    const std::size_t rows = m_blocks.size() * kBlockRows;
    return rows * m_width * (m_isQuantized ? sizeof(float) + 1 : sizeof(float));
}

} // namespace parley::server::knowledge
