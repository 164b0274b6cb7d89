// SPDX-License-Identifier: MIT
#include "server/api/customer_handlers.h"

#include "server/api/decode.h"
#include "server/api/parameters.h"
#include "server/api/resource.h"
#include "server/api/routes.h"

#include <nlohmann/json.hpp>

#include <chrono>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;
using security::Permission;

constexpr std::size_t kMaxName = 255;
constexpr std::size_t kMaxPhone = 40;
constexpr std::size_t kMaxPlan = 64;
constexpr std::size_t kMaxLocale = 35;
constexpr std::size_t kMaxQuery = 200;
/// For customers of many years: everything is read, or taken out, in one request.
constexpr std::chrono::minutes kLongest{10};

edge::Route
route(Method method, std::string pattern, Permission permission, edge::RouteDoc doc, edge::Handler handler)
{
    return makeRoute(method, std::move(pattern), permission, std::move(doc), std::move(handler));
}

nlohmann::json profileView(const desk::CustomerProfile& profile)
{
    return desk::customerView(profile);
}

nlohmann::json rowView(const store::CustomerRow& row)
{
    return desk::customerView(row);
}

nlohmann::json receiptView(const desk::ErasureReceipt& receipt)
{
    nlohmann::json json = {{"id", receipt.id},
                           {"erased_ts", toRfc3339(receipt.erasedMs)},
                           {"removed", receipt.removed},
                           {"disk", receipt.isPurged ? "clean" : "pending"},
                           {"backups_expire_ts", nullptr}};
    if (receipt.backupsExpireMs) {
        json["backups_expire_ts"] = toRfc3339(*receipt.backupsExpireMs);
    }
    return json;
}

bool isPlan(std::string_view text)
{
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string_view::npos;
}

/// The one of `email`, `phone` and `id` that was given.
Result<desk::CustomerLookup> lookupOf(const RequestContext& request)
{
    desk::CustomerLookup wanted;
    wanted.email = request.request.parameter("email").value_or("");
    wanted.phone = request.request.parameter("phone").value_or("");
    wanted.id = request.request.parameter("id").value_or("");
    const int given =
        (wanted.email.empty() ? 0 : 1) + (wanted.phone.empty() ? 0 : 1) + (wanted.id.empty() ? 0 : 1);
    if (given != 1) {
        Error error;
        error.code = ErrorCode::InvalidArgument;
        error.message = "Name exactly one of email, phone and id.";
        for (const char* field : {"email", "phone", "id"}) {
            error.fields.push_back({field, "give exactly one of email, phone and id"});
        }
        return fail(std::move(error));
    }
    return wanted;
}

Result<desk::CustomerChanges> changesOf(const RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        return fail(std::move(body).error());
    }
    Decoder fields(*body);
    // null takes a value away, like an empty text.
    const auto text = [&](std::string_view field, std::size_t most) {
        const bool isThere = body->is_object() && body->contains(field);
        return isThere ? std::optional(fields.optionalText(field, most)) : std::nullopt;
    };
    desk::CustomerChanges changes;
    changes.name = text("name", kMaxName);
    changes.phone = text("phone", kMaxPhone);
    changes.plan = text("plan", kMaxPlan);
    changes.locale = text("locale", kMaxLocale);
    if (changes.phone && !changes.phone->empty()) {
        changes.phone = desk::plainPhone(*changes.phone);
        if (changes.phone->empty()) {
            fields.fault("phone", "must be a telephone number");
        }
    }
    if (changes.plan && !isPlan(*changes.plan)) {
        fields.fault("plan", "must be the name of a plan: a-z, 0-9, - and _");
    }
    if (body->is_object() && body->contains("email")) {
        changes.email = fields.optionalEmail("email");
    }
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    return changes;
}

} // namespace

