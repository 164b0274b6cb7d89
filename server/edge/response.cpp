// SPDX-License-Identifier: MIT
#include "server/edge/response.h"

#include "server/edge/status_text.h"

#include <nlohmann/json.hpp>

namespace parley::server::edge {

namespace {

/// JSON as bytes; what is not UTF-8 (a library's message, say) is replaced rather than thrown about.
std::string dump(const nlohmann::json& value)
{
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

Response Response::json(int status, const nlohmann::json& body)
{
    return text(status, dump(body), "application/json");
}

Response Response::text(int status, std::string body, std::string_view contentType)
{
    Response response;
    response.status = status;
    response.body = std::move(body);
    response.headers.add("Content-Type", std::string(contentType));
    return response;
}

Response Response::empty(int status)
{
    Response response;
    response.status = status;
    return response;
}

Response Response::events(StreamBody body)
{
    Response response;
    response.headers.add("Content-Type", "text/event-stream");
    response.headers.add("Cache-Control", "no-store");
    // Proxies that buffer answers would hold events back.
    response.headers.add("X-Accel-Buffering", "no");
    response.stream = std::move(body);
    return response;
}

Response Response::webSocket(UpgradeBody body, std::string subprotocol)
{
    Response response;
    response.status = 101;
    response.upgrade = std::move(body);
    response.subprotocol = std::move(subprotocol);
    return response;
}

Response Response::problem(const Error& error, std::string_view requestId)
{
    const int status = httpStatus(error.code);
    nlohmann::json document = {{"type", "about:blank"},
                               {"title", statusText(status)},
                               {"status", status},
                               {"detail", error.message},
                               {"code", problemCode(error)},
                               {"request_id", requestId}};
    if (!error.fields.empty()) {
        auto& list = document["errors"] = nlohmann::json::array();
        for (const FieldError& field : error.fields) {
            list.push_back({{"field", field.field}, {"message", field.message}});
        }
    }
    Response response = text(status, dump(document), "application/problem+json");
    response.headers.add("Cache-Control", "no-store");
    if (error.retryAfter.count() > 0 || status == 503) {
        const auto seconds = std::max<std::int64_t>(1, error.retryAfter.count());
        response.headers.add("Retry-After", std::to_string(seconds));
    }
    if (status == 401) {
        response.headers.add("WWW-Authenticate", "Bearer");
    }
    return response;
}

} // namespace parley::server::edge
