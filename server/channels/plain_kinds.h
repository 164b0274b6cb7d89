// SPDX-License-Identifier: MIT
#pragma once

#include "server/channels/channel_kind.h"

namespace parley::server::channels {

/// Names of the kinds, as conversations have them in `channel`.
inline constexpr auto kWebChannel = "web";
inline constexpr auto kApiChannel = "api";

/// The chat widget. How it looks is set up in `/widget-config`.
class WebKind final : public ChannelKind {
public:
    WebKind();
};

/// Machine clients. What each may do is set up in `/api-clients`.
class ApiKind final : public ChannelKind {
public:
    ApiKind();
};

} // namespace parley::server::channels
