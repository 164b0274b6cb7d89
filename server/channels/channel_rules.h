// SPDX-License-Identifier: MIT
#pragma once

#include "server/channels/channel_book.h"

namespace parley::server::channels {

/// What a POST makes, without its id and times.
/// @errors InvalidArgument naming every field that is wrong, and for an unknown kind those there are
Result<store::ChannelRow> newChannel(const ChannelChanges& wanted);

/// What a PATCH makes of it. @errors InvalidArgument naming every field that is wrong
Result<store::ChannelRow> changedChannel(store::ChannelRow row, const ChannelChanges& changes);

/// @errors Conflict every tenant has one of this kind
Result<void> checkRemovable(const store::ChannelRow& row);

/// Why there cannot be one more.
Error tooMany(const ChannelKind& kind);

} // namespace parley::server::channels
