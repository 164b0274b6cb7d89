// SPDX-License-Identifier: MIT
#pragma once

#include "server/live/feed.h"
#include "shared/core/error.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace parley::server::api {

/// What the server says on a live link. @source api.md, The live link

nlohmann::json problemFrame(const Error& error);
Error unknownFrame();

/// An event that has data, for the readers of this topic.
std::string eventFrame(const std::string& topic, const live::FeedItem& item);

/// As text, with bytes that are no UTF-8 replaced.
std::string line(const nlohmann::json& json);

} // namespace parley::server::api
