// SPDX-License-Identifier: MIT
#pragma once

#include "server/channels/channel_book.h"
#include "server/edge/router.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// `/channels`: the ways by which customers write, as the tenant sets them up. @thread I/O
class ChannelHandlers {
public:
    explicit ChannelHandlers(channels::ChannelBook& channels) : m_channels(channels) {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer list(edge::RequestContext& request);
    Answer create(edge::RequestContext& request);
    Answer get(edge::RequestContext& request);
    Answer update(edge::RequestContext& request);
    Answer remove(edge::RequestContext& request);

    channels::ChannelBook& m_channels;
};

} // namespace parley::server::api
