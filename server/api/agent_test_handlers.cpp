// SPDX-License-Identifier: MIT
#include "server/api/agent_test_handlers.h"

#include "server/agents/agent_snapshot.h"
#include "server/api/agent_view.h"
#include "server/api/decode.h"
#include "server/api/routes.h"
#include "server/desk/intake.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;
using pipeline::SandboxLine;

/// Room for an agent with 2,000 examples.
constexpr std::size_t kTestBytes = 8 * 1024 * 1024;
constexpr std::size_t kMostLines = 50;
constexpr std::size_t kLongestLocale = 35;
/// Tests at once: they may train a classifier and occupy a model.
constexpr int kMostTests = 8;
/// A model may write as long as it does for a customer.
constexpr auto kLongestTest = std::chrono::minutes(3);
/// For the agents, before the turn has its own time.
constexpr auto kPreparing = std::chrono::seconds(30);

/// What is to be tested.
struct Wanted {
    std::string text;
    std::string locale = "en";
    std::vector<SandboxLine> history;
    agents::AgentChanges changes;
    bool routes = false;
};

/// Faults of an inner object, under its name.
void addFaults(Decoder& outer, const std::string& where, const Error& error)
{
    for (const FieldError& fault : error.fields) {
        outer.fault(where + fault.field, fault.message);
    }
}

void decodeHistory(const nlohmann::json& body, Decoder& outer, Wanted& wanted)
{
    if (!outer.has("history")) {
        return;
    }
    const nlohmann::json& lines = body["history"];
    if (!lines.is_array() || lines.size() > kMostLines) {
        outer.fault("history", "must be a list of at most 50 objects with role and text");
        return;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string where = "history[" + std::to_string(i) + "]";
        if (!lines[i].is_object()) {
            outer.fault(where, "must be an object with role and text");
            continue;
        }
        Decoder fields(lines[i]);
        SandboxLine line;
        line.isCustomers = fields.oneOf("role", {"user", "agent"}, "user") == "user";
        line.text = fields.text("text", 1, desk::kMaxTextCodePoints);
        if (auto decoded = fields.finish(); !decoded) {
            addFaults(outer, where + ".", decoded.error());
        }
        wanted.history.push_back(std::move(line));
    }
}

void decodeAgent(const nlohmann::json& body, Decoder& outer, Wanted& wanted)
{
    if (!outer.has("agent")) {
        return;
    }
    if (!body["agent"].is_object()) {
        outer.fault("agent", "must be an object with the fields of an agent that are tried out");
        return;
    }
    auto changes = agentChangesOf(body["agent"]);
    if (!changes) {
        addFaults(outer, "agent.", changes.error());
        return;
    }
    wanted.changes = *std::move(changes);
}

Result<Wanted> wantedOf(const RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        return fail(std::move(body).error());
    }
    Decoder fields(*body);
    Wanted wanted;
    wanted.text = fields.text("text", 1, desk::kMaxTextCodePoints);
    if (fields.has("locale")) {
        wanted.locale = fields.text("locale", 2, kLongestLocale);
    }
    wanted.routes = fields.boolean("route", false);
    decodeHistory(*body, fields, wanted);
    decodeAgent(*body, fields, wanted);
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    return wanted;
}

/// What the catalog says of a field is of the one under "agent".
Error underAgent(Error error)
{
    for (FieldError& fault : error.fields) {
        fault.field = "agent." + fault.field;
    }
    return error;
}

nlohmann::json handoffView(const pipeline::SandboxOutcome& outcome)
{
    if (outcome.escalationReason.empty()) {
        return nullptr;
    }
    return {{"reason", outcome.escalationReason},
            {"category", outcome.turn.reply ? outcome.turn.reply->category : std::string()},
            {"priority", outcome.priority},
            {"team_id", outcome.team.empty() ? nlohmann::json() : nlohmann::json(outcome.team)}};
}

