// SPDX-License-Identifier: MIT
// What a search over dense vectors costs, and what of the exact answer the scan of 8-bit copies keeps.
// bench_vectors [DIMENSIONS [QUERIES]]
#include "server/knowledge/vectors/vector_index.h"
#include "tests/support/random_vectors.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <set>

using namespace parley;
using namespace parley::server::knowledge;

namespace {

using Vectors = std::vector<std::vector<float>>;
constexpr std::size_t kLimit = 10;

struct Figures {
    double p50Ms = 0;
    double p99Ms = 0;
    double cpuP99Ms = 0; ///< without what other programs took of the processor
    double recall = 0;
};

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::set<std::string> idsOf(const std::vector<DenseHit>& hits)
{
    std::set<std::string> ids;
    for (const DenseHit& hit : hits) {
        ids.insert(hit.chunk.value);
    }
    return ids;
}

Figures measure(const VectorIndex& index, const VectorIndex& exact, const Vectors& queries)
{
    std::vector<double> times;
    std::vector<double> cpuTimes;
    std::size_t found = 0;
    for (const auto& query : queries) {
        const double cpuBegin = cpuMs();
        const auto begin = std::chrono::steady_clock::now();
        const auto hits = index.search(query, kLimit, true);
        const auto end = std::chrono::steady_clock::now();
        cpuTimes.push_back(cpuMs() - cpuBegin);
        times.push_back(std::chrono::duration<double, std::milli>(end - begin).count());
        const auto wanted = idsOf(exact.search(query, kLimit, true));
        for (const std::string& id : idsOf(hits)) {
            found += wanted.count(id);
        }
    }
    std::sort(times.begin(), times.end());
    std::sort(cpuTimes.begin(), cpuTimes.end());
    return {times[times.size() / 2],
            times[times.size() * 99 / 100],
            cpuTimes[cpuTimes.size() * 99 / 100],
            static_cast<double>(found) / static_cast<double>(queries.size() * kLimit)};
}

void report(const char* kind, const Vectors& vectors, const Vectors& queries)
{
    VectorIndexOptions never;
    never.quantizeFrom = vectors.size() + 1;
    VectorIndex exact(vectors.front().size(), never);
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        (void)exact.put(ChunkId{std::to_string(i)}, vectors[i], false);
    }
    const auto line = [&](const char* kernel, const char* mode, const VectorIndex& index) {
        const Figures figures = measure(index, exact, queries);
        std::printf("%-9s %7zu %-10s %-7s p50 %6.3f ms  p99 %6.3f ms (cpu %6.3f)  recall@10 %.4f  %4zu MB\n",
                    kind,
                    vectors.size(),
                    kernel,
                    mode,
                    figures.p50Ms,
                    figures.p99Ms,
                    figures.cpuP99Ms,
                    figures.recall,
                    index.memoryBytes() >> 20U);
    };
    line(fastestKernels().name, "float32", exact);
    for (const DotKernels& kernels : usableKernels()) {
        VectorIndexOptions options;
        options.quantizeFrom = 1;
        options.kernels = &kernels;
        VectorIndex index(vectors.front().size(), options);
        for (std::size_t i = 0; i < vectors.size(); ++i) {
            (void)index.put(ChunkId{std::to_string(i)}, vectors[i], false);
        }
        line(kernels.name, "int8", index);
    }
}

} // namespace

int main(int argc, char** argv)
{
    const auto dimensions = static_cast<std::size_t>(argc > 1 ? std::atoi(argv[1]) : 384);
    const auto count = static_cast<std::size_t>(argc > 2 ? std::atoi(argv[2]) : 300);
    for (const std::size_t size : {std::size_t{10'000}, std::size_t{20'000}, std::size_t{100'000}}) {
        test::RandomVectors random(dimensions, 1);
        // A topic of some two hundred passages each, as far apart as a sentence model puts them.
        const Vectors clustered = random.clustered(size, size / 200, 0.9F);
        Vectors queries;
        for (std::size_t i = 0; i < count; ++i) {
            queries.push_back(random.around(clustered[i * 31 % size], 0.7F));
        }
        report("clustered", clustered, queries);
        Vectors uniform;
        for (std::size_t i = 0; i < size; ++i) {
            uniform.push_back(random.next());
        }
        for (auto& query : queries) {
            query = random.next();
        }
        report("random", uniform, queries);
    }
    return 0;
}
