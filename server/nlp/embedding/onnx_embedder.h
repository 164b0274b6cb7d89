// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/embedding/embedder.h"

#include <cstddef>
#include <memory>
#include <string>

namespace parley::server::nlp {

struct OnnxEmbedderOptions {
    /// A sentence-transformers model's folder: see OnnxModelFolder.
    std::string modelFolder;
    /// Path of libonnxruntime; empty: it is looked for beside the daemon, in its installation and in the
    /// system.
    std::string libraryFile;
    /// Texts computed at once; each takes one core.
    std::size_t threads = 1;
    /// Parts of calls that may wait; beyond it the caller hears Unavailable.
    std::size_t maxQueued = 256;
    /// What the model wants before what is asked and before what is found ("query: ", "passage: ").
    std::string queryPrefix;
    std::string passagePrefix;
};

/// Loads ONNX Runtime and the model and tries it once. Takes seconds: call it at start, or on a worker.
/// @errors InvalidArgument the folder or the network is not one that can be used; Unavailable there is no
/// ONNX Runtime on this machine or this build cannot use one. The message says what is missing and where.
Result<std::unique_ptr<Embedder>> makeOnnxEmbedder(const OnnxEmbedderOptions& options);

} // namespace parley::server::nlp
