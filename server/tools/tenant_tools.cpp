// SPDX-License-Identifier: MIT
#include "server/tools/tenant_tools.h"

#include "server/runtime/with_timeout.h"
#include "server/tools/bounded_json.h"
#include "server/tools/builtins/demo_account.h"
#include "server/tools/builtins/desk_tools.h"
#include "server/tools/entity_fill.h"
#include "server/tools/http_tool.h"
#include "server/tools/knowledge_tool.h"
#include "server/tools/tool_config.h"
#include "server/tools/tool_secrets.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parley::server::tools {

using nlohmann::json;

namespace {

/// Between the name of a configured tool and of one of its server's.
constexpr std::string_view kRemoteMark = "__";
/// A turn waits no longer to hear what a server offers.
constexpr auto kListLimit = std::chrono::seconds(5);

std::int64_t elapsedMs(std::chrono::steady_clock::time_point since)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - since)
        .count();
}

/// "order_id is required": for the model, which can do better at its next try.
std::string problemOf(const Error& error)
{
    std::string text = error.fields.empty() ? error.message : std::string();
    for (const FieldError& fault : error.fields) {
        const std::string_view field = fault.field;
        text += (text.empty() ? "" : "; ") +
                std::string(field.starts_with("input.") ? field.substr(6) : field) + ": " + fault.message;
    }
    return text;
}

bool isRefusal(const Error& error)
{
    return error.code == ErrorCode::InvalidArgument || error.code == ErrorCode::Forbidden;
}

bool isNothingDone(const Error& error)
{
    return isRefusal(error) || error.code == ErrorCode::Unavailable || error.code == ErrorCode::NotFound ||
           error.problem == "nothing_done";
}

/// @errors InvalidArgument by field
Result<void> checkInput(const Tool& tool, const RemoteTool* remote, const json& input)
{
    if (remote == nullptr || tool.config.contains("remote_tool")) {
        if (auto checked = tool.schema.check(input); !checked) {
            return checked;
        }
    }
    return remote != nullptr && remote->schema ? remote->schema->check(input) : Result<void>();
}

/// An effect of our own tables is keyed there too.
bool repeatsNothing(const Tool& tool)
{
    return tool.row.kind == "builtin" || isIdempotent(tool.config);
}

} // namespace

TenantTools::TenantTools(ToolServices services, std::size_t maxOpen)
    : m_services(std::move(services)),
      m_sets(m_services.database, m_services.fernet, maxOpen),
      m_ledger(m_services.database, m_services.clock)
{
    m_kinds["http"] = std::make_unique<HttpTool>(m_services.http);
    m_kinds["rag"] = std::make_unique<KnowledgeTool>(m_services.library, m_services.database);
    m_kinds["search_knowledge"] = std::make_unique<KnowledgeTool>(m_services.library, m_services.database);
    m_kinds["demo_account_lookup"] = std::make_unique<DemoAccount>(m_services.database, m_services.clock);
    m_kinds["demo_account_update"] = std::make_unique<DemoAccount>(m_services.database, m_services.clock);
    m_kinds["builtin"] = std::make_unique<DeskTools>(m_services.desk, m_services.prefixOf);
}

