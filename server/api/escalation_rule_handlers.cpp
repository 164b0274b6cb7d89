// SPDX-License-Identifier: MIT
#include "server/api/agent_handlers.h"
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

constexpr std::size_t kMaxTexts = 200;
constexpr std::size_t kMaxText = 100;

nlohmann::json ruleView(const agents::BookedRule& booked)
{
    const nlp::EscalationRule& rule = booked.rule;
    return {{"id", rule.id},
            {"name", rule.name},
            {"reason", rule.reason},
            {"when", agents::conditionsJson(rule)},
            {"level", agents::levelName(rule.level)},
            {"team_id", booked.teamId.empty() ? nlohmann::json() : nlohmann::json(booked.teamId)},
            {"priority", booked.ticketPriority},
            {"enabled", rule.enabled},
            {"shipped", booked.isShipped},
            {"changed", booked.isChanged}};
}

void decodeConditions(const nlohmann::json& body, Decoder& outer, agents::RuleChanges& changes)
{
    if (!outer.has("when")) {
        return;
    }
    const nlohmann::json& when = body["when"];
    if (!when.is_object()) {
        outer.fault("when", "must be an object with keywords, categories, sentiment_below");
        return;
    }
    Decoder fields(when);
    if (fields.has("keywords")) {
        changes.keywords = fields.texts("keywords", kMaxTexts, kMaxText);
    }
    if (fields.has("categories")) {
        changes.categories = fields.texts("categories", kMaxTexts, kMaxText);
    }
    if (when.contains("sentiment_below")) {
        changes.sentimentBelow = fields.optionalNumber("sentiment_below", -1, 1);
    }
    if (auto decoded = fields.finish(); !decoded) {
        for (const FieldError& fault : decoded.error().fields) {
            outer.fault("when." + fault.field, fault.message);
        }
    }
}

Result<agents::RuleChanges> changesOf(const RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        return fail(std::move(body).error());
    }
    Decoder fields(*body);
    agents::RuleChanges changes;
    if (fields.has("name")) {
        changes.name = fields.text("name", 1, kMaxText);
    }
    if (fields.has("reason")) {
        changes.reason = fields.text("reason", 1, kMaxText);
    }
    if (fields.has("level")) {
        changes.level = fields.oneOf("level", {"always", "likely"}, "likely") == "always"
                            ? nlp::EscalationLevel::Always
                            : nlp::EscalationLevel::Likely;
    }
    if (body->contains("team_id")) {
        changes.teamId = fields.optionalId("team_id");
    }
    if (fields.has("priority")) {
        changes.ticketPriority = fields.oneOf("priority", {"low", "medium", "high", "urgent"}, "medium");
    }
    if (fields.has("enabled")) {
        changes.enabled = fields.boolean("enabled", true);
    }
    decodeConditions(*body, fields, changes);
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    return changes;
}

edge::Route route(Method method, std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    edge::Route route = makeRoute(
        method, std::move(pattern), Permission::ConfigureTenant, std::move(doc), std::move(handler));
    route.idempotent = method == Method::Post;
    return route;
}

} // namespace

void EscalationRuleHandlers::addRoutes(edge::Router& router)
{
    router.add(route(Method::Get,
                     "/escalation-rules",
                     {"What goes to a person at once", "Configuration", "", "EscalationRule[]", 200, {}},
                     [this](RequestContext& request) { return list(request); }));
    router.add(route(Method::Post,
                     "/escalation-rules",
                     {"Adds a rule", "Configuration", "EscalationRuleRequest", "EscalationRule", 201, {}},
                     [this](RequestContext& request) { return create(request); }));
    router.add(route(Method::Get,
                     "/escalation-rules/{id}",
                     {"One rule", "Configuration", "", "EscalationRule", 200, {}},
                     [this](RequestContext& request) { return get(request); }));
    router.add(route(Method::Patch,
                     "/escalation-rules/{id}",
                     {"Changes a rule, also a shipped one",
                      "Configuration",
                      "EscalationRulePatch",
                      "EscalationRule",
                      200,
                      {}},
                     [this](RequestContext& request) { return update(request); }));
    router.add(route(Method::Delete,
                     "/escalation-rules/{id}",
                     {"Removes an own rule; puts a shipped one back", "Configuration", "", "", 204, {}},
                     [this](RequestContext& request) { return remove(request); }));
}

EscalationRuleHandlers::Answer EscalationRuleHandlers::list(RequestContext& request)
{
    auto rules = co_await m_book.list(request.tenant);
    if (!rules) {
        co_return fail(std::move(rules).error());
    }
    nlohmann::json items = nlohmann::json::array();
    for (const agents::BookedRule& rule : *rules) {
        items.push_back(ruleView(rule));
    }
    co_return listResponse(std::move(items), std::string());
}

EscalationRuleHandlers::Answer EscalationRuleHandlers::create(RequestContext& request)
{
    auto changes = changesOf(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    auto work = m_book.create(request.tenant, *std::move(changes), actorOf(request));
    co_return co_await shown(201, std::move(work), ruleView);
}

EscalationRuleHandlers::Answer EscalationRuleHandlers::get(RequestContext& request)
{
    return shown(200, m_book.get(request.tenant, pathId(request)), ruleView);
}

EscalationRuleHandlers::Answer EscalationRuleHandlers::update(RequestContext& request)
{
    auto changes = changesOf(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    auto work = m_book.update(request.tenant, pathId(request), *std::move(changes), actorOf(request));
    co_return co_await shown(200, std::move(work), ruleView);
}

EscalationRuleHandlers::Answer EscalationRuleHandlers::remove(RequestContext& request)
{
    return removed(m_book.remove(request.tenant, pathId(request), actorOf(request)));
}

} // namespace parley::server::api
