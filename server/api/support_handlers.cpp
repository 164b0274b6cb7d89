// SPDX-License-Identifier: MIT
#include "server/api/support_handlers.h"

#include "server/api/decode.h"
#include "server/api/form_fields.h"
#include "server/api/routes.h"
#include "server/channels/form_kind.h"
#include "server/edge/middleware/authenticate.h"
#include "server/security/digest.h"
#include "shared/core/ids.h"
#include "shared/core/text.h"

#include <boost/asio/this_coro.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;

constexpr std::chrono::hours kWindow{1};
constexpr std::size_t kMostKeys = 100'000;
/// 5,000 characters of four bytes, each escaped, and the rest.
constexpr std::size_t kFormBodyBytes = 128 * 1024;
constexpr std::size_t kMaxIdempotencyKey = 255;

Error tooMany(std::string message, std::chrono::milliseconds wait)
{
    Error error;
    error.code = ErrorCode::RateLimited;
    error.message = std::move(message);
    error.retryAfter = std::max(std::chrono::ceil<std::chrono::seconds>(wait), std::chrono::seconds{1});
    return error;
}

/// A text whose ends do not count, so that blanks make no name.
std::string trimmedText(Decoder& fields, std::string_view field, std::size_t min, std::size_t max)
{
    const std::string whole = fields.text(field, min, max);
    std::string text(trimmed(whole));
    if (!whole.empty() && codePoints(text) < min) {
        fields.fault(field,
                     "must have " + std::to_string(min) + " to " + std::to_string(max) + " characters");
    }
    return text;
}

std::string keyOf(const RequestContext& request, Decoder& fields)
{
    std::string key(request.request.headers.get("idempotency-key"));
    if (key.size() > kMaxIdempotencyKey) {
        fields.fault("Idempotency-Key", "must have at most 255 characters");
    }
    return key;
}

/// @errors Malformed, UnsupportedMediaType, InvalidArgument the body
Result<nlohmann::json> bodyOf(const RequestContext& request)
{
    return isFormEncoded(request) ? formFields(request,
                                               {"name",
                                                "email",
                                                "subject",
                                                "message",
                                                "category",
                                                "priority",
                                                "plan",
                                                "locale",
                                                "website"})
                                  : request.jsonBody();
}

