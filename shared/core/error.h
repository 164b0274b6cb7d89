// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace parley {

/// What kind of failure it is; drives behaviour and, at the edge, the HTTP status.
enum class ErrorCode {
    Malformed,            ///< 400 not JSON, not UTF-8, broken framing
    Unauthenticated,      ///< 401
    Forbidden,            ///< 403
    NotFound,             ///< 404, also for what belongs to another tenant
    MethodNotAllowed,     ///< 405
    Conflict,             ///< 409
    PayloadTooLarge,      ///< 413
    UnsupportedMediaType, ///< 415
    InvalidArgument,      ///< 422 a field is wrong; see Error::fields
    RateLimited,          ///< 429 with Error::retryAfter
    HeaderTooLarge,       ///< 431
    Internal,             ///< 500
    Upstream,             ///< 502 somebody else's server failed
    Storage,              ///< 503 the database failed
    Unavailable,          ///< 503 draining, or a queue is full
    Cancelled,            ///< 503 the work was cancelled
    Timeout,              ///< 504
};

/// One wrong field of a request: its JSON path and what would be right.
struct FieldError {
    std::string field;
    std::string message;

    bool operator==(const FieldError&) const = default;
};

/// A failure that a caller can act on. `message` may be shown to a client; `detail` is for the log alone and
/// never leaves the daemon.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    std::string detail;
    /// Stable code of the problem document where it differs from the one of `code` ("use_resolve"); else
    /// empty.
    std::string problem;
    std::vector<FieldError> fields;
    std::chrono::seconds retryAfter{0};

    /// Adds where it happened, once per layer: "messages.append: accept: ...".
    Error in(std::string_view where) &&;
};

/// The stable `code` of the problem document for `error` ("validation_failed", "not_found", ...).
std::string_view problemCode(const Error& error);

/// The HTTP status for a failure.
int httpStatus(ErrorCode code);

} // namespace parley
