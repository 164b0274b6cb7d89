// SPDX-License-Identifier: MIT
#pragma once

namespace parley::server::api {

/// What is made of an event once for all of its readers: the forms of live::Delivery. Who counts as the
/// customer gets a resolution only after it was marked as read, so that is made for no two at once.
struct WireForm {
    static constexpr int kLinkFrame = 0;
    static constexpr int kLinkFrameForCustomer = 1;
    static constexpr int kStreamChunk = 2;
    static constexpr int kStreamChunkForCustomer = 3;
};

} // namespace parley::server::api
