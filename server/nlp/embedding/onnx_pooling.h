// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/embedding/embedder.h"
#include "server/nlp/embedding/onnx_model_folder.h"

#include <cstddef>
#include <span>

namespace parley::server::nlp {

/// One vector from those of a text's tokens, not yet of unit length.
/// @param hidden  row after row, `dimensions` numbers a token; padding included
/// @param tokens  how many of them are the text's, from the first on; at least 1
Embedding pooled(std::span<const float> hidden, std::size_t tokens, std::size_t dimensions, Pooling pooling);

} // namespace parley::server::nlp
