// SPDX-License-Identifier: MIT
#include "server/api/live_handlers.h"

#include "server/api/decode.h"
#include "server/api/desk_actor.h"
#include "server/api/routes.h"
#include "server/store/database.h"
#include "server/store/desk_people_repository.h"
#include "shared/core/clock.h"
#include "shared/core/features.h"
#include "shared/core/version.h"

#include <boost/asio/this_coro.hpp>
#include <nlohmann/json.hpp>

#include <charconv>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;
using security::Permission;

constexpr std::string_view kSubprotocol = "parley.v1";

Result<std::int64_t> afterOf(const RequestContext& request)
{
    const auto text = request.request.parameter("after");
    std::int64_t after = live::kFromNow;
    if (text) {
        const auto [end, failed] = std::from_chars(text->data(), text->data() + text->size(), after);
        if (failed != std::errc() || end != text->data() + text->size() || after < 0) {
            return failField("after", "must be the number of an event, or 0");
        }
    }
    return after;
}

} // namespace

void LiveHandlers::addRoutes(edge::Router& router)
{
    auto link = makeRoute(Method::Get,
                          "/ws",
                          Permission::SignedIn,
                          {"The live link: a WebSocket of JSON frames", "Live", "", "", 101, {"after"}},
                          [this](RequestContext& request) { return this->link(request); });
    link.rate = edge::RateClass::Uncounted;
    router.add(std::move(link));
    router.add(makeRoute(Method::Put,
                         "/me/presence",
                         Permission::DeskWrite,
                         {"Says whether one takes cases; it holds while a live link is open",
                          "Live",
                          "PresenceRequest",
                          "",
                          204,
                          {}},
                         [this](RequestContext& request) { return presence(request); }));
}

LiveHandlers::Answer LiveHandlers::link(RequestContext& request)
{
    auto after = afterOf(request);
    if (!after) {
        co_return fail(std::move(after).error());
    }
    auto actor = co_await deskActor(m_services.database, request);
    if (!actor) {
        co_return fail(std::move(actor).error());
    }
    LinkOwner owner;
    owner.tenant = request.tenant;
    owner.principal = request.principal;
    owner.name = actor->name;
    owner.address = request.request.peer;
    owner.after = *after;
    owner.hello = {{"type", "hello"},
                   {"protocol", kProtocolVersion},
                   {"features", kFeatures},
                   {"user",
                    {{"id", request.principal.subject},
                     {"display_name", request.principal.role == security::Role::ChatUser ? "" : actor->name},
                     {"role", security::roleName(request.principal.role)}}}};
    const auto executor = co_await boost::asio::this_coro::executor;
    auto run = [this, executor, shared = std::make_shared<LinkOwner>(std::move(owner))](
                   edge::WebSocket& socket) -> boost::asio::awaitable<void> {
        auto link = std::make_unique<LiveLink>(m_services, std::move(*shared), socket, executor);
        co_await link->run();
    };
    // A browser refuses what it has not offered; a client with Authorization may offer nothing.
    const std::string_view offered = request.request.headers.get("sec-websocket-protocol");
    const bool isOffered = offered.find(kSubprotocol) != std::string_view::npos;
    co_return Response::webSocket(std::move(run), std::string(isOffered ? kSubprotocol : ""));
}

LiveHandlers::Answer LiveHandlers::presence(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    if (!fields.has("state")) {
        fields.fault("state", "must be one of: online, busy, away");
    }
    const std::string state = fields.oneOf("state", {"online", "busy", "away"}, "online");
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    // Kept first: what was said to this node holds for those that his links end at too.
    const std::string person = request.principal.subject;
    const std::int64_t now = SystemClock().nowMs();
    auto keep = [&](store::Transaction& tx) {
        return store::DeskPeopleRepository().state(tx, person, state, now);
    };
    const auto scope = store::Scope::of(request.tenant);
    auto kept = co_await m_services.database.transact(scope, keep);
    if (!kept) {
        co_return fail(std::move(kept).error());
    }
    m_services.presence.setState(request.tenant, person, live::presenceStateOf(state));
    co_return Response::empty(204);
}

} // namespace parley::server::api
