// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/error.h"

#include <curl/curl.h>

#include <string>

namespace parley::server::net {

/// What a failed transfer means to its caller: Timeout, Unavailable where trying again or elsewhere makes
/// sense (no such host, no connection), Upstream for everything the server did wrong.
/// @param detail  libcurl's own words, for the log
Error errorOf(CURLcode code, std::string detail);

} // namespace parley::server::net
