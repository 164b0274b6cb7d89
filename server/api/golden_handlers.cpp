// SPDX-License-Identifier: MIT
#include "server/api/golden_handlers.h"

#include "server/api/decode.h"
#include "server/api/resource.h"
#include "server/api/routes.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;
using security::Permission;

constexpr std::size_t kGoldenBytes = 256 * 1024;
/// The domain judges lengths; a text that is longer than any body is none.
constexpr std::size_t kAnyLength = kGoldenBytes;

nlohmann::json questionView(const store::GoldenQuestionRow& row)
{
    nlohmann::json json = pipeline::expectationJson(pipeline::readExpectation(row.expectation));
    json["id"] = row.id;
    json["question"] = row.question;
    json["enabled"] = row.enabled;
    json["created_ts"] = toRfc3339(row.createdMs);
    json["updated_ts"] = toRfc3339(row.updatedMs);
    return json;
}

/// The text of a field; null empties it, absent leaves it.
std::optional<std::string> clearable(const nlohmann::json& body, Decoder& fields, std::string_view field)
{
    if (fields.has(field)) {
        return fields.text(field, 0, kAnyLength);
    }
    return body.contains(field) ? std::optional<std::string>(std::string()) : std::nullopt;
}

Result<pipeline::GoldenChanges> changesOf(const RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        return fail(std::move(body).error());
    }
    Decoder fields(*body);
    const auto text = [&](std::string_view field) {
        return fields.has(field) ? std::optional(fields.text(field, 0, kAnyLength)) : std::nullopt;
    };
    const auto list = [&](std::string_view field) {
        return fields.has(field) ? std::optional(fields.texts(field, kAnyLength, kAnyLength)) : std::nullopt;
    };
    pipeline::GoldenChanges changes;
    changes.question = text("question");
    changes.locale = text("locale");
    changes.expects = text("expects");
    changes.mustContain = list("must_contain");
    changes.mustNotContain = list("must_not_contain");
    if (body->contains("document_id")) {
        changes.documentId = fields.optionalId("document_id");
    }
    changes.agent = clearable(*body, fields, "agent");
    if (fields.has("enabled")) {
        changes.enabled = fields.boolean("enabled", true);
    }
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    return changes;
}

edge::Route route(Method method, std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    edge::Route route = makeRoute(
        method, std::move(pattern), Permission::ConfigureTenant, std::move(doc), std::move(handler));
    route.bodyLimitBytes = kGoldenBytes;
    route.idempotent = method == Method::Post;
    return route;
}

} // namespace

void GoldenQuestionHandlers::addRoutes(edge::Router& router)
{
    router.add(route(Method::Get,
                     "/golden-questions",
                     {"Questions whose answers are known",
                      "Configuration",
                      "",
                      "GoldenQuestion[]",
                      200,
                      {"limit", "cursor"}},
                     [this](RequestContext& request) { return list(request); }));
    router.add(route(Method::Post,
                     "/golden-questions",
                     {"Adds a question and what is expected of its answer",
                      "Configuration",
                      "GoldenQuestionRequest",
                      "GoldenQuestion",
                      201,
                      {}},
                     [this](RequestContext& request) { return create(request); }));
    router.add(route(Method::Get,
                     "/golden-questions/{id}",
                     {"One golden question", "Configuration", "", "GoldenQuestion", 200, {}},
                     [this](RequestContext& request) { return get(request); }));
    router.add(route(
        Method::Patch,
        "/golden-questions/{id}",
        {"Changes a golden question", "Configuration", "GoldenQuestionPatch", "GoldenQuestion", 200, {}},
        [this](RequestContext& request) { return update(request); }));
    router.add(route(Method::Delete,
                     "/golden-questions/{id}",
                     {"Removes a golden question", "Configuration", "", "", 204, {}},
                     [this](RequestContext& request) { return remove(request); }));
}

GoldenQuestionHandlers::Answer GoldenQuestionHandlers::list(RequestContext& request)
{
    return listed(request, m_questions, questionView);
}

GoldenQuestionHandlers::Answer GoldenQuestionHandlers::create(RequestContext& request)
{
    auto changes = changesOf(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    if (!changes->question) {
        co_return failField("question", "is required");
    }
    auto work = m_questions.create(request.tenant, *std::move(changes), actorOf(request));
    co_return co_await shown(201, std::move(work), questionView);
}

GoldenQuestionHandlers::Answer GoldenQuestionHandlers::get(RequestContext& request)
{
    return shown(200, m_questions.get(request.tenant, pathId(request)), questionView);
}

GoldenQuestionHandlers::Answer GoldenQuestionHandlers::update(RequestContext& request)
{
    auto changes = changesOf(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    auto work = m_questions.update(request.tenant, pathId(request), *std::move(changes), actorOf(request));
    co_return co_await shown(200, std::move(work), questionView);
}

GoldenQuestionHandlers::Answer GoldenQuestionHandlers::remove(RequestContext& request)
{
    return removed(m_questions.remove(request.tenant, pathId(request), actorOf(request)));
}

} // namespace parley::server::api
