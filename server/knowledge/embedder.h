// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <vector>

namespace parley::server::knowledge {

/// Turns texts into dense vectors. None is there by default: retrieval is lexical and works without; with
/// one, its ranking is merged as a third list.
class Embedder {
public:
    virtual ~Embedder() = default;

    [[nodiscard]] virtual int dimensions() const = 0;
    /// @param texts  UTF-8
    /// @return one vector a text, of unit length, in their order
    /// @errors Upstream the model failed; Timeout; Unavailable no room in its queue
    virtual boost::asio::awaitable<Result<std::vector<std::vector<float>>>>
    embed(std::vector<std::string> texts) = 0;
};

} // namespace parley::server::knowledge
