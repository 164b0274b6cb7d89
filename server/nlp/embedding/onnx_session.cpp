// SPDX-License-Identifier: MIT
#include "server/nlp/embedding/onnx_session.h"

#include "server/nlp/embedding/onnx_pooling.h"

#include <onnxruntime_cxx_api.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

namespace parley::server::nlp {

namespace {

/// What sentence-transformers call the output that is pooled already.
constexpr std::string_view kSentenceOutput = "sentence_embedding";

tl::unexpected<Error> wrongNetwork(const std::string& what)
{
    return fail(ErrorCode::InvalidArgument, "The embedding model's network cannot be used: " + what);
}

/// The three inputs of BERT's family, in the order in which run() makes them.
constexpr std::array<std::string_view, 3> kInputs{"input_ids", "attention_mask", "token_type_ids"};

bool isFloats(const Ort::ConstTensorTypeAndShapeInfo& info)
{
    return info.GetElementType() == ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT;
}

} // namespace

struct OnnxSession::Parts {
    Ort::Env env{ORT_LOGGING_LEVEL_FATAL, "parley"}; // errors come as exceptions
    Ort::Session session{nullptr};
    Ort::MemoryInfo memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
    std::vector<std::string> inputs;
    std::string output;
    bool isPooled = false;
    Pooling pooling = Pooling::Mean;
    std::int64_t padToken = 0;

