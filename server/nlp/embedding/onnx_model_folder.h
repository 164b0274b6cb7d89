// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/embedding/wordpiece_tokenizer.h"
#include "shared/core/result.h"

#include <cstddef>
#include <string>

namespace parley::server::nlp {

/// How the vectors of a text's tokens become one.
enum class Pooling {
    Mean,  ///< the mean of all tokens
    First, ///< the vector of [CLS]
};

/// What a sentence-transformers model's folder holds, apart from the network itself.
struct OnnxModelFolder {
    std::string modelFile; ///< path of model.onnx
    WordpieceTokenizer tokenizer;
    Pooling pooling = Pooling::Mean;
    bool lowerCase = true;
    std::size_t maxTokens = 0;
    /// SHA-256 over model, vocabulary and the options above: what the vectors depend on. 64 hex digits.
    std::string digest;
};

/// Reads `model.onnx` (also as `onnx/model.onnx`) and `vocab.txt`, and of `tokenizer_config.json`,
/// `sentence_bert_config.json`, `config.json` and `1_Pooling/config.json` what is there.
/// Reads the whole model once: call it at start, or on a worker.
/// @errors InvalidArgument a file is missing, broken, or asks for what is not supported; it says which
Result<OnnxModelFolder> readOnnxModelFolder(const std::string& folder);

} // namespace parley::server::nlp
