// SPDX-License-Identifier: MIT
#pragma once

#include "server/api/principals.h"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <utility>

namespace parley::server::api {

/// What the routes of a thing that is kept by id share: /things and /things/{id}. `view` makes the JSON of a
/// row, with its "id".

inline std::string pathId(const edge::RequestContext& request)
{
    return std::string(request.pathParameter("id"));
}

/// One row. @errors those of `work`
template <class Row, class View>
boost::asio::awaitable<Result<edge::Response>>
shown(int status, boost::asio::awaitable<Result<Row>> work, View view)
{
    auto row = co_await std::move(work);
    if (!row) {
        co_return fail(std::move(row).error());
    }
    co_return edge::Response::json(status, view(*row));
}

/// One page of what `service.list(tenant, cursor, limit)` gives. @param request, service  outlive the call
/// @errors InvalidArgument the limit; those of the service
template <class Service, class View>
boost::asio::awaitable<Result<edge::Response>>
listed(edge::RequestContext& request, Service& service, View view)
{
    auto limit = request.pageLimit();
    if (!limit) {
        co_return fail(std::move(limit).error());
    }
    std::string cursor = request.request.parameter("cursor").value_or("");
    auto rows = co_await service.list(request.tenant, std::move(cursor), *limit);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    co_return pageResponse(*rows, view, *limit);
}

/// 204 where `work` removed it. @errors those of `work`
inline boost::asio::awaitable<Result<edge::Response>> removed(boost::asio::awaitable<Result<void>> work)
{
    auto done = co_await std::move(work);
    if (!done) {
        co_return fail(std::move(done).error());
    }
    co_return edge::Response::empty(204);
}

} // namespace parley::server::api
