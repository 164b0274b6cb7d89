// SPDX-License-Identifier: MIT
#include "server/edge/framing_problem.h"

#include "server/edge/status_text.h"

#include <nlohmann/json.hpp>

namespace parley::server::edge {

namespace {

std::string_view codeOf(int status)
{
    switch (status) {
    case 413:
        return "payload_too_large";
    case 431:
        return "header_too_large";
    case 501:
        return "method_not_allowed";
    case 503:
        return "unavailable";
    default:
        return "validation_failed";
    }
}

} // namespace

Response framingProblem(const FramingError& error, std::string_view requestId)
{
    const nlohmann::json document = {{"type", "about:blank"},
                                     {"title", statusText(error.status)},
                                     {"status", error.status},
                                     {"detail", error.reason},
                                     {"code", codeOf(error.status)},
                                     {"request_id", requestId}};
    return Response::text(error.status, document.dump(), "application/problem+json");
}

} // namespace parley::server::edge
