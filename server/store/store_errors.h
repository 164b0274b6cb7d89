// SPDX-License-Identifier: MIT
// The failures that both drivers report, worded once.
#pragma once

#include "shared/core/result.h"

#include <string>

namespace parley::server::store {

inline Error makeError(ErrorCode code, std::string message, std::string detail)
{
    Error error;
    error.code = code;
    error.message = std::move(message);
    error.detail = std::move(detail);
    return error;
}

inline Error conflictError(std::string detail)
{
    return makeError(ErrorCode::Conflict, "This conflicts with what is already stored.", std::move(detail));
}

inline Error storageError(std::string detail)
{
    return makeError(ErrorCode::Storage, "The database could not do this.", std::move(detail));
}

inline Error queueFullError()
{
    return makeError(ErrorCode::Unavailable,
                     "The database is busy. Try again in a moment.",
                     "the job queue is full");
}

inline Error closedError()
{
    return makeError(ErrorCode::Unavailable, "The server is shutting down.", "the database is closed");
}

} // namespace parley::server::store
