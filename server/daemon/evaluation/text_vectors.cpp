// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/text_vectors.h"

#include "server/nlp/embedding/onnx_embedder.h"
#include "server/runtime/deadline.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <memory>
#include <string_view>
#include <utility>

namespace parley::server::daemon::evaluation {

namespace {

constexpr std::string_view kOnnx = "onnx:";
constexpr std::chrono::minutes kLongest{10}; // of one batch

Result<std::vector<nlp::Embedding>>
embedNow(nlp::Embedder& embedder, std::vector<std::string> texts, nlp::EmbedKind kind)
{
    boost::asio::io_context loop;
    Result<std::vector<nlp::Embedding>> outcome = fail(ErrorCode::Upstream, "The embedder did not answer.");
    const auto keep = [&](const std::exception_ptr& error, Result<std::vector<nlp::Embedding>> vectors) {
        if (!error) {
            outcome = std::move(vectors);
        }
    };
    boost::asio::co_spawn(loop, embedder.embed(std::move(texts), kind, runtime::Budget::of(kLongest)), keep);
    loop.run();
    return outcome;
}

} // namespace

Result<TextVectors> openTextVectors(const std::string& spec)
{
    if (!spec.starts_with(kOnnx)) {
        return fail(ErrorCode::InvalidArgument, "--embedder must be onnx:FOLDER.");
    }
    nlp::OnnxEmbedderOptions options;
    options.modelFolder = spec.substr(kOnnx.size());
    auto made = nlp::makeOnnxEmbedder(options);
    if (!made) {
        return fail(std::move(made).error());
    }
    const std::shared_ptr<nlp::Embedder> embedder = *std::move(made);
    return TextVectors([embedder](std::vector<std::string> texts, nlp::EmbedKind kind) {
        return embedNow(*embedder, std::move(texts), kind);
    });
}

} // namespace parley::server::daemon::evaluation
