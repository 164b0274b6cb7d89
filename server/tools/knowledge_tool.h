// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/library.h"
#include "server/store/database.h"
#include "server/tools/tool_kind.h"

namespace parley::server::tools {

/// Kind `rag`, and the builtin search_knowledge: passages of the knowledge base, or of some of its categories
/// and documents. What is internal is never among them.
class KnowledgeTool final : public ToolKind {
public:
    KnowledgeTool(knowledge::Library& library, store::Database& database)
        : m_library(library), m_database(database)
    {}

    /// @return {"items": [{document_id, chunk_id, title, text, score, page}]}, best first
    /// @errors those of Library::search
    boost::asio::awaitable<Result<nlohmann::json>> call(const ToolCall& call,
                                                        runtime::Budget budget) override;

private:
    boost::asio::awaitable<Result<knowledge::SearchResult>>
    search(const ToolCall& call, std::string query, knowledge::SearchOptions options, runtime::Budget budget);
    boost::asio::awaitable<Result<std::vector<knowledge::Hit>>> only(const ToolCall& call,
                                                                     std::vector<knowledge::Hit> hits);

    knowledge::Library& m_library;
    store::Database& m_database;
};

} // namespace parley::server::tools