void CustomerHandlers::addRoutes(edge::Router& router)
{
    const auto read = Permission::DeskRead;
    const auto write = Permission::DeskWrite;
    router.add(route(Method::Get,
                     "/customers",
                     read,
                     {"Customers, oldest first; q: in their name, address, number or company's id",
                      "Customers",
                      "",
                      "Customer[]",
                      200,
                      {"q", "limit", "cursor"}},
                     [this](RequestContext& request) { return list(request); }));
    router.add(route(Method::Get,
                     "/customers/lookup",
                     read,
                     {"The customer with this address, number or id",
                      "Customers",
                      "",
                      "Customer",
                      200,
                      {"email", "phone", "id"}},
                     [this](RequestContext& request) { return lookup(request); }));
    router.add(route(Method::Get,
                     "/customers/{id}",
                     read,
                     {"One customer", "Customers", "", "Customer", 200, {}},
                     [this](RequestContext& request) { return get(request); }));
    router.add(route(Method::Patch,
                     "/customers/{id}",
                     write,
                     {"Puts a customer right", "Customers", "CustomerPatch", "Customer", 200, {}},
                     [this](RequestContext& request) { return update(request); }));
    auto merging = route(Method::Post,
                         "/customers/{id}/merge",
                         write,
                         {"Makes two customers one; the answer is the one that stays",
                          "Customers",
                          "CustomerMerge",
                          "Customer",
                          200,
                          {}},
                         [this](RequestContext& request) { return merge(request); });
    merging.idempotent = true;
    router.add(std::move(merging));
    auto copy = route(Method::Get,
                      "/customers/{id}/export",
                      read,
                      {"Everything that is kept of a customer", "Customers", "", "CustomerExport", 200, {}},
                      [this](RequestContext& request) { return exported(request); });
    auto erasing = route(Method::Delete,
                         "/customers/{id}",
                         write,
                         {"Erases a customer with every trace", "Customers", "", "ErasureReceipt", 200, {}},
                         [this](RequestContext& request) { return erase(request); });
    copy.timeout = erasing.timeout = kLongest;
    router.add(std::move(copy));
    router.add(std::move(erasing));
}

CustomerHandlers::Answer CustomerHandlers::list(RequestContext& request)
{
    auto limit = request.pageLimit();
    auto words = textParameter(request, "q", kMaxQuery);
    if (!limit || !words) {
        co_return fail(limit ? std::move(words).error() : std::move(limit).error());
    }
    std::string cursor = request.request.parameter("cursor").value_or("");
    auto rows = co_await m_customers.list(request.tenant, *std::move(words), std::move(cursor), *limit);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    co_return pageResponse(*rows, rowView, *limit);
}

CustomerHandlers::Answer CustomerHandlers::lookup(RequestContext& request)
{
    auto wanted = lookupOf(request);
    if (!wanted) {
        co_return fail(std::move(wanted).error());
    }
    auto work = m_customers.lookup(request.tenant, *std::move(wanted));
    co_return co_await shown(200, std::move(work), profileView);
}

CustomerHandlers::Answer CustomerHandlers::get(RequestContext& request)
{
    return shown(200, m_customers.get(request.tenant, pathId(request)), profileView);
}

CustomerHandlers::Answer CustomerHandlers::update(RequestContext& request)
{
    auto changes = changesOf(request);
    if (!changes) {
        co_return fail(std::move(changes).error());
    }
    CustomerId id{pathId(request)};
    auto work = m_customers.update(request.tenant, std::move(id), *std::move(changes), actorOf(request));
    co_return co_await shown(200, std::move(work), profileView);
}

CustomerHandlers::Answer CustomerHandlers::merge(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    CustomerId into{fields.optionalId("into")};
    CustomerId from{fields.optionalId("customer_id")};
    if (into.isEmpty() == from.isEmpty()) {
        fields.fault("customer_id", "give either customer_id, who is merged into this one, or into");
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    CustomerId own{pathId(request)};
    (into.isEmpty() ? into : from) = std::move(own);
    auto work = m_customers.merge(request.tenant, std::move(from), std::move(into), actorOf(request));
    co_return co_await shown(200, std::move(work), profileView);
}

CustomerHandlers::Answer CustomerHandlers::exported(RequestContext& request)
{
    auto text = co_await m_exports.make(request.tenant, pathId(request), actorOf(request));
    if (!text) {
        co_return fail(std::move(text).error());
    }
    auto response = Response::text(200, *std::move(text), "application/json");
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Content-Disposition", "attachment; filename=\"customer.json\"");
    co_return response;
}

CustomerHandlers::Answer CustomerHandlers::erase(RequestContext& request)
{
    CustomerId id{pathId(request)};
    auto work = m_erasure.erase(request.tenant, std::move(id), actorOf(request));
    co_return co_await shown(200, std::move(work), receiptView);
}

} // namespace parley::server::api
