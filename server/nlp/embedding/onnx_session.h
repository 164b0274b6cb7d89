// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/embedding/embedder.h"
#include "server/nlp/embedding/onnx_model_folder.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace parley::server::nlp {

/// Tokens of one text, [CLS] to [SEP].
using TokenRow = std::vector<std::int64_t>;

/// A network that ONNX Runtime runs: token rows in, one unit vector a row out.
/// @thread run() from any, several at once; each call takes one core
class OnnxSession {
public:
    /// Needs loadOnnxLibrary() to have succeeded. Runs the network once to learn its dimensions.
    /// @errors InvalidArgument the network is broken, or its inputs or outputs are not those of a sentence
    /// encoder
    static Result<std::unique_ptr<OnnxSession>>
    open(const std::string& modelFile, Pooling pooling, std::int64_t padToken);

    ~OnnxSession();
    OnnxSession(const OnnxSession&) = delete;
    OnnxSession& operator=(const OnnxSession&) = delete;

    /// @param rows  at least one, none empty; the shorter ones are padded to the longest
    /// @errors Upstream the network failed; InvalidArgument it has no finite vector for a row
    [[nodiscard]] Result<std::vector<Embedding>> run(std::span<const TokenRow> rows) const;

    [[nodiscard]] int dimensions() const { return m_dimensions; }

private:
    struct Parts;
    explicit OnnxSession(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
    int m_dimensions = 0;
};

} // namespace parley::server::nlp
