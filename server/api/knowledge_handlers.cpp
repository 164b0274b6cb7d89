// SPDX-License-Identifier: MIT
#include "server/api/knowledge_handlers.h"

#include "server/api/document_upload.h"
#include "server/api/principals.h"
#include "server/api/resource.h"
#include "server/api/routes.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;
using security::Permission;

constexpr std::size_t kMaxQuery = 1000;
constexpr int kDefaultHits = 10;
constexpr int kMaxHits = 50;
/// A text in JSON is held in memory; what is larger comes as a file.
constexpr std::uint64_t kMaxJsonBytes = 16 * 1024 * 1024;
/// What a form has besides its file.
constexpr std::uint64_t kFormBytes = 256 * 1024;
/// Copying a hundred megabytes to a slow disk.
constexpr std::chrono::minutes kUploadTimeout{5};

nlohmann::json orNull(const std::string& text)
{
    return text.empty() ? nlohmann::json() : nlohmann::json(text);
}

nlohmann::json similarView(const std::vector<store::SimilarDocument>& similar)
{
    nlohmann::json list = nlohmann::json::array();
    for (const store::SimilarDocument& each : similar) {
        list.push_back({{"id", each.id.value}, {"title", each.title}, {"similarity", each.similarity}});
    }
    return list;
}

nlohmann::json documentView(const store::DocumentRow& row)
{
    return {{"id", row.id.value},
            {"title", row.title},
            {"source", orNull(row.source)},
            {"content_type", row.contentType},
            {"category", orNull(row.category)},
            {"visibility", row.visibility},
            {"status", row.status},
            {"error", orNull(row.error)},
            {"progress", row.progress},
            {"chunks", row.chunks},
            {"bytes", row.bytes},
            {"pages", row.pages ? nlohmann::json(*row.pages) : nlohmann::json()},
            {"page", row.page},
            {"language", orNull(row.language)},
            {"duplicate_of", orNull(row.duplicateOf.value)},
            {"similar_to", similarView(row.similarTo)},
            {"warnings", row.warnings},
            {"created_ts", toRfc3339(row.createdMs)},
            {"updated_ts", toRfc3339(row.updatedMs)}};
}

Result<int>
numberParameter(const RequestContext& request, std::string_view name, int min, int max, int otherwise)
{
    const auto text = request.request.parameter(name);
    if (!text) {
        return otherwise;
    }
    int value = 0;
    const auto [end, failed] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (failed != std::errc() || end != text->data() + text->size() || value < min || value > max) {
        return failField(std::string(name),
                         "must be a whole number from " + std::to_string(min) + " to " + std::to_string(max));
    }
    return value;
}

DocumentId idOf(const RequestContext& request)
{
    return DocumentId{std::string(request.pathParameter("id"))};
}

} // namespace

void KnowledgeHandlers::addRoutes(edge::Router& router)
{
    auto add = makeRoute(Method::Post,
                         "/knowledge/documents",
                         Permission::KnowledgeWrite,
                         {"Adds a document: PDF, DOCX, HTML, Markdown, text or CSV",
                          "Knowledge",
                          "DocumentRequest",
                          "DocumentAccepted",
                          202,
                          {}},
                         [this](RequestContext& request) { return this->add(request); });
    add.bodyLimitBytes = static_cast<std::size_t>(std::min(m_maxDocumentBytes, kMaxJsonBytes));
    add.fileLimitBytes = m_maxDocumentBytes + kFormBytes;
    add.timeout = kUploadTimeout;
    add.idempotent = true;
    router.add(std::move(add));
    router.add(makeRoute(Method::Get,
                         "/knowledge/documents",
                         Permission::KnowledgeRead,
                         {"Documents, newest first", "Knowledge", "", "Document[]", 200, {"limit", "cursor"}},
                         [this](RequestContext& request) { return list(request); }));
    router.add(makeRoute(Method::Get,
                         "/knowledge/documents/{id}",
                         Permission::KnowledgeRead,
                         {"One document", "Knowledge", "", "Document", 200, {}},
                         [this](RequestContext& request) { return get(request); }));
    router.add(
        makeRoute(Method::Patch,
                  "/knowledge/documents/{id}",
                  Permission::KnowledgeWrite,
                  {"Changes what is told of a document", "Knowledge", "DocumentPatch", "Document", 200, {}},
                  [this](RequestContext& request) { return change(request); }));
    router.add(makeRoute(Method::Delete,
                         "/knowledge/documents/{id}",
                         Permission::KnowledgeWrite,
                         {"Removes a document with its passages", "Knowledge", "", "", 204, {}},
                         [this](RequestContext& request) { return remove(request); }));
    router.add(makeRoute(Method::Get,
                         "/knowledge/documents/{id}/chunks",
                         Permission::KnowledgeRead,
                         {"The passages of a document", "Knowledge", "", "Chunk[]", 200, {"limit", "cursor"}},
                         [this](RequestContext& request) { return chunks(request); }));
    router.add(makeRoute(Method::Post,
                         "/knowledge/documents/{id}/cancel",
                         Permission::KnowledgeWrite,
                         {"Stops reading a document", "Knowledge", "", "Document", 200, {}},
                         [this](RequestContext& request) { return cancel(request); }));
    router.add(makeRoute(Method::Post,
                         "/knowledge/documents/{id}/retry",
                         Permission::KnowledgeWrite,
                         {"Reads a document again", "Knowledge", "", "Document", 200, {}},
                         [this](RequestContext& request) { return retry(request); }));
    router.add(makeRoute(
        Method::Get,
        "/knowledge/search",
        Permission::KnowledgeRead,
        {"Passages that a question finds, best first", "Knowledge", "", "SearchResults", 200, {"q", "k"}},
        [this](RequestContext& request) { return search(request); }));
}

