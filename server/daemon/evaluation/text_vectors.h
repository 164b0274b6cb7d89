// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/embedding/embedder.h"

#include <functional>
#include <string>
#include <vector>

namespace parley::server::daemon::evaluation {

/// Vectors of texts, waited for; as nlp::Embedder::embed().
using TextVectors =
    std::function<Result<std::vector<nlp::Embedding>>(std::vector<std::string> texts, nlp::EmbedKind kind)>;

/// Opens what the option `embedder` names: "onnx:FOLDER" or "openai:URL,MODEL", whose key is taken from the
/// environment's PARLEY_EMBEDDER_API_KEY.
/// @errors InvalidArgument another spec, or the model cannot be used; Unavailable no ONNX Runtime
Result<TextVectors> openTextVectors(const std::string& spec);

} // namespace parley::server::daemon::evaluation
