// SPDX-License-Identifier: MIT
#include "server/knowledge/knowledge_index.h"
#include "tests/bench/zipf_text.h"

#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace parley;
using namespace parley::server;

constexpr std::size_t kChunksOfDocument = 20;
constexpr std::size_t kWordsOfChunk = 150;
constexpr std::size_t kQueries = 2'000;
constexpr std::size_t kDenseHits = 50;

double residentMegabytes()
{
    std::ifstream statm("/proc/self/statm");
    std::size_t pages = 0;
    std::size_t resident = 0;
    statm >> pages >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

/// This thread's time on a core: what other processes do on the machine is not the search's.
struct Clock {
    static double milliseconds()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    }
};

knowledge::IndexedDocument document(bench::ZipfText& source, std::size_t number)
{
    knowledge::IndexedDocument made;
    made.id.value = "d" + std::to_string(number);
    made.title = source.text(4);
    for (std::size_t i = 0; i < kChunksOfDocument; ++i) {
        made.chunks.push_back({ChunkId{made.id.value + "#" + std::to_string(i)},
                               source.text(3),
                               source.text(kWordsOfChunk),
                               static_cast<int>(i) + 1});
    }
    return made;
}

void report(const char* name, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    double sum = 0;
    for (const double time : times) {
        sum += time;
    }
    std::printf("  %-18s mean %.3f ms, p50 %.3f, p99 %.3f, most %.3f\n",
                name,
                sum / static_cast<double>(times.size()),
                times[times.size() / 2],
                times[times.size() * 99 / 100],
                times.back());
}

void measure(std::size_t chunks)
{
    bench::ZipfText source(42);
    knowledge::KnowledgeIndex index;
    std::vector<std::string> passages; // what questions are about
    const double before = residentMegabytes();
    double indexing = 0;
    for (std::size_t i = 0; i < chunks / kChunksOfDocument; ++i) {
        const knowledge::IndexedDocument made = document(source, i);
        passages.push_back(made.chunks[i % kChunksOfDocument].text);
        const double begin = Clock::milliseconds();
        if (!index.put(made)) {
            std::fprintf(stderr, "the index is full\n");
            return;
        }
        indexing += Clock::milliseconds() - begin;
    }
    std::printf("%zu chunks of %zu words: %.0f chunks/s, %.2f KB a chunk resident\n",
                index.chunkCount(),
                kWordsOfChunk,
                static_cast<double>(index.chunkCount()) / indexing * 1000,
                (residentMegabytes() - before) * 1000 / static_cast<double>(index.chunkCount()));
    std::vector<double> words;
    std::vector<double> merged;
    for (std::size_t i = 0; i < kQueries; ++i) {
        const std::string query = source.question(passages[i % passages.size()]);
        std::vector<knowledge::DenseHit> dense;
        for (std::size_t h = 0; h < kDenseHits; ++h) {
            const std::size_t number = (i * 7919 + h * 104'729) % index.chunkCount();
            dense.push_back({ChunkId{"d" + std::to_string(number / kChunksOfDocument) + "#" +
                                     std::to_string(number % kChunksOfDocument)},
                             0.9F - 0.01F * static_cast<float>(h)});
        }
        double begin = Clock::milliseconds();
        const std::size_t found = index.search(query).hits.size();
        words.push_back(Clock::milliseconds() - begin);
        knowledge::SearchOptions options;
        options.dense = dense;
        begin = Clock::milliseconds();
        const std::size_t both = index.search(query, options).hits.size();
        merged.push_back(Clock::milliseconds() - begin);
        if (found == 0 || both == 0) {
            std::fprintf(stderr, "nothing found for %s\n", query.c_str());
        }
    }
    report("words", std::move(words));
    report("merged with dense", std::move(merged));
    const double begin = Clock::milliseconds();
    static_cast<void>(index.remove(DocumentId{"d0"}));
    std::printf("  a document of %zu chunks removed in %.2f ms\n",
                kChunksOfDocument,
                Clock::milliseconds() - begin);
}

} // namespace

/// bench_search [CHUNKS]...: what indexing and searching cost on one core, without a store or a network.
int main(int argc, char** argv)
{
    std::vector<std::size_t> sizes;
    for (int i = 1; i < argc; ++i) {
        sizes.push_back(std::strtoul(argv[i], nullptr, 10));
    }
    for (const std::size_t size : sizes.empty() ? std::vector<std::size_t>{10'000, 100'000} : sizes) {
        measure(size);
    }
    return 0;
}
