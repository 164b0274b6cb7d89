// SPDX-License-Identifier: MIT
#include "server/api/channel_handlers.h"

#include "server/api/decode.h"
#include "server/api/resource.h"
#include "server/api/routes.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;

/// Sizes are the book's to judge.
constexpr std::size_t kAnyLength = 100'000;

edge::Route route(Method method, std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    edge::Route route = makeRoute(method,
                                  std::move(pattern),
                                  security::Permission::ConfigureTenant,
                                  std::move(doc),
                                  std::move(handler));
    route.idempotent = method == Method::Post;
    return route;
}

/// @errors InvalidArgument a field of the wrong type
Result<channels::ChannelChanges> changesOf(const nlohmann::json& body)
{
    Decoder fields(body);
    channels::ChannelChanges changes;
    if (fields.has("name")) {
        changes.name = fields.text("name", 0, kAnyLength);
    }
    if (fields.has("enabled")) {
        changes.enabled = fields.boolean("enabled", true);
    }
    for (auto* part : {&changes.config, &changes.templates}) {
        const char* name = part == &changes.config ? "config" : "templates";
        if (fields.has(name)) {
            *part = body[name];
        }
    }
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    return changes;
}

} // namespace

void ChannelHandlers::addRoutes(edge::Router& router)
{
    router.add(route(Method::Get,
                     "/channels",
                     {"The ways by which customers write, with what came in by them",
                      "Configuration",
                      "",
                      "Channel[]",
                      200,
                      {"limit", "cursor"}},
                     [this](RequestContext& request) { return list(request); }));
    const auto kinds = [](RequestContext&) -> Answer {
        nlohmann::json items = nlohmann::json::array();
        for (const channels::ChannelKind* kind : channels::allChannelKinds()) {
            items.push_back(channels::kindView(*kind));
        }
        co_return listResponse(std::move(items), std::string());
    };
    router.add(route(Method::Get,
                     "/channels/kinds",
                     {"The kinds of channels, and what may be set up of each",
                      "Configuration",
                      "",
                      "ChannelKind[]",
                      200,
                      {}},
                     kinds));
    router.add(route(Method::Post,
                     "/channels",
                     {"Adds a channel", "Configuration", "ChannelRequest", "Channel", 201, {}},
                     [this](RequestContext& request) { return create(request); }));
    router.add(route(Method::Get,
                     "/channels/{id}",
                     {"One channel", "Configuration", "", "Channel", 200, {}},
                     [this](RequestContext& request) { return get(request); }));
    router.add(route(Method::Patch,
                     "/channels/{id}",
                     {"Changes what is named; null goes back to the default",
                      "Configuration",
                      "ChannelPatch",
                      "Channel",
                      200,
                      {}},
                     [this](RequestContext& request) { return update(request); }));
    router.add(route(Method::Delete,
                     "/channels/{id}",
                     {"Removes a channel; what came in by it stays", "Configuration", "", "", 204, {}},
                     [this](RequestContext& request) { return remove(request); }));
}

ChannelHandlers::Answer ChannelHandlers::list(RequestContext& request)
{
    return listed(request, m_channels, channels::channelView);
}

ChannelHandlers::Answer ChannelHandlers::create(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    std::string kind = fields.text("kind", 0, kAnyLength);
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto changes = changesOf(*body);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    changes->kind = std::move(kind);
    auto work = m_channels.create(request.tenant, *std::move(changes), actorOf(request));
    co_return co_await shown(201, std::move(work), channels::channelView);
}

ChannelHandlers::Answer ChannelHandlers::get(RequestContext& request)
{
    return shown(200, m_channels.get(request.tenant, pathId(request)), channels::channelView);
}

ChannelHandlers::Answer ChannelHandlers::update(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    auto changes = changesOf(*body);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    auto work = m_channels.update(request.tenant, pathId(request), *std::move(changes), actorOf(request));
    co_return co_await shown(200, std::move(work), channels::channelView);
}

ChannelHandlers::Answer ChannelHandlers::remove(RequestContext& request)
{
    return removed(m_channels.remove(request.tenant, pathId(request), actorOf(request)));
}

} // namespace parley::server::api
