// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/eval_retrieval.h"

#include "server/daemon/evaluation/retrieval_data.h"
#include "server/daemon/evaluation/text_vectors.h"
#include "server/daemon/evaluation/tsv.h"
#include "server/knowledge/vectors/vector_index.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <memory>
#include <optional>

namespace parley::server::daemon::evaluation {

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::size_t kDocuments = 10;
// Several chunks of one document are one document: enough of them for ten documents nearly always.
constexpr std::size_t kChunks = 60;
constexpr std::size_t kDenseHits = 50;
constexpr std::size_t kBatch = 64;
constexpr std::array<std::size_t, 4> kAnswerRanks{1, 3, 5, 10};

/// The corpus, ready to be searched.
struct Searcher {
    knowledge::KnowledgeIndex index;
    TextVectors vectorsOf;                           ///< may be empty
    std::unique_ptr<knowledge::VectorIndex> vectors; ///< null: there is no embedder
    double chunksPerSecond = 0;
};

struct Found {
    std::vector<std::pair<std::string, double>> documents; ///< best first, with their scores
    std::vector<std::size_t> answerRanks;                  ///< of chunks with an answer, from 1
    double milliseconds = 0;
};

Result<void> addVectors(Searcher& searcher, const std::vector<knowledge::IndexedDocument>& documents)
{
    std::vector<ChunkId> ids;
    std::vector<std::string> texts;
    const auto flush = [&]() -> Result<void> {
        const auto made = searcher.vectorsOf(std::exchange(texts, {}), nlp::EmbedKind::Passage);
        if (!made) {
            return fail(made.error());
        }
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (!searcher.vectors) {
                searcher.vectors = std::make_unique<knowledge::VectorIndex>((*made)[i].size());
            }
            if (auto put = searcher.vectors->put(ids[i], (*made)[i], false); !put) {
                return put;
            }
        }
        ids.clear();
        return {};
    };
    for (const knowledge::IndexedDocument& document : documents) {
        for (const knowledge::IndexedChunk& chunk : document.chunks) {
            ids.push_back(chunk.id);
            texts.push_back(document.title + '\n' + chunk.headings + '\n' + chunk.text);
            if (texts.size() == kBatch) {
                if (auto done = flush(); !done) {
                    return done;
                }
            }
        }
    }
    return texts.empty() ? Result<void>() : flush();
}

Result<void> fill(Searcher& searcher, const std::vector<knowledge::IndexedDocument>& documents)
{
    const auto begin = Clock::now();
    for (const knowledge::IndexedDocument& document : documents) {
        if (auto put = searcher.index.put(document); !put) {
            return put;
        }
    }
    const std::chrono::duration<double> elapsed = Clock::now() - begin;
    searcher.chunksPerSecond = static_cast<double>(searcher.index.chunkCount()) / elapsed.count();
    return searcher.vectorsOf ? addVectors(searcher, documents) : Result<void>();
}

Result<Found> ask(const Searcher& searcher, const RetrievalQuery& query)
{
    knowledge::SearchOptions options;
    options.limit = kChunks;
    std::vector<knowledge::DenseHit> dense;
    if (searcher.vectors) {
        const auto vectors = searcher.vectorsOf({query.text}, nlp::EmbedKind::Query);
        if (!vectors) {
            return fail(vectors.error());
        }
        dense = searcher.vectors->search(vectors->front(), kDenseHits, false);
        options.dense = dense;
    }
    Found found;
    const auto begin = Clock::now();
    const knowledge::SearchResult result = searcher.index.search(query.text, options);
    found.milliseconds = Milliseconds(Clock::now() - begin).count();
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
        const knowledge::Hit& hit = result.hits[i];
        const bool isNew = std::none_of(found.documents.begin(), found.documents.end(), [&](const auto& one) {
            return one.first == hit.document.value;
        });
        if (isNew && found.documents.size() < kDocuments) {
            found.documents.emplace_back(hit.document.value, hit.score);
        }
        if (i < kAnswerRanks.back() && !query.answers.empty()) {
            const std::string text = comparable(hit.text);
            if (std::any_of(query.answers.begin(), query.answers.end(), [&](const std::string& answer) {
                    return text.find(answer) != std::string::npos;
                })) {
                found.answerRanks.push_back(i + 1);
            }
        }
    }
    return found;
}

/// What each query adds to the figures.
struct Sums {
    std::array<double, 3> recall{}; ///< at 1, 5 and 10: a relevant document is there
    double reciprocalRank = 0;
    double ndcg = 0;
    std::array<double, kAnswerRanks.size()> answers{};
    double answered = 0; ///< queries that have answers
    std::vector<double> milliseconds;

