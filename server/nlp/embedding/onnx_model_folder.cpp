// SPDX-License-Identifier: MIT
#include "server/nlp/embedding/onnx_model_folder.h"

#include "server/security/digest.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace parley::server::nlp {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t kBlockBytes = 4U << 20U;
constexpr std::uintmax_t kMaxConfigBytes = 1U << 20U;
constexpr std::uintmax_t kMaxVocabularyBytes = 64U << 20U;
/// Nothing that BERT's family reads is longer; files write 1e30 for "no limit".
constexpr double kMostTokens = 8192;
/// @source BERT's position table
constexpr std::size_t kUsualTokens = 512;

tl::unexpected<Error> wrongModel(const fs::path& file, const std::string& what)
{
    return fail(ErrorCode::InvalidArgument,
                "The embedding model cannot be used: " + file.string() + " " + what);
}

Result<std::string> readFile(const fs::path& file, std::uintmax_t most)
{
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (error) {
        return wrongModel(file, "cannot be read (" + error.message() + ").");
    }
    if (size > most) {
        return wrongModel(file, "is too large.");
    }
    std::ifstream stream(file, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(stream), {});
    if (!stream.good() && !stream.eof()) {
        return wrongModel(file, "cannot be read.");
    }
    return text;
}

/// An empty object where there is no such file.
Result<json> readConfig(const fs::path& file)
{
    if (!fs::exists(file)) {
        return json::object();
    }
    auto text = readFile(file, kMaxConfigBytes);
    if (!text) {
        return fail(std::move(text).error());
    }
    json config = json::parse(*text, nullptr, false);
    if (!config.is_object()) {
        return wrongModel(file, "is not a JSON object.");
    }
    return config;
}

bool flag(const json& config, const char* name, bool standard)
{
    const auto found = config.find(name);
    return found != config.end() && found->is_boolean() ? found->get<bool>() : standard;
}

void lowerTo(const json& config, const char* name, std::size_t& limit)
{
    const auto found = config.find(name);
    if (found != config.end() && found->is_number() && found->get<double>() >= 3) {
        limit = std::min(limit, static_cast<std::size_t>(std::min(found->get<double>(), kMostTokens)));
    }
}

Result<Pooling> poolingOf(const fs::path& file)
{
    const auto config = readConfig(file);
    if (!config) {
        return fail(config.error());
    }
    const bool isFirst = flag(*config, "pooling_mode_cls_token", false);
    const bool isMean = flag(*config, "pooling_mode_mean_tokens", !isFirst);
    for (const char* other : {"pooling_mode_max_tokens",
                              "pooling_mode_mean_sqrt_len_tokens",
                              "pooling_mode_weightedmean_tokens",
                              "pooling_mode_lasttoken"}) {
        if (flag(*config, other, false)) {
            return wrongModel(file, std::string("wants ") + other + "; mean and cls are supported.");
        }
    }
    if (isFirst == isMean) {
        return wrongModel(file, "wants two poolings, or none; mean or cls is supported.");
    }
    return isFirst ? Pooling::First : Pooling::Mean;
}

Result<void> readLimits(const fs::path& folder, OnnxModelFolder& model)
{
    auto tokenizer = readConfig(folder / "tokenizer_config.json");
    auto sentence = readConfig(folder / "sentence_bert_config.json");
    auto network = readConfig(folder / "config.json");
    for (auto* config : {&tokenizer, &sentence, &network}) {
        if (!*config) {
            return fail(std::move(*config).error());
        }
    }
    model.lowerCase = flag(*tokenizer, "do_lower_case", true);
    // Longer inputs than the position table are an error of the network; the others are what it was trained
    // on.
    model.maxTokens = static_cast<std::size_t>(kMostTokens);
    lowerTo(*network, "max_position_embeddings", model.maxTokens);
    lowerTo(*tokenizer, "model_max_length", model.maxTokens);
    lowerTo(*sentence, "max_seq_length", model.maxTokens);
    if (model.maxTokens == static_cast<std::size_t>(kMostTokens)) {
        model.maxTokens = kUsualTokens;
    }
    return {};
}

/// Chained over blocks, so that a model of gigabytes needs no gigabytes here.
Result<void> addFile(const fs::path& file, std::string& digest)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return wrongModel(file, "cannot be read.");
    }
    std::string block;
    while (stream) {
        block.resize(kBlockBytes);
        stream.read(block.data(), static_cast<std::streamsize>(block.size()));
        block.resize(static_cast<std::size_t>(stream.gcount()));
        digest = security::digestHex(security::sha256(digest + block));
    }
    if (stream.bad()) {
        return wrongModel(file, "cannot be read.");
    }
    return {};
}

Result<std::string> digestOf(const OnnxModelFolder& model, const std::string& vocabulary)
{
    std::string digest;
    // Weights above 2 GB stand beside the network.
    const std::string weights = model.modelFile + "_data";
    for (const std::string& file : {model.modelFile, weights}) {
        if (file == weights && !fs::exists(file)) {
            continue;
        }
        if (auto added = addFile(file, digest); !added) {
            return fail(std::move(added).error());
        }
    }
    const std::string options = std::string(model.lowerCase ? "lower" : "cased") +
                                (model.pooling == Pooling::Mean ? " mean " : " first ") +
                                std::to_string(model.maxTokens);
    return security::digestHex(security::sha256(digest + vocabulary + options));
}

Result<OnnxModelFolder> readFolder(const fs::path& folder)
{
    OnnxModelFolder model;
    const fs::path inRoot = folder / "model.onnx";
    const fs::path file = fs::exists(inRoot) ? inRoot : folder / "onnx" / "model.onnx";
    if (!fs::is_regular_file(file)) {
        return wrongModel(inRoot, "is missing.");
    }
    model.modelFile = file.string();
    auto vocabulary = readFile(folder / "vocab.txt", kMaxVocabularyBytes);
    if (!vocabulary) {
        return fail(std::move(vocabulary).error());
    }
    if (auto read = readLimits(folder, model); !read) {
        return fail(std::move(read).error());
    }
    auto pooling = poolingOf(folder / "1_Pooling" / "config.json");
    if (!pooling) {
        return fail(std::move(pooling).error());
    }
    model.pooling = *pooling;
    auto tokenizer =
        WordpieceTokenizer::fromVocabulary(*vocabulary, WordpieceOptions{model.lowerCase, model.maxTokens});
    if (!tokenizer) {
        return wrongModel(folder, "has a wrong vocabulary: " + tokenizer.error().message);
    }
    model.tokenizer = *std::move(tokenizer);
    auto digest = digestOf(model, *vocabulary);
    if (!digest) {
        return fail(std::move(digest).error());
    }
    model.digest = *std::move(digest);
    return model;
}

} // namespace

Result<OnnxModelFolder> readOnnxModelFolder(const std::string& folder)
{
    try {
        return readFolder(folder);
    } catch (const fs::filesystem_error& e) {
        return wrongModel(folder, std::string("cannot be read (") + e.code().message() + ").");
    }
}

} // namespace parley::server::nlp
