// SPDX-License-Identifier: MIT
#pragma once

#include "server/channels/channel_kind.h"

namespace parley::server::channels {

/// Its name, as conversations have it in `channel`.
inline constexpr auto kFormChannel = "form";

/// The contact form: `POST /support/submit` and its hosted page.
class FormKind final : public ChannelKind {
public:
    FormKind();

    /// Each form by itself: what came in by it.
    Result<store::ChannelTraffic>
    traffic(store::ReadTransaction& tx, const store::ChannelRow& row, std::int64_t sinceMs) const override;
};

} // namespace parley::server::channels
