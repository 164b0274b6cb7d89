// SPDX-License-Identifier: MIT
#include "shared/core/error.h"

namespace parley {

Error Error::in(std::string_view where) &&
{
    if (detail.empty()) {
        detail = where;
    } else {
        detail = std::string(where) + ": " + detail;
    }
    return std::move(*this);
}

std::string_view problemCode(const Error& error)
{
    if (!error.problem.empty()) {
        return error.problem;
    }
    switch (error.code) {
    case ErrorCode::Malformed:
    case ErrorCode::InvalidArgument:
        return "validation_failed";
    case ErrorCode::Unauthenticated:
        return "unauthorized";
    case ErrorCode::Forbidden:
        return "forbidden";
    case ErrorCode::NotFound:
        return "not_found";
    case ErrorCode::MethodNotAllowed:
        return "method_not_allowed";
    case ErrorCode::Conflict:
        return "conflict";
    case ErrorCode::PayloadTooLarge:
        return "payload_too_large";
    case ErrorCode::UnsupportedMediaType:
        return "unsupported_media_type";
    case ErrorCode::RateLimited:
        return "rate_limited";
    case ErrorCode::HeaderTooLarge:
        return "header_too_large";
    case ErrorCode::Upstream:
        return "upstream";
    case ErrorCode::Storage:
    case ErrorCode::Unavailable:
    case ErrorCode::Cancelled:
        return "unavailable";
    case ErrorCode::Timeout:
        return "timeout";
    case ErrorCode::Internal:
        break;
    }
    return "internal";
}

int httpStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Malformed:
        return 400;
    case ErrorCode::Unauthenticated:
        return 401;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::MethodNotAllowed:
        return 405;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::PayloadTooLarge:
        return 413;
    case ErrorCode::UnsupportedMediaType:
        return 415;
    case ErrorCode::InvalidArgument:
        return 422;
    case ErrorCode::RateLimited:
        return 429;
    case ErrorCode::HeaderTooLarge:
        return 431;
    case ErrorCode::Upstream:
        return 502;
    case ErrorCode::Storage:
    case ErrorCode::Unavailable:
    case ErrorCode::Cancelled:
        return 503;
    case ErrorCode::Timeout:
        return 504;
    case ErrorCode::Internal:
        break;
    }
    return 500;
}

} // namespace parley
