// SPDX-License-Identifier: MIT
#include "server/knowledge/vectors/dot_kernels.h"

#include <array>

#if defined(__x86_64__) && defined(__GNUC__)
#define PARLEY_X86_KERNELS 1
#include <immintrin.h>
#endif

namespace parley::server::knowledge {

namespace {

void plainFloats(const float* query, const float* rows, std::size_t width, std::size_t count, float* out)
{
    // Separate sums, which a compiler may keep in one vector register.
    constexpr std::size_t kSums = 16;
    for (std::size_t row = 0; row < count; ++row, rows += width) {
        std::array<float, kSums> sums{};
        for (std::size_t i = 0; i < width; i += kSums) {
            for (std::size_t j = 0; j < kSums; ++j) {
                sums[j] += query[i + j] * rows[i + j];
            }
        }
        float sum = 0;
        for (const float part : sums) {
            sum += part;
        }
        out[row] = sum;
    }
}

void plainBytes(const std::int8_t* query,
                const std::int8_t* rows,
                std::size_t width,
                std::size_t count,
                std::int32_t* out)
{
    constexpr std::size_t kSums = 16;
    for (std::size_t row = 0; row < count; ++row, rows += width) {
        std::array<std::int32_t, kSums> sums{};
        for (std::size_t i = 0; i < width; i += kSums) {
            for (std::size_t j = 0; j < kSums; ++j) {
                sums[j] += std::int32_t{query[i + j]} * std::int32_t{rows[i + j]};
            }
        }
        std::int32_t sum = 0;
        for (const std::int32_t part : sums) {
            sum += part;
        }
        out[row] = sum;
    }
}

#ifdef PARLEY_X86_KERNELS

__attribute__((target("avx2,fma"))) float sumOf(__m256 v)
{
    __m128 sum = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    sum = _mm_add_ps(sum, _mm_movehl_ps(sum, sum));
    sum = _mm_add_ss(sum, _mm_movehdup_ps(sum));
    return _mm_cvtss_f32(sum);
}

__attribute__((target("avx2,fma"))) std::int32_t sumOf(__m256i v)
{
    __m128i sum = _mm_add_epi32(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
    sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0x4e));
    sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0xb1));
    return _mm_cvtsi128_si32(sum);
}

__attribute__((target("avx2,fma"))) void
avx2Floats(const float* query, const float* rows, std::size_t width, std::size_t count, float* out)
{
    for (std::size_t row = 0; row < count; ++row, rows += width) {
        __m256 a = _mm256_setzero_ps();
        __m256 b = _mm256_setzero_ps();
        __m256 c = _mm256_setzero_ps();
        __m256 d = _mm256_setzero_ps();
        for (std::size_t i = 0; i < width; i += 32) {
            a = _mm256_fmadd_ps(_mm256_loadu_ps(query + i), _mm256_loadu_ps(rows + i), a);
            b = _mm256_fmadd_ps(_mm256_loadu_ps(query + i + 8), _mm256_loadu_ps(rows + i + 8), b);
            c = _mm256_fmadd_ps(_mm256_loadu_ps(query + i + 16), _mm256_loadu_ps(rows + i + 16), c);
            d = _mm256_fmadd_ps(_mm256_loadu_ps(query + i + 24), _mm256_loadu_ps(rows + i + 24), d);
        }
        out[row] = sumOf(_mm256_add_ps(_mm256_add_ps(a, b), _mm256_add_ps(c, d)));
    }
}

/// Adds 32 products. The instruction multiplies unsigned with signed bytes, so the sign of the query moves to
/// the row; two products of at most 127 * 127 fit into its 16 bits.
__attribute__((target("avx2,fma"))) __m256i addProducts(__m256i sum, __m256i query, __m256i row)
{
    const __m256i pairs = _mm256_maddubs_epi16(_mm256_abs_epi8(query), _mm256_sign_epi8(row, query));
    return _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

__attribute__((target("avx2,fma"))) __m256i load32(const std::int8_t* from)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}

__attribute__((target("avx2,fma"))) void avx2Bytes(const std::int8_t* query,
                                                   const std::int8_t* rows,
                                                   std::size_t width,
                                                   std::size_t count,
                                                   std::int32_t* out)
{
    for (std::size_t row = 0; row < count; ++row, rows += width) {
        __m256i a = _mm256_setzero_si256();
        __m256i b = _mm256_setzero_si256();
        for (std::size_t i = 0; i < width; i += 64) {
            a = addProducts(a, load32(query + i), load32(rows + i));
            b = addProducts(b, load32(query + i + 32), load32(rows + i + 32));
        }
        out[row] = sumOf(_mm256_add_epi32(a, b));
    }
}

#define PARLEY_VNNI __attribute__((target("avx512f,avx512bw,avx512vnni,avx2,fma")))

PARLEY_VNNI __m512i load64(const std::int8_t* from)
{
    return _mm512_loadu_si512(from);
}

/// As above: the row's sign is turned where the query is negative, by a mask.
PARLEY_VNNI __m512i addProducts64(__m512i sum, __m512i query, __m512i row)
{
    const __m512i zero = _mm512_setzero_si512();
    const __m512i turned = _mm512_mask_sub_epi8(row, _mm512_movepi8_mask(query), zero, row);
    return _mm512_dpbusd_epi32(sum, _mm512_abs_epi8(query), turned);
}

PARLEY_VNNI std::int32_t sumOf(__m512i v)
{
    // The forms without a mask make GCC 12 warn of what its own header leaves undefined.
    const __m256i low = _mm512_maskz_extracti64x4_epi64(0xff, v, 0);
    return sumOf(_mm256_add_epi32(low, _mm512_maskz_extracti64x4_epi64(0xff, v, 1)));
}

PARLEY_VNNI void vnniBytes(const std::int8_t* query,
                           const std::int8_t* rows,
                           std::size_t width,
                           std::size_t count,
                           std::int32_t* out)
{
    for (std::size_t row = 0; row < count; ++row, rows += width) {
        __m512i a = _mm512_setzero_si512();
        __m512i b = _mm512_setzero_si512();
        std::size_t i = 0;
        for (; i + 128 <= width; i += 128) {
            a = addProducts64(a, load64(query + i), load64(rows + i));
            b = addProducts64(b, load64(query + i + 64), load64(rows + i + 64));
        }
        if (i < width) {
            a = addProducts64(a, load64(query + i), load64(rows + i));
        }
        out[row] = sumOf(_mm512_add_epi32(a, b));
    }
}

#undef PARLEY_VNNI
#endif

std::vector<DotKernels> detect()
{
    std::vector<DotKernels> found{{"plain", plainFloats, plainBytes}};
#ifdef PARLEY_X86_KERNELS
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        found.push_back({"avx2", avx2Floats, avx2Bytes});
        if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vnni")) {
            found.push_back({"avx512vnni", avx2Floats, vnniBytes});
        }
    }
#endif
    return found;
}

} // namespace

const std::vector<DotKernels>& usableKernels()
{
    static const std::vector<DotKernels> kFound = detect();
    return kFound;
}

} // namespace parley::server::knowledge