nlohmann::json outcomeView(const pipeline::SandboxOutcome& outcome)
{
    nlohmann::json json = proto::turnJson(outcome.turn, proto::Audience::Operator);
    // Nothing of it is stored, so nothing has an id.
    for (const char* id : {"session_id", "message_id", "trace_id"}) {
        json[id] = nullptr;
    }
    if (json["reply"].is_object()) {
        json["reply"]["id"] = nullptr;
    }
    json["sandbox"] = true;
    json["latency_ms"] = outcome.durationUs / 1000;
    json["duration_us"] = outcome.durationUs;
    json["nodes"] = outcome.nodes.is_array() ? outcome.nodes : nlohmann::json::array();
    json["routed_to"] = outcome.routedTo.empty() ? nlohmann::json() : nlohmann::json(outcome.routedTo);
    json["written_by"] = outcome.writtenBy.empty() ? nlohmann::json() : nlohmann::json(outcome.writtenBy);
    json["tokens"] = {{"input", outcome.usage.input}, {"output", outcome.usage.output}};
    json["handoff"] = handoffView(outcome);
    return json;
}

/// One of the tests at once, given back when it goes.
class Turnstile {
public:
    explicit Turnstile(std::atomic<int>& count) : m_count(count), m_isIn(count.fetch_add(1) < kMostTests) {}
    ~Turnstile() { m_count.fetch_sub(1); }
    Turnstile(const Turnstile&) = delete;
    Turnstile& operator=(const Turnstile&) = delete;
    [[nodiscard]] bool isIn() const { return m_isIn; }

private:
    std::atomic<int>& m_count;
    bool m_isIn;
};

} // namespace

void AgentTestHandlers::addRoutes(edge::Router& router)
{
    auto route = makeRoute(Method::Post,
                           "/agents/{id}/test",
                           security::Permission::ConfigureTenant,
                           {"What the agent would answer; nothing is stored, nothing is sent",
                            "Configuration",
                            "AgentTestRequest",
                            "AgentTest",
                            200,
                            {}},
                           [this](RequestContext& request) { return test(request); });
    route.bodyLimitBytes = kTestBytes;
    route.timeout = kLongestTest;
    router.add(std::move(route));
}

AgentTestHandlers::Answer AgentTestHandlers::test(RequestContext& request)
{
    auto wanted = wantedOf(request);
    if (!wanted) {
        co_return fail(std::move(wanted).error());
    }
    const Turnstile turnstile(m_running);
    if (!turnstile.isIn()) {
        co_return fail(ErrorCode::Unavailable, "Too many agents are being tested at once. Try again.");
    }
    const AgentId id{std::string(request.pathParameter("id"))};
    auto saved = co_await m_catalog.get(request.tenant, id);
    if (!saved) {
        co_return fail(std::move(saved).error());
    }
    auto tried = co_await m_catalog.preview(request.tenant, id, wanted->changes);
    if (!tried) {
        co_return fail(underAgent(std::move(tried).error()));
    }
    pipeline::SandboxRequest sandbox;
    const auto budget = runtime::Budget::of(kPreparing);
    auto understanding = co_await m_understandings.variant(request.tenant, *tried, budget);
    if (!understanding) {
        co_return fail(std::move(understanding).error());
    }
    const nlohmann::json unsaved =
        agents::snapshotDiff(agents::agentSnapshot(*saved), agents::agentSnapshot(*tried));
    sandbox.tenant = request.tenant;
    sandbox.text = std::move(wanted->text);
    sandbox.locale = std::move(wanted->locale);
    sandbox.history = std::move(wanted->history);
    sandbox.agent = wanted->routes ? std::string() : tried->name;
    sandbox.understanding = *std::move(understanding);
    auto outcome = co_await m_sandbox.run(std::move(sandbox));
    if (!outcome) {
        co_return fail(std::move(outcome).error());
    }
    nlohmann::json body = outcomeView(*outcome);
    body["agent"] = {{"id", tried->id.value},
                     {"name", tried->name},
                     {"version", tried->version},
                     {"unsaved", unsaved}};
    co_return Response::json(200, body);
}

} // namespace parley::server::api