KnowledgeHandlers::Answer KnowledgeHandlers::add(RequestContext& request)
{
    Result<knowledge::NewDocument> document;
    if (request.request.bodyFile) {
        auto read = [&] { return uploadedDocument(request, m_maxDocumentBytes); };
        document = co_await m_files.run(read);
    } else {
        document = uploadedDocument(request, m_maxDocumentBytes);
    }
    if (!document) {
        co_return fail(std::move(document).error());
    }
    auto added = co_await m_documents.add(request.tenant, *std::move(document));
    if (!added) {
        co_return fail(std::move(added).error());
    }
    nlohmann::json body = {{"id", added->row.id.value}, {"status", added->row.status}};
    if (!added->duplicateOf.isEmpty()) {
        body["duplicate_of"] = added->duplicateOf.value;
    }
    co_return Response::json(202, body);
}

KnowledgeHandlers::Answer KnowledgeHandlers::list(RequestContext& request)
{
    auto limit = request.pageLimit();
    if (!limit) {
        co_return fail(std::move(limit).error());
    }
    auto rows =
        co_await m_documents.list(request.tenant, request.request.parameter("cursor").value_or(""), *limit);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    co_return pageResponse(*rows, documentView, *limit);
}

KnowledgeHandlers::Answer KnowledgeHandlers::get(RequestContext& request)
{
    return shown(200, m_documents.get(request.tenant, idOf(request)), documentView);
}

KnowledgeHandlers::Answer KnowledgeHandlers::change(RequestContext& request)
{
    auto change = documentChange(request);
    if (!change) {
        co_return fail(std::move(change).error());
    }
    auto row = co_await m_documents.change(request.tenant, idOf(request), *std::move(change));
    if (!row) {
        co_return fail(std::move(row).error());
    }
    co_return Response::json(200, documentView(*row));
}

KnowledgeHandlers::Answer KnowledgeHandlers::cancel(RequestContext& request)
{
    return shown(200, m_documents.cancel(request.tenant, idOf(request)), documentView);
}

KnowledgeHandlers::Answer KnowledgeHandlers::retry(RequestContext& request)
{
    return shown(200, m_documents.retry(request.tenant, idOf(request)), documentView);
}

KnowledgeHandlers::Answer KnowledgeHandlers::remove(RequestContext& request)
{
    auto removed = co_await m_documents.remove(request.tenant, idOf(request));
    if (!removed) {
        co_return fail(std::move(removed).error());
    }
    co_return Response::empty(204);
}

KnowledgeHandlers::Answer KnowledgeHandlers::chunks(RequestContext& request)
{
    auto limit = request.pageLimit();
    auto after = numberParameter(request, "cursor", 0, 1'000'000, -1);
    if (!limit || !after) {
        co_return fail(!limit ? limit.error() : after.error());
    }
    auto rows = co_await m_documents.chunks(request.tenant, idOf(request), *after, *limit);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    nlohmann::json items = nlohmann::json::array();
    for (const store::ChunkRow& row : *rows) {
        items.push_back({{"id", row.id.value},
                         {"ordinal", row.ordinal},
                         {"headings", row.headings},
                         {"text", row.text},
                         {"page", row.page ? nlohmann::json(*row.page) : nlohmann::json()}});
    }
    const bool hasMore = rows->size() == static_cast<std::size_t>(*limit);
    co_return listResponse(std::move(items), hasMore ? std::to_string(rows->back().ordinal) : std::string());
}

KnowledgeHandlers::Answer KnowledgeHandlers::search(RequestContext& request)
{
    const std::string query = request.request.parameter("q").value_or("");
    if (!isUtf8(query) || trimmed(query).empty() || codePoints(query) > kMaxQuery) {
        co_return failField("q", "must have 1 to 1000 characters");
    }
    auto limit = numberParameter(request, "k", 1, kMaxHits, kDefaultHits);
    if (!limit) {
        co_return fail(std::move(limit).error());
    }
    auto hits = co_await m_documents.search(request.tenant, query, static_cast<std::size_t>(*limit));
    if (!hits) {
        co_return fail(std::move(hits).error());
    }
    nlohmann::json items = nlohmann::json::array();
    for (const knowledge::Hit& hit : *hits) {
        items.push_back({{"document_id", hit.document.value},
                         {"chunk_id", hit.chunk.value},
                         {"title", hit.title},
                         {"text", hit.text},
                         {"score", hit.score},
                         {"page", hit.page > 0 ? nlohmann::json(hit.page) : nlohmann::json()}});
    }
    co_return Response::json(200, {{"items", std::move(items)}});
}

} // namespace parley::server::api
