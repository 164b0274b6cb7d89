// SPDX-License-Identifier: MIT
#include "server/api/cache_handlers.h"

#include "server/api/principals.h"
#include "server/api/routes.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;
using security::Permission;

constexpr std::size_t kMaxQuery = 200;

nlohmann::json orNull(const std::string& text)
{
    return text.empty() ? nlohmann::json() : nlohmann::json(text);
}

nlohmann::json entryView(const cache::BookedEntry& entry)
{
    const store::CacheEntryRow& row = entry.row;
    nlohmann::json sources = nlohmann::json::array();
    for (const store::CacheSourceRow& source : entry.sources) {
        sources.push_back(
            {{"document_id", source.document.value}, {"updated_ts", toRfc3339(source.updatedMs)}});
    }
    nlohmann::json author = {{"kind", row.authorId.empty() ? "agents" : "human"}};
    if (!row.authorId.empty()) {
        author["id"] = row.authorId;
        author["name"] = row.authorName;
    }
    return {{"id", row.id},
            {"question", row.question},
            {"answer", row.answer},
            {"locale", orNull(row.locale)},
            {"agent", orNull(row.agent)},
            {"category", orNull(row.category)},
            {"confidence", row.confidence},
            {"author", std::move(author)},
            {"sources", std::move(sources)},
            {"hits", row.hits},
            {"saved_tokens", row.hits * row.tokens},
            {"saved_ms", row.hits * row.durationMs},
            {"created_ts", toRfc3339(row.createdMs)},
            {"expires_ts", toRfc3339(row.expiresMs)},
            {"last_hit_ts", row.lastHitMs ? nlohmann::json(toRfc3339(*row.lastHitMs)) : nlohmann::json()}};
}

} // namespace

void CacheHandlers::addRoutes(edge::Router& router)
{
    router.add(makeRoute(Method::Get,
                         "/cache/entries",
                         Permission::KnowledgeWrite,
                         {"What the semantic cache knows, newest first",
                          "Knowledge",
                          "",
                          "CacheEntryList",
                          200,
                          {"q", "limit", "cursor"}},
                         [this](RequestContext& request) { return list(request); }));
    router.add(makeRoute(Method::Delete,
                         "/cache/entries",
                         Permission::KnowledgeWrite,
                         {"Empties the semantic cache", "Knowledge", "", "CacheCleared", 200, {}},
                         [this](RequestContext& request) { return clear(request); }));
    router.add(makeRoute(Method::Delete,
                         "/cache/entries/{id}",
                         Permission::KnowledgeWrite,
                         {"Removes one answer from the semantic cache", "Knowledge", "", "", 204, {}},
                         [this](RequestContext& request) { return remove(request); }));
}

CacheHandlers::Answer CacheHandlers::list(RequestContext& request)
{
    auto limit = request.pageLimit();
    if (!limit) {
        co_return fail(std::move(limit).error());
    }
    const std::string words = request.request.parameter("q").value_or("");
    if (!isUtf8(words) || words.find('\0') != std::string::npos || codePoints(words) > kMaxQuery) {
        co_return failField("q", "must be text of at most 200 characters");
    }
    auto page =
        co_await m_book.list(request.tenant, words, request.request.parameter("cursor").value_or(""), *limit);
    if (!page) {
        co_return fail(std::move(page).error());
    }
    nlohmann::json items = nlohmann::json::array();
    for (const cache::BookedEntry& entry : page->entries) {
        items.push_back(entryView(entry));
    }
    const bool hasMore = page->entries.size() == static_cast<std::size_t>(*limit);
    const nlohmann::json totals = {{"hits", page->totals.hits},
                                   {"wrong_hits", page->totals.wrongHits},
                                   {"saved_tokens", page->totals.savedTokens},
                                   {"saved_ms", page->totals.savedMs}};
    co_return Response::json(200,
                             {{"items", std::move(items)},
                              {"next_cursor",
                               hasMore ? nlohmann::json(page->entries.back().row.id) : nlohmann::json()},
                              {"totals", totals}});
}

CacheHandlers::Answer CacheHandlers::remove(RequestContext& request)
{
    auto removed =
        co_await m_book.remove(request.tenant, std::string(request.pathParameter("id")), actorOf(request));
    if (!removed) {
        co_return fail(std::move(removed).error());
    }
    co_return Response::empty(204);
}

CacheHandlers::Answer CacheHandlers::clear(RequestContext& request)
{
    auto removed = co_await m_book.clear(request.tenant, actorOf(request));
    if (!removed) {
        co_return fail(std::move(removed).error());
    }
    co_return Response::json(200, {{"removed", *removed}});
}

} // namespace parley::server::api
