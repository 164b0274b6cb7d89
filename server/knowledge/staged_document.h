// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/knowledge_index.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace parley::server::knowledge {

/// A document whose chunks are filed in an index without an owner, which is why no search finds them.
/// @thread as its index
class KnowledgeIndex::Staged {
public:
    [[nodiscard]] std::size_t chunkCount() const { return slots.size(); }

private:
    friend class KnowledgeIndex;

    DocumentId id;
    std::string title;
    nlp::Language language = nlp::Language::English;
    std::uint64_t generation = 0; ///< of the index, whose numbers these are
    mutable bool isOver = false;  ///< shown or discarded; guarded by the index
    std::vector<std::uint32_t> slots;
    std::unordered_map<std::uint32_t, std::uint32_t> chunksWith; ///< of its chunks, by term
};

/// Whether it asks, in any of the scripts.
bool endsInQuestionMark(std::string_view text);

} // namespace parley::server::knowledge
