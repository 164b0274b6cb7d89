// SPDX-License-Identifier: MIT
#include "server/api/decode.h"
#include "server/api/golden_handlers.h"
#include "server/api/principals.h"
#include "server/api/routes.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;
using security::Permission;

/// Longest wait for a run in one request, below the time that a request may take.
constexpr std::int64_t kLongestWait = 25;

nlohmann::json textOrNull(const std::string& text)
{
    return text.empty() ? nlohmann::json() : nlohmann::json(text);
}

nlohmann::json parsed(const std::string& text)
{
    auto json = nlohmann::json::parse(text, nullptr, false);
    return json.is_object() ? json : nlohmann::json();
}

nlohmann::json runView(const store::GoldenRunRow& run)
{
    nlohmann::json json = {{"id", run.id},
                           {"status", run.status},
                           {"started_by", run.startedBy},
                           {"actor_id", textOrNull(run.actorId)},
                           {"previous_run_id", textOrNull(run.previousId)},
                           {"config_version", run.configVersion},
                           {"index_version", run.indexVersion},
                           {"agents", parsed(run.agents)},
                           {"changes", nullptr},
                           {"total", run.total},
                           {"done", run.done},
                           {"passed", run.passed},
                           {"failed", run.failed},
                           {"errors", run.errors},
                           {"pass_rate", nullptr},
                           {"newly_failing", run.newlyFailing},
                           {"newly_passing", run.newlyPassing},
                           {"text_changed", run.textChanged},
                           {"error", textOrNull(run.error)},
                           {"created_ts", toRfc3339(run.createdMs)},
                           {"finished_ts", nullptr}};
    if (!run.previousId.empty()) {
        json["changes"] = parsed(run.changes);
    }
    if (run.done > 0) {
        json["pass_rate"] = static_cast<double>(run.passed) / static_cast<double>(run.done);
    }
    if (run.finishedMs) {
        json["finished_ts"] = toRfc3339(*run.finishedMs);
    }
    return json;
}

nlohmann::json resultView(const store::GoldenResultRow& row)
{
    return {{"question_id", row.questionId},
            {"question", row.question},
            {"expectation", parsed(row.expectation)},
            {"outcome", row.outcome},
            {"change", textOrNull(row.change)},
            {"result", parsed(row.result)},
            {"previous", parsed(row.previous)}};
}

} // namespace

void GoldenRunHandlers::addRoutes(edge::Router& router)
{
    auto start = makeRoute(Method::Post,
                           "/golden-questions/run",
                           Permission::ConfigureTenant,
                           {"Asks all golden questions; answers at once, or with the results after `wait_s`",
                            "Configuration",
                            "GoldenRunRequest",
                            "GoldenRunResults",
                            202,
                            {}},
                           [this](RequestContext& request) { return this->start(request); });
    start.idempotent = true;
    router.add(std::move(start));
    router.add(makeRoute(Method::Get,
                         "/golden-questions/runs",
                         Permission::ConfigureTenant,
                         {"Runs of golden questions, newest first",
                          "Configuration",
                          "",
                          "GoldenRun[]",
                          200,
                          {"limit", "cursor"}},
                         [this](RequestContext& request) { return list(request); }));
    router.add(makeRoute(Method::Get,
                         "/golden-questions/runs/{id}",
                         Permission::ConfigureTenant,
                         {"What each golden question was answered, and what differs from the run before",
                          "Configuration",
                          "",
                          "GoldenRunResults",
                          200,
                          {}},
                         [this](RequestContext& request) { return get(request); }));
}

GoldenRunHandlers::Answer GoldenRunHandlers::start(RequestContext& request)
{
    std::int64_t waits = 0;
    if (!request.request.body.empty()) {
        auto body = request.jsonBody();
        if (!body) {
            co_return fail(std::move(body).error());
        }
        Decoder fields(*body);
        waits = fields.integerOr("wait_s", 0, kLongestWait, 0);
        if (auto decoded = fields.finish(); !decoded) {
            co_return fail(std::move(decoded).error());
        }
    }
    auto run = co_await m_runs.start(request.tenant, actorOf(request));
    if (!run) {
        co_return fail(std::move(run).error());
    }
    if (waits > 0) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(waits);
        run = co_await m_runs.awaitEnd(request.tenant, run->id, deadline);
        if (!run) {
            co_return fail(std::move(run).error());
        }
    }
    const int status = run->isGoing() ? 202 : 200;
    co_return co_await shown(request.tenant, *std::move(run), status);
}

GoldenRunHandlers::Answer GoldenRunHandlers::list(RequestContext& request)
{
    auto limit = request.pageLimit();
    if (!limit) {
        co_return fail(std::move(limit).error());
    }
    auto rows =
        co_await m_runs.list(request.tenant, request.request.parameter("cursor").value_or(""), *limit);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    co_return pageResponse(*rows, runView, *limit);
}

GoldenRunHandlers::Answer GoldenRunHandlers::get(RequestContext& request)
{
    auto run = co_await m_runs.get(request.tenant, std::string(request.pathParameter("id")));
    if (!run) {
        co_return fail(std::move(run).error());
    }
    co_return co_await shown(request.tenant, *std::move(run), 200);
}

GoldenRunHandlers::Answer GoldenRunHandlers::shown(TenantId tenant, store::GoldenRunRow run, int status)
{
    auto results = co_await m_runs.results(std::move(tenant), run.id);
    if (!results) {
        co_return fail(std::move(results).error());
    }
    nlohmann::json body = runView(run);
    body["results"] = nlohmann::json::array();
    for (const store::GoldenResultRow& result : *results) {
        body["results"].push_back(resultView(result));
    }
    co_return Response::json(status, body);
}

} // namespace parley::server::api
