// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/text_vectors.h"

#include "server/net/curl_http_client.h"
#include "server/nlp/embedding/onnx_embedder.h"
#include "server/nlp/embedding/openai_embedder.h"
#include "server/runtime/deadline.h"
#include "server/runtime/worker_pool.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <cstdlib>
#include <exception>
#include <memory>
#include <string_view>
#include <utility>

namespace parley::server::daemon::evaluation {

namespace {

constexpr std::string_view kOnnx = "onnx:";
constexpr std::string_view kOpenAi = "openai:";
/// As the daemon's setting: a key has no place on a command line.
constexpr const char* kKeyVariable = "PARLEY_EMBEDDER_API_KEY";
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

/// An embedder on a server, with what it needs to ask it.
struct Remote {
    explicit Remote(nlp::OpenAiEmbedderOptions options)
        : http(net::HttpClientOptions{}, resolver), embedder(http, workers, std::move(options))
    {}

    net::SystemResolver resolver;
    net::CurlHttpClient http; // depends on: resolver
    runtime::WorkerPool workers{{"embedder", 1, 64, {}}};
    nlp::OpenAiEmbedder embedder; // depends on: http, workers
};

Result<TextVectors> openRemote(std::string_view place)
{
    const std::size_t comma = place.rfind(',');
    if (comma == std::string_view::npos || comma == 0 || comma + 1 == place.size()) {
        return fail(ErrorCode::InvalidArgument, "--embedder openai: wants openai:URL,MODEL.");
    }
    nlp::OpenAiEmbedderOptions options;
    options.server.baseUrl = std::string(place.substr(0, comma));
    options.server.model = std::string(place.substr(comma + 1));
    if (const char* key = std::getenv(kKeyVariable)) {
        options.server.apiKey = security::Secret(key);
    }
    // Shared by the copies of the function.
    const auto remote = std::make_shared<Remote>(std::move(options));
    return TextVectors([remote](std::vector<std::string> texts, nlp::EmbedKind kind) {
        return embedNow(remote->embedder, std::move(texts), kind);
    });
}

} // namespace

Result<TextVectors> openTextVectors(const std::string& spec)
{
    if (spec.starts_with(kOpenAi)) {
        return openRemote(std::string_view(spec).substr(kOpenAi.size()));
    }
    if (!spec.starts_with(kOnnx)) {
        return fail(ErrorCode::InvalidArgument, "--embedder must be onnx:FOLDER or openai:URL,MODEL.");
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
