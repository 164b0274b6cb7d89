// SPDX-License-Identifier: MIT
#include "server/tools/knowledge_tool.h"

#include "server/store/document_repository.h"
#include "shared/core/text.h"

#include <algorithm>
#include <set>

namespace parley::server::tools {

namespace {

using nlohmann::json;

constexpr std::size_t kDefaultLimit = 5;
/// Looked at where only some documents count.
constexpr std::size_t kLookedAt = 200;
constexpr std::size_t kMaxPassage = 2'500;

std::set<std::string> textsOf(const json& config, const char* list, const char* single)
{
    std::set<std::string> texts;
    for (const json& text : config.value(list, json::array())) {
        texts.insert(text.get<std::string>());
    }
    if (config.contains(single)) {
        texts.insert(config[single].get<std::string>());
    }
    return texts;
}

bool isNarrowed(const json& config)
{
    return config.contains("category") || config.contains("categories") || config.contains("documents");
}

json viewOf(const knowledge::Hit& hit)
{
    json view = {{"document_id", hit.document.value},
                 {"chunk_id", hit.chunk.value},
                 {"title", hit.title},
                 {"text", firstCodePoints(hit.text, kMaxPassage)},
                 {"score", hit.score},
                 {"page", nullptr}};
    if (hit.page > 0) {
        view["page"] = hit.page;
    }
    return view;
}

} // namespace

boost::asio::awaitable<Result<std::vector<knowledge::Hit>>>
KnowledgeTool::only(const ToolCall& call, std::vector<knowledge::Hit> hits)
{
    const json& config = call.tool->config;
    const auto categories = textsOf(config, "categories", "category");
    const auto documents = textsOf(config, "documents", "document");
    auto job = [&](store::ReadTransaction& tx) -> Result<std::set<std::string>> {
        std::set<std::string> allowed = documents;
        for (const knowledge::Hit& hit : hits) {
            if (categories.empty() || allowed.contains(hit.document.value)) {
                continue;
            }
            auto row = store::DocumentRepository().find(tx, hit.document);
            if (!row) {
                return fail(std::move(row).error());
            }
            if (*row && categories.contains((*row)->category)) {
                allowed.insert(hit.document.value);
            }
        }
        return allowed;
    };
    auto scope = store::Scope::of(call.context.tenant);
    auto allowed = co_await m_database.read(scope, job);
    if (!allowed) {
        co_return fail(std::move(allowed).error());
    }
    std::erase_if(hits, [&](const knowledge::Hit& hit) { return !allowed->contains(hit.document.value); });
    co_return hits;
}

boost::asio::awaitable<Result<knowledge::SearchResult>> KnowledgeTool::search(
    const ToolCall& call, std::string query, knowledge::SearchOptions options, runtime::Budget budget)
{
    const std::int64_t version = call.context.indexVersion;
    if (version > 0) {
        co_return co_await m_library.search(call.context.tenant, version, std::move(query), options, budget);
    }
    co_return co_await m_library.searchNewest(call.context.tenant, std::move(query), options, budget);
}

boost::asio::awaitable<Result<json>> KnowledgeTool::call(const ToolCall& call, runtime::Budget budget)
{
    const json& config = call.tool->config;
    const auto most = config.value("limit", kDefaultLimit);
    const std::size_t limit = std::min(most, call.input.value("limit", most));
    knowledge::SearchOptions options;
    options.limit = isNarrowed(config) ? kLookedAt : limit;
    options.includeInternal = false;
    const std::string query = call.input.value("query", std::string());
    auto found = co_await search(call, query, options, budget);
    if (!found) {
        co_return fail(std::move(found).error());
    }
    std::vector<knowledge::Hit> hits = std::move(found->hits);
    std::erase_if(hits, [](const knowledge::Hit& hit) { return hit.internal; });
    if (isNarrowed(config)) {
        auto narrowed = co_await only(call, std::move(hits));
        if (!narrowed) {
            co_return fail(std::move(narrowed).error());
        }
        hits = *std::move(narrowed);
    }
    json items = json::array();
    for (std::size_t i = 0; i < std::min(hits.size(), limit); ++i) {
        items.push_back(viewOf(hits[i]));
    }
    json output = {{"items", std::move(items)}};
    co_return output;
}

} // namespace parley::server::tools