    void add(const RetrievalQuery& query, const Found& found)
    {
        constexpr std::array<std::size_t, 3> kRanks{1, 5, 10};
        std::size_t first = 0;
        double gain = 0;
        for (std::size_t i = 0; i < found.documents.size(); ++i) {
            if (query.relevant.contains(found.documents[i].first)) {
                first = first == 0 ? i + 1 : first;
                gain += 1 / std::log2(static_cast<double>(i) + 2);
            }
        }
        double ideal = 0;
        for (std::size_t i = 0; i < std::min(query.relevant.size(), kDocuments); ++i) {
            ideal += 1 / std::log2(static_cast<double>(i) + 2);
        }
        for (std::size_t i = 0; i < kRanks.size(); ++i) {
            recall.at(i) += first != 0 && first <= kRanks.at(i) ? 1 : 0;
        }
        reciprocalRank += first != 0 ? 1 / static_cast<double>(first) : 0;
        ndcg += gain / ideal;
        answered += query.answers.empty() ? 0 : 1;
        for (std::size_t i = 0; i < kAnswerRanks.size(); ++i) {
            const bool isThere =
                !found.answerRanks.empty() && found.answerRanks.front() <= kAnswerRanks.at(i);
            answers.at(i) += isThere ? 1 : 0;
        }
        milliseconds.push_back(found.milliseconds);
    }
};

nlohmann::ordered_json figuresOf(Sums sums, const RetrievalData& data, const Searcher& searcher)
{
    nlohmann::ordered_json figures;
    const auto queries = static_cast<double>(data.queries.size());
    figures["queries"] = data.queries.size();
    figures["r1"] = sums.recall[0] / queries;
    figures["r5"] = sums.recall[1] / queries;
    figures["r10"] = sums.recall[2] / queries;
    figures["mrr10"] = sums.reciprocalRank / queries;
    figures["ndcg10"] = sums.ndcg / queries;
    for (std::size_t i = 0; data.hasAnswers && i < kAnswerRanks.size(); ++i) {
        figures["answer_top" + std::to_string(kAnswerRanks.at(i))] =
            sums.answers.at(i) / std::max(1.0, sums.answered);
    }
    figures["documents"] = data.documents.size();
    figures["chunks"] = searcher.index.chunkCount();
    figures["index_chunks_per_second"] = searcher.chunksPerSecond;
    std::sort(sums.milliseconds.begin(), sums.milliseconds.end());
    double all = 0;
    for (const double one : sums.milliseconds) {
        all += one;
    }
    figures["ms_per_query"] = all / queries;
    figures["p99_ms"] = sums.milliseconds[(sums.milliseconds.size() - 1) * 99 / 100];
    return figures;
}

/// "query<TAB>document:score,document:score", and the ranks of chunks with the answer where there are any to
/// look for.
std::string line(const RetrievalQuery& query, const Found& found, bool hasAnswers)
{
    std::string text = column(query.id) + '\t';
    for (const auto& [document, score] : found.documents) {
        std::array<char, 32> number{};
        std::snprintf(number.data(), number.size(), ":%.6f", score);
        text += (text.back() == '\t' ? "" : ",") + column(document) + number.data();
    }
    if (hasAnswers) {
        text += '\t';
        for (const std::size_t rank : found.answerRanks) {
            text += (text.back() == '\t' ? "" : ",") + std::to_string(rank);
        }
    }
    return text;
}

Result<Report> run(const Options& options)
{
    auto data = readRetrievalData(options);
    if (!data) {
        return fail(std::move(data).error());
    }
    Searcher searcher;
    if (const auto spec = options.find("embedder")) {
        auto opened = openTextVectors(*spec);
        if (!opened) {
            return fail(std::move(opened).error());
        }
        searcher.vectorsOf = *std::move(opened);
    }
    if (auto filled = fill(searcher, data->documents); !filled) {
        return fail(std::move(filled).error());
    }
    Report report;
    Sums sums;
    for (const RetrievalQuery& query : data->queries) {
        const auto found = ask(searcher, query);
        if (!found) {
            return fail(found.error());
        }
        sums.add(query, *found);
        report.predictions.push_back(line(query, *found, data->hasAnswers));
    }
    report.figures = figuresOf(std::move(sums), *data, searcher);
    return report;
}

} // namespace

Evaluation retrievalEvaluation()
{
    return {
        "retrieval",
        "Indexes C (id, title, text) and asks Q (id, text); R has query and document, A query and answer. "
        "SPEC is onnx:FOLDER.",
        "--corpus C.tsv --queries Q.tsv --qrels R.tsv [--answers A.tsv] [--embedder SPEC]",
        {"corpus", "queries", "qrels", "answers", "embedder"},
        &run};
}

} // namespace parley::server::daemon::evaluation
