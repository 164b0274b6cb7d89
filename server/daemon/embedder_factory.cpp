// SPDX-License-Identifier: MIT
#include "server/daemon/embedder_factory.h"

#include "server/nlp/embedding/onnx_embedder.h"
#include "server/nlp/embedding/openai_embedder.h"

namespace parley::server::daemon {

namespace {

using Made = Result<std::shared_ptr<nlp::Embedder>>;

Made makeOnnx(const Settings::Embedder& settings)
{
    nlp::OnnxEmbedderOptions options;
    options.modelFolder = settings.model;
    options.queryPrefix = settings.queryPrefix;
    options.passagePrefix = settings.passagePrefix;
    auto made = nlp::makeOnnxEmbedder(options);
    if (!made) {
        return fail(std::move(made).error());
    }
    return std::shared_ptr<nlp::Embedder>(*std::move(made));
}

Made makeOpenAi(const Settings::Embedder& settings, net::HttpClient& http, runtime::WorkerPool& workers)
{
    nlp::OpenAiEmbedderOptions options;
    options.server.baseUrl = settings.url;
    options.server.apiKey = security::Secret(settings.apiKey);
    options.server.model = settings.model;
    options.server.dimensions = static_cast<int>(settings.dimensions);
    options.queryPrefix = settings.queryPrefix;
    options.passagePrefix = settings.passagePrefix;
    return std::shared_ptr<nlp::Embedder>(
        std::make_shared<nlp::OpenAiEmbedder>(http, workers, std::move(options)));
}

} // namespace

Made makeEmbedder(const Settings::Embedder& settings, net::HttpClient& http, runtime::WorkerPool& workers)
{
    if (settings.kind == "none") {
        return std::shared_ptr<nlp::Embedder>();
    }
    if (settings.model.empty()) {
        return fail(ErrorCode::InvalidArgument, "embedder.kind " + settings.kind + " needs embedder.model.");
    }
    if (settings.kind == "onnx") {
        return makeOnnx(settings);
    }
    if (settings.url.empty()) {
        return fail(ErrorCode::InvalidArgument, "embedder.kind openai needs embedder.url.");
    }
    return makeOpenAi(settings, http, workers);
}

} // namespace parley::server::daemon
