// SPDX-License-Identifier: MIT
#include "server/tools/http_tool.h"

#include "server/tools/bounded_json.h"
#include "server/tools/json_path.h"
#include "server/tools/text_template.h"
#include "server/tools/tool_config.h"
#include "server/tools/url_template.h"
#include "shared/core/text.h"

namespace parley::server::tools {

namespace {

using nlohmann::json;

/// Of an answer before its path is applied.
constexpr std::size_t kMaxAnswerBytes = 1U << 20U;
constexpr int kDefaultRedirects = 3;

TemplateValues valuesOf(const ToolCall& call)
{
    TemplateValues values;
    values.input = call.input;
    values.customer = call.customer;
    values.secrets = call.tool->config.value("secrets", json::object());
    return values;
}

Result<std::string> bodyOf(const ToolCall& call, const TemplateValues& values)
{
    const json& config = call.tool->config;
    if (!config.contains("body")) {
        return call.input.dump(-1, ' ', false, json::error_handler_t::replace);
    }
    auto filled = fillJson(config["body"], values);
    return filled ? Result<std::string>(filled->dump(-1, ' ', false, json::error_handler_t::replace))
                  : Result<std::string>(fail(std::move(filled).error()));
}

bool isData(std::string_view type)
{
    return type.find("json") != std::string_view::npos;
}

Result<json> bounded(json output)
{
    if (textBytes(output) > kMaxOutputBytes) {
        return fail(ErrorCode::Upstream,
                    "The answer has more than 64 KiB; config.result can name the part that matters.");
    }
    return output;
}

} // namespace

Error outboundFailure(Error error)
{
    if (error.code == ErrorCode::Forbidden) {
        error.problem = "outbound_refused";
    }
    return error;
}

Result<net::HttpRequest> requestOf(const ToolCall& call)
{
    const json& config = call.tool->config;
    const TemplateValues values = valuesOf(call);
    net::HttpRequest request;
    request.method = config.value("method", std::string("GET"));
    auto url = UrlTemplate::parse(config.value("url", std::string()));
    if (!url) {
        return fail(std::move(url).error());
    }
    auto address = url->fill(values, config.value("query", json::object()));
    if (!address) {
        return fail(std::move(address).error());
    }
    request.url = *std::move(address);
    const json headers = config.value("headers", json::object());
    for (const auto& [name, value] : headers.items()) {
        const TextTemplate shape(value.get<std::string>());
        auto text = shape.fill(values);
        if (!text) {
            return fail(std::move(text).error());
        }
        request.headers.emplace_back(name, *std::move(text));
    }
    const auto addHeader = [&](const char* name, const std::string& value) {
        if (net::headerValue(request.headers, name).empty()) {
            request.headers.emplace_back(name, value);
        }
    };
    addHeader("Accept", "application/json");
    if (call.tool->row.isWrite && !call.context.effectKey.empty()) {
        addHeader("Idempotency-Key", call.context.effectKey);
    }
    const bool hasBody = config.contains("body") || request.method == "POST" || request.method == "PUT" ||
                         request.method == "PATCH";
    if (hasBody) {
        auto body = bodyOf(call, values);
        if (!body) {
            return fail(std::move(body).error());
        }
        request.body = *std::move(body);
        addHeader("Content-Type", "application/json");
    }
    request.maxBodyBytes = kMaxAnswerBytes;
    request.maxRedirects = config.value("max_redirects", kDefaultRedirects);
    request.trust = net::Trust::Guarded;
    request.timeouts.firstByte = request.timeouts.idle = timeoutOf(config);
    return request;
}

Result<json> outputOf(const net::HttpResponse& answer, const json& config)
{
    if (answer.status < 200 || answer.status >= 300) {
        Error error;
        error.code = ErrorCode::Upstream;
        error.message = "The server answered " + std::to_string(answer.status) + ".";
        // 408 and 5xx may come from something that stands between and gave up waiting.
        error.problem = answer.status < 500 && answer.status != 408 ? "nothing_done" : "";
        return fail(std::move(error));
    }
    const std::string_view type = net::headerValue(answer.headers, "content-type");
    auto value = parseBounded(answer.body);
    if (!value && isData(type)) {
        return fail(ErrorCode::Upstream, "The server's answer is no JSON that can be read.");
    }
    if (!value && (type.find("html") != std::string_view::npos || !isUtf8(answer.body))) {
        return fail(ErrorCode::Upstream, "The server answered with a page or with bytes, not with data.");
    }
    const json data =
        value ? *std::move(value) : (answer.body.empty() ? json::object() : json{{"text", answer.body}});
    if (!config.contains("result")) {
        return bounded(data);
    }
    const std::string text = config["result"].get<std::string>();
    auto path = JsonPath::parse(text);
    if (!path) {
        return fail(std::move(path).error());
    }
    auto selected = path->select(data);
    if (!selected) {
        return fail(ErrorCode::Upstream, "The server's answer has nothing at " + text + ".");
    }
    return bounded(*std::move(selected));
}

boost::asio::awaitable<Result<json>> HttpTool::call(const ToolCall& call, runtime::Budget budget)
{
    auto request = requestOf(call);
    if (!request) {
        co_return fail(std::move(request).error());
    }
    auto answer = co_await m_http.send(*std::move(request), budget.atMost(timeoutOf(call.tool->config)));
    if (!answer) {
        co_return fail(outboundFailure(std::move(answer).error()));
    }
    co_return outputOf(*answer, call.tool->config);
}

} // namespace parley::server::tools
