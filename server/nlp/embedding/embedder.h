// SPDX-License-Identifier: MIT
#pragma once

#include "server/runtime/deadline.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// What a text is embedded for: many models want another prefix for what is asked than for what is found.
enum class EmbedKind {
    Query,
    Passage,
};

/// One vector of unit length.
using Embedding = std::vector<float>;

/// Turns texts into dense vectors. None is there by default: retrieval and understanding are lexical and work
/// without. An embedder never changes what it is while it lives: other settings are another object.
/// @thread any; many calls at once, each resumes on its caller's executor
class Embedder {
public:
    virtual ~Embedder() = default;

    /// "onnx", "openai", ...: for logs, metrics and the status.
    [[nodiscard]] virtual std::string_view kind() const = 0;

    /// Names everything that the vectors depend on: kind, model (by name or by digest of its file),
    /// dimensions, prefixes. Vectors of another identity are never compared. At most 200 bytes. Empty while
    /// it is not known (a remote model whose dimensions nobody told); then one embed() that succeeds makes it
    /// known, for good.
    [[nodiscard]] virtual std::string identity() const = 0;

    /// Length of each vector; 0 while it is not known, as above.
    [[nodiscard]] virtual int dimensions() const = 0;

    /// Texts that one call takes best: a batch of a background job.
    [[nodiscard]] virtual int batchSize() const { return 64; }

    /// @param texts  UTF-8, at least one; longer than the model reads: their beginning counts
    /// @return one vector a text, in their order, each of dimensions() finite numbers and unit length (see
    /// toUnitLength)
    /// @errors Timeout the budget is used up; Unavailable no room or the model is not reachable now: try
    /// again; Upstream the model failed or answered nonsense; InvalidArgument it refuses these texts
    virtual boost::asio::awaitable<Result<std::vector<Embedding>>>
    embed(std::vector<std::string> texts, EmbedKind kind, runtime::Budget budget) = 0;
};

/// Scales a vector to unit length. False where that cannot be (all zero, or not finite); it is then
/// unchanged.
bool toUnitLength(std::span<float> vector);

} // namespace parley::server::nlp
