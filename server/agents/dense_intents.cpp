// SPDX-License-Identifier: MIT
#include "server/agents/dense_intents.h"

#include "server/nlp/entities/pii.h"
#include "server/runtime/with_timeout.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <utility>

namespace parley::server::agents {

namespace {

using Vectors = std::unordered_map<std::string, nlp::Embedding>;

/// For one batch; nobody waits for it.
constexpr std::chrono::seconds kBatchLimit{60};

/// @param texts  outlives the call
boost::asio::awaitable<Result<Vectors>> vectorsOf(std::shared_ptr<nlp::Embedder> embedder,
                                                  std::span<const std::string> texts)
{
    Vectors vectors;
    const auto most = static_cast<std::size_t>(std::max(embedder->batchSize(), 1));
    for (; !texts.empty(); texts = texts.subspan(std::min(most, texts.size()))) {
        const auto batch = texts.first(std::min(most, texts.size()));
        std::vector<std::string> masked;
        for (const std::string& text : batch) {
            masked.push_back(nlp::maskPii(text).text);
        }
        const runtime::Budget budget = runtime::Budget::of(kBatchLimit);
        auto asked = embedder->embed(std::move(masked), nlp::EmbedKind::Query, budget);
        auto rows = co_await runtime::withTimeout(std::move(asked), budget);
        if (!rows) {
            co_return fail(std::move(rows).error().in("dense intents"));
        }
        if (rows->size() != batch.size()) {
            co_return fail(ErrorCode::Upstream, "The embedder gave other rows than it was asked for.");
        }
        for (std::size_t i = 0; i < batch.size(); ++i) {
            vectors.insert_or_assign(batch[i], std::move((*rows)[i]));
        }
    }
    co_return vectors;
}

Result<std::vector<nlp::Embedding>> rowsOf(const Vectors& vectors, std::span<const std::string> texts)
{
    std::vector<nlp::Embedding> rows;
    rows.reserve(texts.size());
    for (const std::string& text : texts) {
        const auto known = vectors.find(text);
        if (known == vectors.end()) {
            return fail(ErrorCode::Internal, "An example has no vector.");
        }
        rows.push_back(known->second);
    }
    return rows;
}

} // namespace

boost::asio::awaitable<Result<DenseIntents>> trainDenseIntents(std::shared_ptr<nlp::Embedder> embedder,
                                                               std::vector<nlp::IntentExample> examples,
                                                               runtime::WorkerPool& cpu)
{
    auto list = [&] { return nlp::IntentModel::textsToEmbed(examples); };
    auto texts = co_await cpu.run(list);
    if (!texts) {
        if (texts.error().code != ErrorCode::InvalidArgument) {
            co_return fail(std::move(texts).error());
        }
        DenseIntents none;
        none.embedder = embedder->identity();
        co_return none;
    }
    auto vectors = co_await vectorsOf(embedder, *texts);
    if (!vectors) {
        co_return fail(std::move(vectors).error());
    }
    auto work = [&]() -> Result<DenseIntents> {
        nlp::IntentTraining training;
        training.embed = [&](std::span<const std::string> wanted) { return rowsOf(*vectors, wanted); };
        auto model = nlp::IntentModel::train(examples, training);
        if (!model) {
            return fail(std::move(model).error());
        }
        return DenseIntents{*std::move(model), embedder->identity()};
    };
    co_return co_await cpu.run(work);
}

} // namespace parley::server::agents
