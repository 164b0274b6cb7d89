// SPDX-License-Identifier: MIT
#pragma once

#include "server/cache/cache_book.h"
#include "server/edge/router.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// `/cache/entries`: what the semantic cache knows. @thread I/O
class CacheHandlers {
public:
    explicit CacheHandlers(cache::CacheBook& book) : m_book(book) {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer list(edge::RequestContext& request);
    Answer remove(edge::RequestContext& request);
    Answer clear(edge::RequestContext& request);

    cache::CacheBook& m_book;
};

} // namespace parley::server::api