/// @errors InvalidArgument naming every field that is wrong
Result<channels::FormMessage> formOf(const RequestContext& request, const nlohmann::json& body)
{
    Decoder fields(body);
    channels::FormMessage form;
    form.name = trimmedText(fields, "name", 2, 255);
    form.email = fields.email("email");
    form.subject = trimmedText(fields, "subject", 3, 500);
    form.message = trimmedText(fields, "message", 10, 5'000);
    form.category =
        fields.oneOf("category", {"general", "technical", "billing", "feedback", "bug_report"}, "general");
    form.priority = fields.oneOf("priority", {"low", "medium", "high", "urgent"}, "medium");
    form.plan = fields.oneOf("plan", {"free", "pro", "enterprise"}, "");
    form.locale = fields.optionalText("locale", 35);
    // People do not see this field; what fills in every field is no person.
    if (!fields.optionalText("website", 2'000).empty()) {
        fields.fault("website", "must be empty");
    }
    form.key = keyOf(request, fields);
    form.channel = request.request.parameter("form").value_or(std::string());
    if (!form.channel.empty() && !isUuid(form.channel)) {
        fields.fault("form", "must be the id of a form");
    }
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    if (!form.key.empty()) {
        form.bodyHash = security::digestHex(security::sha256(request.request.body));
    }
    return form;
}

/// Whether a browser sent the form by itself and shows what it is answered.
bool wantsPage(const RequestContext& request)
{
    return isFormEncoded(request) &&
           request.request.headers.get("accept").find("text/html") != std::string_view::npos;
}

edge::Route openRoute(Method method, std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    return publicRoute(method, std::move(pattern), std::move(doc), std::move(handler));
}

} // namespace

SupportHandlers::SupportHandlers(SupportServices services)
    : m_services(std::move(services)),
      m_formsByAddress(kWindow, kMostKeys),
      m_formsByTenant(kWindow, kMostKeys),
      m_misses(kWindow, kMostKeys)
{}

void SupportHandlers::addRoutes(edge::Router& router)
{
    router.add(
        openRoute(Method::Get,
                  "/support/config",
                  {"What the contact form asks", "Support", "", "SupportConfig", 200, {"tenant", "form"}},
                  [this](RequestContext& request) { return config(request); }));
    auto submit = openRoute(Method::Post,
                            "/support/submit",
                            {"Sends the contact form; honours Idempotency-Key",
                             "Support",
                             "SupportRequest",
                             "SupportReceived",
                             201,
                             {"tenant", "form"}},
                            [this](RequestContext& request) { return this->submit(request); });
    submit.bodyLimitBytes = kFormBodyBytes;
    router.add(std::move(submit));
    router.add(
        openRoute(Method::Get,
                  "/support/ticket/{reference}",
                  {"How a ticket stands: for an operator, with the status token as bearer, or with the "
                   "customer's e-mail address",
                   "Support",
                   "",
                   "SupportTicket",
                   200,
                   {"tenant", "email"}},
                  [this](RequestContext& request) { return status(request); }));
    auto reply = openRoute(Method::Post,
                           "/support/ticket/{reference}/messages",
                           {"Adds a message to the ticket, with the status token as bearer; honours "
                            "Idempotency-Key",
                            "Support",
                            "SupportMessageRequest",
                            "SupportMessage",
                            202,
                            {"tenant"}},
                           [this](RequestContext& request) { return this->reply(request); });
    reply.bodyLimitBytes = kFormBodyBytes;
    router.add(std::move(reply));
}

Result<identity::TenantDirectory::Record> SupportHandlers::tenantOf(const RequestContext& request) const
{
    const auto key = request.request.parameter("tenant");
    if (!key || key->empty()) {
        return failField("tenant", "is required: the organisation's public key, in the query");
    }
    auto tenant = m_services.tenants.findByPublicKey(*key);
    if (!tenant) {
        return fail(ErrorCode::NotFound, "There is no organisation with this key.");
    }
    return tenant;
}

std::string SupportHandlers::originOf(const RequestContext& request) const
{
    if (!m_services.publicUrl.empty()) {
        std::string url = m_services.publicUrl;
        while (url.ends_with('/')) {
            url.pop_back();
        }
        return url;
    }
    return (request.request.isTls ? "https://" : "http://") +
           std::string(request.request.headers.get("host"));
}

Result<void> SupportHandlers::countForm(const TenantId& tenant, const std::string& address)
{
    const SupportLimits& limits = m_services.limits;
    const std::int64_t now = m_services.clock.nowMs();
    std::chrono::milliseconds wait{0};
    if (limits.formsPerAddress > 0) {
        wait = m_formsByAddress.take(address, limits.formsPerAddress, now);
    }
    if (wait.count() == 0 && limits.formsPerTenant > 0) {
        wait = m_formsByTenant.take(tenant.value, limits.formsPerTenant, now);
    }
    return wait.count() == 0
               ? Result<void>()
               : Result<void>(fail(tooMany("The form was sent too often. Try again in a while.", wait)));
}

Result<void> SupportHandlers::beginLookup(const std::string& address)
{
    // Counts as a miss until it was none, so that many at once get no more tries than one after the other.
    const auto wait = m_misses.take(address, m_services.limits.missesPerAddress, m_services.clock.nowMs());
    return wait.count() == 0
               ? Result<void>()
               : Result<void>(
                     fail(tooMany("Too many tickets were asked for in vain. Try again in a while.", wait)));
}

SupportHandlers::Answer SupportHandlers::config(RequestContext& request)
{
    auto tenant = tenantOf(request);
    if (!tenant) {
        co_return fail(std::move(tenant).error());
    }
    const TenantId id = (*tenant)->row.id;
    auto channel =
        co_await m_services.channels.openOne(id,
                                             channels::kFormChannel,
                                             request.request.parameter("form").value_or(std::string()));
    if (!channel) {
        co_return fail(std::move(channel).error());
    }
    auto widget = co_await m_services.widget.get(id, (*tenant)->row.name);
    if (!widget) {
        co_return fail(std::move(widget).error());
    }
    const nlohmann::json own = channels::findChannelKind(channels::kFormChannel)->configOf(*channel);
    const std::string title = own["title"].get<std::string>();
    Response response = Response::json(200,
                                       {{"tenant_name", (*tenant)->row.name},
                                        {"title", title.empty() ? (*widget)["title"] : nlohmann::json(title)},
                                        {"introduction", own["introduction"]},
                                        {"categories", own["categories"]},
                                        {"ask_priority", own["ask_priority"]},
                                        {"colors", (*widget)["colors"]},
                                        {"locale", (*widget)["locale"]}});
    response.headers.set("Cache-Control", "no-cache");
    co_return response;
}

SupportHandlers::Answer SupportHandlers::submit(RequestContext& request)
{
    auto tenant = tenantOf(request);
    if (!tenant) {
        co_return fail(std::move(tenant).error());
    }
    auto body = bodyOf(request);
    if (!body) {
        co_return fail(std::move(body).error());
    }
    auto form = formOf(request, *body);
    if (!form) {
        co_return fail(std::move(form).error());
    }
    form->tenant = (*tenant)->row.id;
    if (auto counted = countForm(form->tenant, request.request.peer); !counted) {
        co_return fail(std::move(counted).error());
    }
    auto received = co_await m_services.form.submit(*std::move(form));
    if (!received) {
        co_return fail(std::move(received).error());
    }
    if (received->accepted.run && !received->accepted.isReplay) {
        auto executor = co_await boost::asio::this_coro::executor;
        auto silent = std::make_shared<pipeline::SilentSink>();
        m_services.turns.start((*tenant)->row.id, received->accepted, std::move(silent), executor);
    }
    // Behind the number sign, where no server, log or referrer sees it.
    std::string url = originOf(request) + "/support/status?tenant=" + (*tenant)->row.publicKey + "#" +
                      received->ticket.reference;
    nlohmann::json token;
    if (!received->statusToken.empty()) {
        url += "/" + received->statusToken;
        token = received->statusToken;
    }
    Response response = Response::json(201,
                                       {{"ticket_id", received->ticket.reference},
                                        {"message", received->text},
                                        {"estimated_response_time", received->responseTime},
                                        {"status", "received"},
                                        {"status_token", token},
                                        {"status_url", url}});
    if (wantsPage(request)) {
        response = Response::empty(303);
        response.headers.set("Location", url);
    }
    response.headers.set("Cache-Control", "no-store");
    co_return response;
}

SupportHandlers::Answer SupportHandlers::status(RequestContext& request)
{
    auto tenant = tenantOf(request);
    if (!tenant) {
        co_return fail(std::move(tenant).error());
    }
    const TenantId id = (*tenant)->row.id;
    const security::Principal& who = request.principal;
    const bool isOfTenant = who.role == security::Role::Admin || who.tenant == id;
    channels::StatusProof proof;
    proof.isOperator = isOfTenant && who.may(security::Permission::DeskRead);
    if (!proof.isOperator) {
        proof.token = edge::bearerToken(request.request);
    }
    if (!proof.isOperator && proof.token.empty()) {
        proof.email = trimmed(request.request.parameter("email").value_or(std::string()));
        if (proof.email.empty()) {
            co_return fail(ErrorCode::Unauthenticated,
                           "Say whose ticket it is: by the status token as bearer, or by ?email=.");
        }
    }
    const bool isCounted = !proof.isOperator;
    if (isCounted) {
        if (auto begun = beginLookup(request.request.peer); !begun) {
            co_return fail(std::move(begun).error());
        }
    }
    std::string reference(request.pathParameter("reference"));
    auto found = co_await m_services.status.find(id, std::move(reference), std::move(proof));
    const bool isMiss = !found && found.error().code == ErrorCode::NotFound;
    if (isCounted && !isMiss) {
        m_misses.giveBack(request.request.peer, m_services.clock.nowMs());
    }
    if (!found) {
        co_return fail(std::move(found).error());
    }
    Response response = Response::json(200, channels::statusView(*found));
    response.headers.set("Cache-Control", "no-store");
    co_return response;
}

SupportHandlers::Answer SupportHandlers::reply(RequestContext& request)
{
    auto tenant = tenantOf(request);
    if (!tenant) {
        co_return fail(std::move(tenant).error());
    }
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    std::string token(edge::bearerToken(request.request));
    if (token.empty()) {
        co_return fail(ErrorCode::Unauthenticated, "The status token is needed, as bearer.");
    }
    Decoder fields(*body);
    desk::InboundMessage inbound;
    inbound.tenant = (*tenant)->row.id;
    inbound.text = fields.text("text", 1, 5'000);
    const std::string key = keyOf(request, fields);
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    if (!key.empty()) {
        inbound.effectKey = channels::formEffect(token, key);
        inbound.bodyHash = security::digestHex(security::sha256(request.request.body));
    }
    if (auto counted = countForm(inbound.tenant, request.request.peer); !counted) {
        co_return fail(std::move(counted).error());
    }
    if (auto begun = beginLookup(request.request.peer); !begun) {
        co_return fail(std::move(begun).error());
    }
    std::string reference(request.pathParameter("reference"));
    auto accepted =
        co_await m_services.status.add(std::move(reference), std::move(token), std::move(inbound));
    if (accepted || accepted.error().code != ErrorCode::NotFound) {
        m_misses.giveBack(request.request.peer, m_services.clock.nowMs());
    }
    if (!accepted) {
        co_return fail(std::move(accepted).error());
    }
    if (accepted->run && !accepted->isReplay) {
        auto executor = co_await boost::asio::this_coro::executor;
        auto silent = std::make_shared<pipeline::SilentSink>();
        m_services.turns.start((*tenant)->row.id, *accepted, std::move(silent), executor);
    }
    Response response =
        Response::json(202, {{"message_id", accepted->message.id.value}, {"status", "received"}});
    response.headers.set("Cache-Control", "no-store");
    co_return response;
}

} // namespace parley::server::api
