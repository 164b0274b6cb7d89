// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/library.h"
#include "server/pipeline/harmless_texts.h"
#include "server/pipeline/node.h"

namespace parley::server::pipeline {

/// Searches the tenant's knowledge base for the message. Internal documents are left out: what is found here
/// may be shown to the customer. A follow-up is looked up as it stands and as what it asks in full, and the
/// latter is taken where it finds a better answer. What in a passage gives orders to a model is cut. Writes
/// turn.found and turn.wholeQuestion.
class RetrieveNode final : public Node {
public:
    explicit RetrieveNode(knowledge::Library& library) : m_library(library) {}

    [[nodiscard]] std::string_view name() const override { return "retrieve"; }
    /// @errors Storage, Timeout the index could not be read
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;

private:
    boost::asio::awaitable<Result<knowledge::SearchResult>>
    search(const Turn& turn, std::string question, runtime::Budget budget) const;
    boost::asio::awaitable<Result<void>> complete(Turn& turn, runtime::Budget budget) const;
    std::size_t disarmHits(knowledge::SearchResult& found) const;

    knowledge::Library& m_library;
    mutable HarmlessTexts m_harmless;
};

} // namespace parley::server::pipeline
