// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/embedding/embedder.h"

#include <memory>
#include <mutex>
#include <string>

namespace parley::server::knowledge {

/// The embedders that can be asked: the one that the settings name and, where that changed while the process
/// runs, the one before it, which goes on answering searches until the vectors of the new one are made.
/// @thread any
class Embedders {
public:
    // Shared: a search under way keeps the embedder that it asked.
    using Embedder = std::shared_ptr<nlp::Embedder>;

    explicit Embedders(Embedder current = nullptr) : m_current(std::move(current)) {}

    /// Makes another one current, or none. The one before stays to be found by its identity.
    void use(Embedder embedder);

    /// What new vectors are made with; null: there is none.
    [[nodiscard]] Embedder current() const;
    /// The one with this identity; null where there is none, or its identity is not known yet.
    [[nodiscard]] Embedder of(const std::string& identity) const;

private:
    mutable std::mutex m_mutex; // guards the two below
    Embedder m_current;
    Embedder m_previous;
};

} // namespace parley::server::knowledge
