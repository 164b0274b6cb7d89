// SPDX-License-Identifier: MIT
#include "server/nlp/intent/dense_rows.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#endif

// The wider instructions of newer processors are chosen when the program starts; sanitizers instrument what
// runs before them, so they get the plain ones.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&     \
    !defined(__SANITIZE_THREAD__)
#define PARLEY_WIDE __attribute__((target_clones("arch=haswell", "default")))
#else
#define PARLEY_WIDE
#endif

namespace parley::server::nlp {
namespace {

using Floats [[gnu::vector_size(32), gnu::aligned(4), gnu::may_alias]] = float;
// Rows lie far apart: what is needed soon is asked for early.
constexpr std::size_t kAhead = 4;
constexpr std::size_t kCacheLine = 64;

template <class Number>
inline void prefetchRow(std::span<Number> rows, const SparseVector& x, std::size_t k, std::size_t stride)
{
    if (k < x.index.size()) {
        const Number* const row = rows.data() + x.index[k] * stride;
        for (std::size_t at = 0; at < stride; at += kCacheLine / sizeof(Number)) {
            __builtin_prefetch(row + at);
        }
    }
}

#if defined(__x86_64__) && defined(__GNUC__)
/// By hand: GCC 12 takes a conversion of eight bytes apart into single numbers, four times as slow.
[[gnu::target("avx2,fma")]] void accumulateWide(std::span<const std::int8_t> rows,
                                                std::span<const float> scales,
                                                const SparseVector& x,
                                                std::span<float> sums)
{
    for (std::size_t k = 0; k < x.index.size(); ++k) {
        prefetchRow(rows, x, k + kAhead, sums.size());
        const std::int8_t* const row = rows.data() + x.index[k] * sums.size();
        const __m256 value = _mm256_set1_ps(x.value[k] * scales[x.index[k]]);
        for (std::size_t c = 0; c < sums.size(); c += kLane) {
            const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(row + c));
            const __m256 weights = _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(bytes));
            const __m256 sum = _mm256_fmadd_ps(weights, value, _mm256_loadu_ps(sums.data() + c));
            _mm256_storeu_ps(sums.data() + c, sum);
        }
    }
}
#endif

} // namespace

PARLEY_WIDE
void accumulateRows(std::span<const float> rows, const SparseVector& x, std::span<float> sums)
{
    const std::size_t lanes = sums.size() / kLane;
    auto* const out = reinterpret_cast<Floats*>(sums.data());
    for (std::size_t k = 0; k < x.index.size(); ++k) {
        prefetchRow(rows, x, k + kAhead, sums.size());
        const auto* const row = reinterpret_cast<const Floats*>(rows.data() + x.index[k] * sums.size());
        const float value = x.value[k];
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            out[lane] += row[lane] * value;
        }
    }
}

void accumulateRows(std::span<const std::int8_t> rows,
                    std::span<const float> scales,
                    const SparseVector& x,
                    std::span<float> sums)
{
#if defined(__x86_64__) && defined(__GNUC__)
    static const bool isWide = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
    if (isWide) {
        accumulateWide(rows, scales, x, sums);
        return;
    }
#endif
    for (std::size_t k = 0; k < x.index.size(); ++k) {
        prefetchRow(rows, x, k + kAhead, sums.size());
        const std::int8_t* const row = rows.data() + x.index[k] * sums.size();
        const float value = x.value[k] * scales[x.index[k]];
        for (std::size_t c = 0; c < sums.size(); ++c) {
            sums[c] += static_cast<float>(row[c]) * value;
        }
    }
}

PARLEY_WIDE
void updateRows(std::span<float> rows, const SparseVector& x, std::span<const float> change)
{
    const std::size_t lanes = change.size() / kLane;
    const auto* const by = reinterpret_cast<const Floats*>(change.data());
    for (std::size_t k = 0; k < x.index.size(); ++k) {
        auto* const row = reinterpret_cast<Floats*>(rows.data() + x.index[k] * change.size());
        const float value = x.value[k];
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            row[lane] += by[lane] * value;
        }
    }
}

} // namespace parley::server::nlp
