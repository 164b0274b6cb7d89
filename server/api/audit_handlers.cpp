// SPDX-License-Identifier: MIT
#include "server/api/audit_handlers.h"

#include "server/api/principals.h"
#include "server/api/routes.h"
#include "server/store/user_repository.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

namespace {

using edge::RequestContext;

nlohmann::json textOrNull(const std::string& text)
{
    return text.empty() ? nlohmann::json() : nlohmann::json(text);
}

/// What was written as JSON; null where nothing was.
nlohmann::json valueOf(const std::string& text)
{
    auto parsed = nlohmann::json::parse(text, nullptr, false);
    return parsed.is_discarded() ? nlohmann::json() : parsed;
}

nlohmann::json entryView(const store::AuditRow& row, const std::map<std::string, std::string>& names)
{
    const auto name = names.find(row.actorId);
    return {{"id", row.id},
            {"created_ts", toRfc3339(row.atMs)},
            {"actor",
             {{"id", textOrNull(row.actorId)},
              {"name", name == names.end() ? nlohmann::json() : textOrNull(name->second)},
              {"role", row.actorRole}}},
            {"action", row.action},
            {"object", {{"kind", row.objectKind}, {"id", textOrNull(row.objectId)}}},
            {"before", valueOf(row.before)},
            {"after", valueOf(row.after)},
            {"request_id", textOrNull(row.requestId)},
            {"address", textOrNull(row.address)}};
}

/// @errors InvalidArgument
Result<std::int64_t> timeOf(const RequestContext& request, const std::string& field, std::int64_t otherwise)
{
    const auto text = request.request.parameter(field);
    if (!text || text->empty()) {
        return otherwise;
    }
    const auto time = fromRfc3339(*text);
    return time ? Result<std::int64_t>(*time)
                : failField(field, "must be a time such as 2026-11-21T05:00:00.000Z");
}

Result<store::AuditFilter> filterOf(const RequestContext& request)
{
    auto limit = request.pageLimit();
    if (!limit) {
        return fail(std::move(limit).error());
    }
    store::AuditFilter filter;
    filter.limit = *limit;
    auto from = timeOf(request, "from", filter.fromMs);
    auto to = timeOf(request, "to", filter.toMs);
    if (!from || !to) {
        return fail(from ? std::move(to).error() : std::move(from).error());
    }
    const auto text = [&](std::string_view name) { return request.request.parameter(name).value_or(""); };
    filter.fromMs = *from;
    filter.toMs = *to;
    filter.actorId = text("actor");
    filter.action = text("action");
    filter.objectKind = text("object_kind");
    filter.objectId = text("object");
    filter.before = text("cursor");
    return filter;
}

} // namespace

void AuditHandlers::addRoutes(edge::Router& router)
{
    router.add(makeRoute(edge::Method::Get,
                         "/audit",
                         security::Permission::AuditRead,
                         {"Who did what when, newest first; secrets are masked",
                          "Operations",
                          "",
                          "AuditEntry[]",
                          200,
                          {"actor", "action", "object_kind", "object", "from", "to", "limit", "cursor"}},
                         [this](RequestContext& request) { return list(request); }));
}

boost::asio::awaitable<Result<AuditHandlers::Names>>
AuditHandlers::namesOf(const std::vector<store::AuditRow>& rows)
{
    auto job = [&](store::ReadTransaction& tx) -> Result<Names> {
        Names names;
        for (const store::AuditRow& row : rows) {
            if (!isUuid(row.actorId) || names.contains(row.actorId)) {
                continue;
            }
            auto user = store::UserRepository().find(tx, UserId{row.actorId});
            if (!user) {
                return fail(std::move(user).error());
            }
            names[row.actorId] = *user ? (*user)->displayName : std::string();
        }
        return names;
    };
    auto scope = store::Scope::platform();
    co_return co_await m_database.read(scope, job);
}

boost::asio::awaitable<Result<edge::Response>> AuditHandlers::list(RequestContext& request)
{
    auto filter = filterOf(request);
    if (!filter) {
        co_return fail(std::move(filter).error());
    }
    auto job = [&](store::ReadTransaction& tx) { return store::AuditRepository().list(tx, *filter); };
    auto scope = store::Scope::of(request.tenant);
    auto rows = co_await m_database.read(scope, job);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    auto names = co_await namesOf(*rows);
    if (!names) {
        co_return fail(std::move(names).error());
    }
    const auto view = [&](const store::AuditRow& row) { return entryView(row, *names); };
    co_return pageResponse(*rows, view, filter->limit);
}

} // namespace parley::server::api
