// SPDX-License-Identifier: MIT
#include "server/nlp/embedding/onnx_embedder.h"

#include "server/nlp/embedding/onnx_library.h"
#include "server/nlp/embedding/onnx_model_folder.h"
#include "server/nlp/embedding/onnx_session.h"
#include "server/runtime/worker_pool.h"
#include "server/security/digest.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace parley::server::nlp {

namespace {

/// Padded tokens of one run. A question must not wait long behind a part of a background job, and longer runs
/// are hardly faster a token (a model of 6 layers and 384 dimensions: some 70 ms for 512 tokens).
constexpr std::size_t kTokensPerRun = 512;

/// Places of texts that one run takes.
using Part = std::vector<std::size_t>;

/// Texts of about the same length share a run, so that little is padded.
std::vector<Part> partsOf(const std::vector<TokenRow>& rows)
{
    Part order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return rows[a].size() < rows[b].size();
    });
    std::vector<Part> parts;
    for (const std::size_t at : order) {
        if (parts.empty() || (parts.back().size() + 1) * rows[at].size() > kTokensPerRun) {
            parts.emplace_back();
        }
        parts.back().push_back(at);
    }
    return parts;
}

class OnnxEmbedder final : public Embedder {
public:
    OnnxEmbedder(const OnnxEmbedderOptions& options,
                 OnnxModelFolder model,
                 std::unique_ptr<OnnxSession> session)
        : m_options(options),
          m_model(std::move(model)),
          m_session(std::move(session)),
          m_identity(identityOf()),
          m_pool(poolOptions(options))
    {}

    [[nodiscard]] std::string_view kind() const override { return "onnx"; }
    [[nodiscard]] std::string identity() const override { return m_identity; }
    [[nodiscard]] int dimensions() const override { return m_session->dimensions(); }

    boost::asio::awaitable<Result<std::vector<Embedding>>>
    embed(std::vector<std::string> texts, EmbedKind kind, runtime::Budget budget) override
    {
        std::vector<Embedding> embeddings(texts.size());
        std::vector<TokenRow> rows;
        std::vector<Part> parts;
        const std::string& prefix =
            kind == EmbedKind::Query ? m_options.queryPrefix : m_options.passagePrefix;
        auto cut = [&]() -> Result<void> {
            for (const std::string& text : texts) {
                rows.push_back(m_model.tokenizer.encode(prefix.empty() ? text : prefix + text));
            }
            parts = partsOf(rows);
            return {};
        };
        auto done = co_await m_pool.run(std::move(cut));
        for (std::size_t i = 0; done && i < parts.size(); ++i) {
            const Part& part = parts[i];
            auto job = [&] { return runPart(part, rows, budget, embeddings); };
            done = co_await m_pool.run(std::move(job));
        }
        if (!done) {
            co_return fail(std::move(done).error().in("onnx"));
        }
        co_return embeddings;
    }

private:
    Result<void> runPart(const Part& part,
                         std::vector<TokenRow>& rows,
                         const runtime::Budget& budget,
                         std::vector<Embedding>& embeddings) const
    {
        if (budget.isSpent()) {
            return fail(ErrorCode::Timeout, "Computing the embeddings took too long.");
        }
        std::vector<TokenRow> batch;
        for (const std::size_t at : part) {
            batch.push_back(std::move(rows[at]));
        }
        auto computed = m_session->run(batch);
        if (!computed) {
            return fail(std::move(computed).error());
        }
        for (std::size_t i = 0; i < part.size(); ++i) {
            embeddings[part[i]] = std::move((*computed)[i]);
        }
        return {};
    }

    [[nodiscard]] std::string identityOf() const
    {
        const auto prefixes =
            security::digestHex(security::sha256(m_options.queryPrefix + '\0' + m_options.passagePrefix));
        return "onnx:" + m_model.digest.substr(0, 32) + ":" + std::to_string(m_session->dimensions()) + ":" +
               prefixes.substr(0, 8);
    }

    static runtime::WorkerPoolOptions poolOptions(const OnnxEmbedderOptions& options)
    {
        runtime::WorkerPoolOptions pool;
        pool.name = "embed";
        pool.threads = std::max<std::size_t>(options.threads, 1);
        pool.maxQueued = options.maxQueued;
        return pool;
    }

    OnnxEmbedderOptions m_options;
    OnnxModelFolder m_model;
    std::unique_ptr<OnnxSession> m_session;
    std::string m_identity;
    runtime::WorkerPool m_pool; // depends on: all of the above
};

} // namespace

Result<std::unique_ptr<Embedder>> makeOnnxEmbedder(const OnnxEmbedderOptions& options)
{
    auto model = readOnnxModelFolder(options.modelFolder);
    if (!model) {
        return fail(std::move(model).error().in("onnx"));
    }
    if (auto version = loadOnnxLibrary(options.libraryFile); !version) {
        return fail(std::move(version).error().in("onnx"));
    }
    auto session = OnnxSession::open(model->modelFile, model->pooling, model->tokenizer.padToken());
    if (!session) {
        return fail(std::move(session).error().in("onnx"));
    }
    return std::make_unique<OnnxEmbedder>(options, *std::move(model), *std::move(session));
}

} // namespace parley::server::nlp
