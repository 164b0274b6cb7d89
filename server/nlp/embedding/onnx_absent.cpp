// SPDX-License-Identifier: MIT
#include "server/nlp/embedding/onnx_embedder.h"

namespace parley::server::nlp {

/// Stands in for the real one in a build that found no headers of ONNX Runtime.
Result<std::unique_ptr<Embedder>> makeOnnxEmbedder(const OnnxEmbedderOptions&)
{
    return fail(ErrorCode::Unavailable,
                "embedder.kind=onnx: this build was made without ONNX Runtime. Run "
                "installer/get-onnxruntime.sh, then build again.");
}

} // namespace parley::server::nlp