bool TenantTools::isPermitted(const TenantId& tenant, const std::string& kind) const
{
    const auto kinds = m_services.kindsOf ? m_services.kindsOf(tenant) : std::vector<std::string>();
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// What agents see of one configured tool: itself, or all that its server offers.
boost::asio::awaitable<Result<std::vector<TenantTools::Target>>>
TenantTools::targetsOf(TenantId tenant, const Tool& tool, runtime::Budget budget)
{
    std::vector<Target> targets;
    if (tool.row.kind != "mcp") {
        targets.push_back({&tool, nullptr, infoOf(tool, nullptr)});
        co_return targets;
    }
    if (m_services.remotes == nullptr || !tool.broken.empty()) {
        co_return targets;
    }
    auto remotes = co_await m_services.remotes->remotes(tenant, tool, budget);
    if (!remotes) {
        co_return fail(std::move(remotes).error());
    }
    const std::string only = tool.config.value("remote_tool", std::string());
    for (const auto& remote : *remotes) {
        if (only.empty() || remote->name == only) {
            targets.push_back({&tool, remote, infoOf(tool, remote.get())});
        }
    }
    co_return targets;
}

boost::asio::awaitable<Result<std::vector<ToolInfo>>> TenantTools::list(TenantId tenant,
                                                                        std::int64_t configVersion,
                                                                        std::vector<std::string> names,
                                                                        runtime::Budget budget)
{
    auto set = co_await m_sets.of(tenant, configVersion, budget);
    if (!set) {
        co_return fail(std::move(set).error());
    }
    std::vector<ToolInfo> infos;
    for (const std::string& name : names) {
        const std::size_t split = name.find(kRemoteMark);
        const Tool* tool = (*set)->find(name.substr(0, split));
        const bool isThere = tool != nullptr && tool->row.enabled && tool->broken.empty() &&
                             isPermitted(tenant, tool->row.kind);
        if (!isThere) {
            continue;
        }
        auto targets = co_await targetsOf(tenant, *tool, budget.atMost(kListLimit));
        if (!targets) {
            continue; // its server is away; the other tools are still there
        }
        for (Target& target : *targets) {
            const bool isKnown = std::any_of(infos.begin(), infos.end(), [&](const ToolInfo& info) {
                return info.name == target.info.name;
            });
            if (!isKnown && (split == std::string::npos || target.info.name == name)) {
                infos.push_back(std::move(target.info));
            }
        }
    }
    std::stable_sort(infos.begin(), infos.end(), [](const ToolInfo& a, const ToolInfo& b) {
        return a.priority > b.priority;
    });
    co_return infos;
}

boost::asio::awaitable<Result<TenantTools::Target>>
TenantTools::targetOf(TenantId tenant, Set set, std::string name, runtime::Budget budget)
{
    const Tool* tool = set->find(name.substr(0, name.find(kRemoteMark)));
    if (tool != nullptr && tool->row.enabled && isPermitted(tenant, tool->row.kind)) {
        if (!tool->broken.empty()) {
            co_return Target{tool, nullptr, infoOf(*tool, nullptr)};
        }
        auto targets = co_await targetsOf(tenant, *tool, budget);
        if (!targets) {
            co_return fail(std::move(targets).error());
        }
        for (Target& target : *targets) {
            if (target.info.name == name || (!target.remote && tool->row.id.value == name)) {
                co_return std::move(target);
            }
        }
    }
    co_return fail(ErrorCode::NotFound, "There is no such tool.");
}

boost::asio::awaitable<Result<ToolOutcome>>
TenantTools::call(ToolContext context, std::string name, json input, runtime::Budget budget)
{
    if (budget.isSpent()) {
        co_return fail(ErrorCode::Timeout, "No time is left to call a tool.");
    }
    const auto since = std::chrono::steady_clock::now();
    auto set = co_await m_sets.of(context.tenant, context.configVersion, budget);
    if (!set) {
        co_return fail(std::move(set).error());
    }
    ToolOutcome ended;
    ended.input = input;
    auto target = co_await targetOf(context.tenant, *set, std::move(name), budget);
    if (!target &&
        (target.error().code == ErrorCode::NotFound || target.error().code == ErrorCode::Storage)) {
        co_return fail(std::move(target).error());
    }
    if (!target) {
        ended.status = isRefusal(target.error()) ? ToolStatus::Refused : ToolStatus::Failed;
        ended.problem = problemOf(target.error());
        ended.durationMs = elapsedMs(since);
        co_return ended;
    }
    ToolCall call;
    call.context = std::move(context);
    call.set = *set;
    call.tool = target->tool;
    call.input = input.is_null() ? json::object() : std::move(input);
    call.remote = target->remote ? target->remote->name : std::string();
    auto customer = co_await customerFacts(call.context);
    if (!customer) {
        co_return fail(std::move(customer).error());
    }
    call.customer = *std::move(customer);
    auto outcome = co_await perform(std::move(call), *target, budget);
    if (!outcome && !isRefusal(outcome.error())) {
        co_return fail(std::move(outcome).error());
    }
    if (!outcome) {
        ended.status = ToolStatus::Refused;
        ended.problem = problemOf(outcome.error());
        outcome = std::move(ended);
    }
    outcome->durationMs = elapsedMs(since);
    co_return outcome;
}

boost::asio::awaitable<Result<ToolOutcome>>
TenantTools::test(TenantId tenant, store::ToolRow row, ToolTrial trial, runtime::Budget budget)
{
    const auto since = std::chrono::steady_clock::now();
    if (!isPermitted(tenant, row.kind)) {
        co_return fail(ErrorCode::Forbidden, "Your organisation may not use tools of kind " + row.kind + ".");
    }
    std::vector<Tool> tools;
    tools.push_back(toolOf(row, m_services.fernet));
    const Set set = std::make_shared<const ToolSet>(0, std::move(tools));
    ToolCall call;
    call.set = set;
    call.tool = set->find(row.name);
    call.context.tenant = tenant;
    call.context.isVerified = true;
    call.context.isConfirmed = true;
    call.context.isSandbox = trial.isDry;
    call.input = std::move(trial.input);
    call.customer = std::move(trial.customer);
    auto targets = co_await targetsOf(tenant, *call.tool, budget);
    if (!targets && isRefusal(targets.error())) {
        co_return fail(std::move(targets).error());
    }
    if (!targets) {
        ToolOutcome failed;
        failed.status = ToolStatus::Failed;
        failed.problem = problemOf(targets.error());
        failed.input = call.input;
        failed.durationMs = elapsedMs(since);
        co_return failed;
    }
    Target target{call.tool, nullptr, infoOf(*call.tool, nullptr)};
    if (row.kind == "mcp" && call.tool->broken.empty()) {
        const bool isFixed = call.tool->config.contains("remote_tool");
        if (!isFixed && call.input.contains("tool") && !call.input["tool"].is_string()) {
            co_return failField("input.tool", "must be the name of one of the server's tools");
        }
        const std::string wanted = isFixed ? call.tool->config["remote_tool"].get<std::string>()
                                           : call.input.value("tool", std::string());
        if (wanted.empty()) {
            ToolOutcome offered;
            offered.output = {{"tools", json::array()}};
            for (const Target& each : *targets) {
                offered.output["tools"].push_back({{"name", each.remote->name},
                                                   {"called", each.info.name},
                                                   {"description", each.info.description},
                                                   {"input_schema", each.info.inputSchema}});
            }
            offered.durationMs = elapsedMs(since);
            co_return offered;
        }
        const auto found = std::find_if(targets->begin(), targets->end(), [&](const Target& each) {
            return each.remote->name == wanted;
        });
        if (found == targets->end()) {
            co_return failField(isFixed ? "config.remote_tool" : "input.tool", "the server has no such tool");
        }
        target = std::move(*found);
        call.remote = wanted;
        call.input = isFixed ? std::move(call.input) : call.input.value("arguments", json::object());
    }
    auto outcome = co_await perform(std::move(call), target, budget);
    if (outcome) {
        outcome->durationMs = elapsedMs(since);
    }
    co_return outcome;
}

boost::asio::awaitable<Result<json>> TenantTools::customerFacts(const ToolContext& context)
{
    json facts = json::object();
    if (!context.isVerified || context.customer.isEmpty()) {
        co_return facts;
    }
    auto job = [&](store::ReadTransaction& tx) {
        return m_services.desk.customers.find(tx, context.customer);
    };
    auto scope = store::Scope::of(context.tenant);
    auto row = co_await m_services.database.read(scope, job);
    if (!row) {
        co_return fail(std::move(row).error());
    }
    // The flag came with the turn; the row says it too, or nobody is who they say.
    if (*row && (*row)->verified) {
        const store::CustomerRow& customer = **row;
        const std::array<std::pair<const char*, const std::string*>, 6> known{{{"id", &customer.id.value},
                                                                               {"user_id", &customer.userId},
                                                                               {"email", &customer.email},
                                                                               {"phone", &customer.phone},
                                                                               {"name", &customer.name},
                                                                               {"plan", &customer.plan}}};
        for (const auto& [name, value] : known) {
            if (!value->empty()) {
                facts[name] = *value;
            }
        }
    }
    co_return facts;
}

/// @errors InvalidArgument, Forbidden the call is refused; Storage
boost::asio::awaitable<Result<ToolOutcome>>
TenantTools::perform(ToolCall call, const Target& target, runtime::Budget budget)
{
    ToolOutcome outcome;
    if (!call.tool->broken.empty()) {
        outcome.status = ToolStatus::Failed;
        outcome.problem = call.tool->broken;
        co_return outcome;
    }
    if (target.info.isPersonal && !call.context.isVerified) {
        co_return fail(ErrorCode::Forbidden,
                       "This tool is open to customers whose identity is proven; this customer's is not.");
    }
    fillFromEntities(target.info.inputSchema, call.context.entities, call.input);
    if (auto checked = checkInput(*call.tool, target.remote.get(), call.input); !checked) {
        co_return fail(std::move(checked).error());
    }
    outcome.input = call.input;
    if (target.info.isWrite && call.context.isSandbox) {
        outcome.output = {{"dry_run", true}, {"would_call", target.info.name}, {"input", call.input}};
        co_return outcome;
    }
    if (target.info.isWrite && !call.context.isConfirmed) {
        outcome.status = ToolStatus::NeedsConfirmation;
        outcome.problem = "The customer has to confirm this first.";
        co_return outcome;
    }
    const bool isNoted =
        target.info.isWrite && !call.context.effectKey.empty() && !call.context.conversation.isEmpty();
    if (!isNoted) {
        auto result = co_await dispatch(call, budget);
        if (!result && (isRefusal(result.error()))) {
            co_return fail(std::move(result).error());
        }
        outcome.status = result ? ToolStatus::Done : ToolStatus::Failed;
        outcome.output = result ? *std::move(result) : json();
        outcome.problem = result ? std::string() : problemOf(result.error());
        co_return outcome;
    }
    co_return co_await once(call, std::move(outcome), budget);
}

/// A call that changes something, noted before and after.
boost::asio::awaitable<Result<ToolOutcome>>
TenantTools::once(const ToolCall& call, ToolOutcome outcome, runtime::Budget budget)
{
    auto verdict = co_await m_ledger.begin(call.context, call.tool->row.name, repeatsNothing(*call.tool));
    if (!verdict) {
        co_return fail(std::move(verdict).error());
    }
    if (verdict->kind == ToolLedger::Verdict::Kind::Done) {
        outcome.output = std::move(verdict->output);
        co_return outcome;
    }
    if (verdict->kind == ToolLedger::Verdict::Kind::Unknown) {
        outcome.status = ToolStatus::Failed;
        outcome.problem = std::move(verdict->problem);
        co_return outcome;
    }
    auto result = co_await dispatch(call, budget);
    std::string_view noted = "done";
    if (result) {
        outcome.output = *std::move(result);
    } else {
        outcome.status = isRefusal(result.error()) ? ToolStatus::Refused : ToolStatus::Failed;
        outcome.problem = problemOf(result.error());
        noted = isNothingDone(result.error()) ? "failed" : "unknown";
        if (noted == "unknown") {
            outcome.problem += " Nobody knows whether it was carried out; it is not repeated.";
        }
    }
    auto ended = co_await m_ledger.end(call.context, noted, outcome.output, outcome.problem);
    // What is not noted stays pending and counts as unknown, which is true enough; the call itself is over.
    (void)ended;
    co_return outcome;
}

boost::asio::awaitable<Result<json>> TenantTools::dispatch(const ToolCall& call, runtime::Budget budget)
{
    const Tool& tool = *call.tool;
    ToolKind* kind = nullptr;
    if (tool.row.kind == "mcp") {
        kind = m_services.remotes;
    } else {
        const std::string function = tool.config.value("function", tool.row.name);
        auto found = tool.row.kind == "builtin" ? m_kinds.find(function) : m_kinds.find(tool.row.kind);
        found = found == m_kinds.end() ? m_kinds.find("builtin") : found;
        kind = found->second.get();
    }
    if (kind == nullptr) {
        co_return failUndone(ErrorCode::Unavailable, "Tools of this kind cannot be called here.");
    }
    auto result =
        co_await runtime::withTimeout(kind->call(call, budget), budget.atMost(timeoutOf(tool.config)));
    if (!result) {
        Error error = std::move(result).error();
        error.message = withoutSecrets(error.message, tool.secrets).get<std::string>();
        co_return fail(std::move(error));
    }
    json output = withoutSecrets(*std::move(result), tool.secrets);
    if (textBytes(output) > kMaxOutputBytes) {
        co_return fail(ErrorCode::Upstream, "The tool's output has more than 64 KiB.");
    }
    co_return output;
}

} // namespace parley::server::tools
