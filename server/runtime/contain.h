// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/error.hpp>
#include <boost/system/system_error.hpp>

#include <exception>
#include <utility>

namespace parley::server::runtime {

/// The error that the exception being handled stands for: a cancelled wait is Cancelled, all else Internal.
/// Call it inside a catch block only.
inline Error errorOfCurrentException()
{
    try {
        throw;
    } catch (const boost::system::system_error& e) {
        if (e.code() == boost::asio::error::operation_aborted) {
            return fail(ErrorCode::Cancelled, "The operation was cancelled.").value();
        }
        return fail(ErrorCode::Internal, "An internal error occurred.", e.what()).value();
    } catch (const std::exception& e) {
        return fail(ErrorCode::Internal, "An internal error occurred.", e.what()).value();
    } catch (...) {
        return fail(ErrorCode::Internal, "An internal error occurred.", "exception of unknown type").value();
    }
}

/// Runs work and turns what it throws into an Error, so that it can be raced or awaited without surprises.
/// @errors Cancelled the wait was cancelled; Internal work threw; otherwise those of work
template <class T>
boost::asio::awaitable<Result<T>> contain(boost::asio::awaitable<Result<T>> work)
{
    try {
        co_return co_await std::move(work);
    } catch (...) {
        co_return fail(errorOfCurrentException());
    }
}

} // namespace parley::server::runtime
