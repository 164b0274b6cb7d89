// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/request_context.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace parley::server::api {

/// `?status=` and its like: one of the values, or empty. @errors InvalidArgument any other
Result<std::string> oneOfParameter(const edge::RequestContext& request,
                                   std::string_view name,
                                   std::initializer_list<std::string_view> values);

/// `?q=` and its like: a text, or empty. @errors InvalidArgument longer than that many characters, not UTF-8,
/// or with NUL
Result<std::string>
textParameter(const edge::RequestContext& request, std::string_view name, std::size_t most);

/// `?cursor=` of a list that is not ordered by id: a place in it. @errors InvalidArgument
Result<int> offsetParameter(const edge::RequestContext& request);

/// The same for one that is ordered by a number; 0: from the beginning. @errors InvalidArgument
Result<std::int64_t> numberCursor(const edge::RequestContext& request);

} // namespace parley::server::api
