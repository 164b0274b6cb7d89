// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/chunker.h"
#include "server/knowledge/extract/markdown_text.h"
#include "server/knowledge/extractive_answer.h"
#include "server/knowledge/knowledge_index.h"

#include <string>
#include <string_view>

namespace parley::test {

/// A document as ingestion would index it; the title is its id, so that tests can name it.
inline server::knowledge::IndexedDocument indexedMarkdown(std::string_view title, std::string_view markdown)
{
    namespace knowledge = server::knowledge;
    knowledge::ExtractedDocument extracted = knowledge::extractMarkdown(markdown);
    if (!title.empty()) {
        extracted.title = title;
    }
    knowledge::IndexedDocument document;
    document.id.value = extracted.title;
    document.title = extracted.title;
    for (const knowledge::Chunk& chunk : knowledge::chunkDocument(extracted)) {
        knowledge::IndexedChunk indexed;
        indexed.id.value = extracted.title + '#' + std::to_string(chunk.ordinal);
        indexed.headings = chunk.headings;
        indexed.text = chunk.text;
        document.chunks.push_back(std::move(indexed));
    }
    return document;
}

inline server::knowledge::Draft answerFrom(const server::knowledge::KnowledgeIndex& index,
                                           std::string_view question)
{
    return server::knowledge::draftAnswer(question, index.search(question));
}

} // namespace parley::test
