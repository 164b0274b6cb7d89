// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/error.h"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace parley {

/// A value, or why there is none. What must not happen throws instead.
template <class T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::NotFound, "There is no such ticket.");`
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// @param message  safe to show to a client
/// @param detail   for the log alone
inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string detail = {})
{
    Error error;
    error.code = code;
    error.message = std::move(message);
    error.detail = std::move(detail);
    return tl::unexpected<Error>(std::move(error));
}

/// 422 with one wrong field. @param message  what would be right
inline tl::unexpected<Error> failField(std::string field, std::string message)
{
    Error error;
    error.code = ErrorCode::InvalidArgument;
    error.message = field + ": " + message;
    error.fields.push_back(FieldError{std::move(field), std::move(message)});
    return tl::unexpected<Error>(std::move(error));
}

} // namespace parley
