// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "server/edge/request_context.h"
#include "server/store/database.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// Who asks, as the desk names him to colleagues and customers: a machine client has no name of a person,
/// what it does is the team's. @errors Storage
boost::asio::awaitable<Result<desk::Actor>> deskActor(store::Database& database,
                                                      const edge::RequestContext& request);

} // namespace parley::server::api