    Result<void> learnInputs();
    Result<void> learnOutput();
    [[nodiscard]] std::vector<Ort::Value> outputs(std::array<std::vector<std::int64_t>, 3>& values,
                                                  const std::array<std::int64_t, 2>& shape);
};

Result<void> OnnxSession::Parts::learnInputs()
{
    const Ort::AllocatorWithDefaultOptions allocator;
    for (std::size_t i = 0; i < session.GetInputCount(); ++i) {
        std::string name = session.GetInputNameAllocated(i, allocator).get();
        const Ort::TypeInfo type = session.GetInputTypeInfo(i);
        if (std::find(kInputs.begin(), kInputs.end(), name) == kInputs.end()) {
            return wrongNetwork(std::string("it wants an input ").append(name) +
                                "; known are input_ids, attention_mask and token_type_ids.");
        }
        if (type.GetONNXType() != ONNX_TYPE_TENSOR ||
            type.GetTensorTypeAndShapeInfo().GetElementType() != ONNX_TENSOR_ELEMENT_DATA_TYPE_INT64) {
            return wrongNetwork(std::string("its input ").append(name) + " is not of 64-bit integers.");
        }
        inputs.push_back(name);
    }
    if (std::find(inputs.begin(), inputs.end(), kInputs[0]) == inputs.end()) {
        return wrongNetwork("it has no input input_ids.");
    }
    return {};
}

/// The pooled output where there is one, else the first that has a vector a token.
Result<void> OnnxSession::Parts::learnOutput()
{
    const Ort::AllocatorWithDefaultOptions allocator;
    for (std::size_t i = 0; i < session.GetOutputCount(); ++i) {
        std::string name = session.GetOutputNameAllocated(i, allocator).get();
        const Ort::TypeInfo type = session.GetOutputTypeInfo(i);
        if (type.GetONNXType() != ONNX_TYPE_TENSOR || !isFloats(type.GetTensorTypeAndShapeInfo())) {
            continue;
        }
        const std::size_t rank = type.GetTensorTypeAndShapeInfo().GetDimensionsCount();
        if (name == kSentenceOutput && rank == 2) {
            output.assign(name);
            isPooled = true;
            return {};
        }
        if (rank == 3 && output.empty()) {
            output.assign(name);
        }
    }
    if (output.empty()) {
        return wrongNetwork(
            "it has no output of 32-bit numbers with a vector a token (last_hidden_state) or a "
            "text (sentence_embedding).");
    }
    return {};
}

std::vector<Ort::Value> OnnxSession::Parts::outputs(std::array<std::vector<std::int64_t>, 3>& values,
                                                    const std::array<std::int64_t, 2>& shape)
{
    std::vector<Ort::Value> tensors;
    std::vector<const char*> names;
    for (const std::string& name : inputs) {
        const auto at =
            static_cast<std::size_t>(std::find(kInputs.begin(), kInputs.end(), name) - kInputs.begin());
        tensors.push_back(Ort::Value::CreateTensor<std::int64_t>(
            memory, values[at].data(), values[at].size(), shape.data(), shape.size()));
        names.push_back(name.c_str());
    }
    const char* wanted = output.c_str();
    return session.Run(Ort::RunOptions{nullptr}, names.data(), tensors.data(), tensors.size(), &wanted, 1);
}

OnnxSession::OnnxSession(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
OnnxSession::~OnnxSession() = default;

Result<std::unique_ptr<OnnxSession>>
OnnxSession::open(const std::string& modelFile, Pooling pooling, std::int64_t padToken)
{
    try {
        auto parts = std::make_unique<Parts>();
        Ort::SessionOptions options;
        // Our pool says how many run at once; threads within each would only fight for the same cores.
        options.SetIntraOpNumThreads(1).SetInterOpNumThreads(1).SetExecutionMode(ORT_SEQUENTIAL);
        options.SetGraphOptimizationLevel(ORT_ENABLE_ALL);
        const std::filesystem::path file(modelFile);
        parts->session = Ort::Session(parts->env, file.c_str(), options);
        parts->pooling = pooling;
        parts->padToken = padToken;
        auto learnt = parts->learnInputs();
        if (learnt) {
            learnt = parts->learnOutput();
        }
        if (!learnt) {
            return fail(std::move(learnt).error());
        }
        std::unique_ptr<OnnxSession> session(new OnnxSession(std::move(parts)));
        const TokenRow row{padToken};
        auto tried = session->run(std::span(&row, 1));
        if (!tried) {
            return wrongNetwork(tried.error().detail);
        }
        session->m_dimensions = static_cast<int>(tried->front().size());
        return session;
    } catch (const Ort::Exception& e) {
        return wrongNetwork(e.what());
    }
}

Result<std::vector<Embedding>> OnnxSession::run(std::span<const TokenRow> rows) const
{
    std::size_t longest = 1;
    for (const TokenRow& row : rows) {
        longest = std::max(longest, row.size());
    }
    std::array<std::vector<std::int64_t>, 3> values;
    values[0].assign(rows.size() * longest, m_parts->padToken);
    values[1].assign(rows.size() * longest, 0);
    values[2].assign(rows.size() * longest, 0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto at = static_cast<std::ptrdiff_t>(i * longest);
        std::copy(rows[i].begin(), rows[i].end(), values[0].begin() + at);
        std::fill_n(values[1].begin() + at, rows[i].size(), 1);
    }
    const std::array<std::int64_t, 2> shape{static_cast<std::int64_t>(rows.size()),
                                            static_cast<std::int64_t>(longest)};
    std::vector<Embedding> embeddings;
    try {
        const auto outputs = m_parts->outputs(values, shape);
        const auto info = outputs.at(0).GetTensorTypeAndShapeInfo();
        const auto got = info.GetShape();
        const std::size_t rank = m_parts->isPooled ? 2 : 3;
        if (got.size() != rank || got[0] != shape[0] || got.back() < 1 ||
            (!m_parts->isPooled && got[1] != shape[1])) {
            return fail(ErrorCode::Upstream, "The embedding model failed.", "its output has another shape");
        }
        const auto width = static_cast<std::size_t>(got.back());
        const std::size_t perRow = info.GetElementCount() / rows.size();
        const float* data = outputs.at(0).GetTensorData<float>();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::span<const float> row(data + i * perRow, perRow);
            const std::size_t tokens = m_parts->isPooled ? 1 : rows[i].size();
            const Pooling pooling = m_parts->isPooled ? Pooling::First : m_parts->pooling;
            embeddings.push_back(pooled(row, tokens, width, pooling));
            if (!toUnitLength(embeddings.back())) {
                // Of this text alone: the others may well have theirs.
                return fail(ErrorCode::InvalidArgument,
                            "The model cannot embed a text.",
                            "it gave no finite vector");
            }
        }
    } catch (const Ort::Exception& e) {
        return fail(ErrorCode::Upstream, "The embedding model failed.", e.what());
    }
    return embeddings;
}

} // namespace parley::server::nlp
