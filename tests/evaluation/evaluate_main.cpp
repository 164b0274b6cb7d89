// SPDX-License-Identifier: MIT
#include "server/knowledge/knowledge_index.h"
#include "tests/evaluation/answer_report.h"
#include "tests/evaluation/retrieval_set.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

using namespace parley;
using namespace parley::server::knowledge;

constexpr std::size_t kDepth = 20;

struct Figures {
    double recallAt1 = 0;
    double recallAt5 = 0;
    double reciprocalRank = 0;
    std::size_t queries = 0;
    double searchMicroseconds = 0;
};

/// Settings from the command line, `--set name=value`.
bool applySetting(IndexTuning& tuning, const std::string& setting)
{
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos) {
        return false;
    }
    const std::string name = setting.substr(0, equals);
    const double value = std::strtod(setting.c_str() + equals + 1, nullptr);
    const std::map<std::string, double*> known{
        {"k1", &tuning.k1},
        {"b", &tuning.b},
        {"title", &tuning.titleWeight},
        {"heading", &tuning.headingShare},
        {"headb", &tuning.headB},
        {"gramhead", &tuning.gramHeadShare},
        {"synonym", &tuning.synonymCredit},
        {"typo", &tuning.typoCredit},
        {"rrf", &tuning.rrfK},
        {"stop", &tuning.stopShare},
        {"filler", &tuning.fillerShare},
        {"gram", &tuning.gramIdfPower},
        {"bm25", &tuning.bm25Share},
    };
    const auto found = known.find(name);
    if (found != known.end()) {
        *found->second = value;
    }
    return found != known.end();
}

void fill(KnowledgeIndex& index, const evaluation::RetrievalSet& set)
{
    for (const auto& article : set.corpus) {
        IndexedDocument document;
        document.id.value = article.id;
        document.title = article.title;
        IndexedChunk chunk;
        chunk.id.value = article.id;
        chunk.text = article.text;
        document.chunks.push_back(std::move(chunk));
        if (!index.put(document)) {
            std::fprintf(stderr, "the index is full\n");
        }
    }
}

Figures measure(const KnowledgeIndex& index, const evaluation::RetrievalSet& set, bool listMisses)
{
    Figures figures;
    SearchOptions options;
    options.limit = kDepth;
    const auto begin = std::chrono::steady_clock::now();
    for (const auto& [id, text] : set.queries) {
        const auto relevant = set.relevant.find(id);
        if (relevant == set.relevant.end()) {
            continue;
        }
        const SearchResult result = index.search(text, options);
        ++figures.queries;
        for (std::size_t i = 0; i < result.hits.size(); ++i) {
            if (relevant->second.contains(result.hits[i].document.value)) {
                figures.recallAt1 += i == 0 ? 1 : 0;
                figures.recallAt5 += i < 5 ? 1 : 0;
                figures.reciprocalRank += 1.0 / static_cast<double>(i + 1);
                break;
            }
        }
        const bool first = !result.hits.empty() && relevant->second.contains(result.hits[0].document.value);
        if (listMisses && !first) {
            std::printf("miss  %s\n      found: %s\n",
                        text.c_str(),
                        result.hits.empty() ? "" : result.hits[0].title.c_str());
        }
    }
    const std::chrono::duration<double, std::micro> spent = std::chrono::steady_clock::now() - begin;
    const double count = static_cast<double>(std::max<std::size_t>(1, figures.queries));
    figures.searchMicroseconds = spent.count() / count;
    figures.recallAt1 /= count;
    figures.recallAt5 /= count;
    figures.reciprocalRank /= count;
    return figures;
}

int usage()
{
    std::fprintf(
        stderr,
        "usage: parley_evaluate retrieval DIR... [--faq] [--misses] [--set NAME=VALUE]...\n"
        "       parley_evaluate gate           the answer gate's development set, as TSV\n"
        "       parley_evaluate answers DIR    answers the lines of stdin from DIR's *.md, as TSV\n"
        "       parley_evaluate questions DIR QUESTIONS.json   what becomes of each over DIR's *.md, with "
        "totals\n"
        "       parley_evaluate retrieval-gate DIR   drafts for a set's queries with and without their "
        "article\n"
        "  DIR     holds corpus.tsv, queries.tsv and qrels.tsv\n"
        "  --faq   titles are questions and texts their answers (what the product's weights are for)\n"
        "  --set   k1 b title heading headb gramhead synonym typo stop filler gram rrf bm25\n");
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 2 && std::strcmp(argv[1], "gate") == 0) {
        return evaluation::reportGate();
    }
    if (argc == 4 && std::strcmp(argv[1], "questions") == 0) {
        return evaluation::reportQuestions(argv[2], argv[3]);
    }
    if (argc == 3 && std::strcmp(argv[1], "retrieval-gate") == 0) {
        return evaluation::reportRetrievalGate(argv[2]);
    }
    if (argc == 3 && std::strcmp(argv[1], "answers") == 0) {
        return evaluation::reportFolder(argv[2]);
    }
    if (argc < 3 || std::strcmp(argv[1], "retrieval") != 0) {
        return usage();
    }
    IndexTuning tuning;
    bool listMisses = false;
    std::vector<std::filesystem::path> folders;
    for (int i = 2; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--faq") {
            continue; // the product tells FAQs and passages apart by nothing but their titles
        } else if (argument == "--misses") {
            listMisses = true;
        } else if (argument == "--set" && i + 1 < argc) {
            if (!applySetting(tuning, argv[++i])) {
                return usage();
            }
        } else {
            folders.emplace_back(argument);
        }
    }
    std::printf(
        "%-20s %8s %8s %7s %7s %7s %9s\n", "set", "articles", "queries", "R@1", "R@5", "MRR", "us/query");
    for (const auto& folder : folders) {
        const auto set = evaluation::readRetrievalSet(folder);
        if (!set) {
            std::fprintf(stderr, "%s: cannot be read\n", folder.c_str());
            return 1;
        }
        KnowledgeIndex index(tuning);
        fill(index, *set);
        const Figures figures = measure(index, *set, listMisses);
        std::printf("%-20s %8zu %8zu %7.3f %7.3f %7.3f %9.0f\n",
                    folder.filename().c_str(),
                    set->corpus.size(),
                    figures.queries,
                    figures.recallAt1,
                    figures.recallAt5,
                    figures.reciprocalRank,
                    figures.searchMicroseconds);
    }
    return 0;
}
