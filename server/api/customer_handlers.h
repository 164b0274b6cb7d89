// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/customer_erasure.h"
#include "server/desk/customer_export.h"
#include "server/desk/customers.h"
#include "server/edge/router.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// `/customers`: who writes to the desk, and what the law gives them: a copy of what is kept, and its
/// erasure.
/// @thread I/O
class CustomerHandlers {
public:
    CustomerHandlers(desk::Customers& customers,
                     desk::CustomerExport& exports,
                     desk::CustomerErasure& erasure)
        : m_customers(customers), m_exports(exports), m_erasure(erasure)
    {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer list(edge::RequestContext& request);
    Answer lookup(edge::RequestContext& request);
    Answer get(edge::RequestContext& request);
    Answer update(edge::RequestContext& request);
    Answer merge(edge::RequestContext& request);
    Answer exported(edge::RequestContext& request);
    Answer erase(edge::RequestContext& request);

    desk::Customers& m_customers;
    desk::CustomerExport& m_exports;
    desk::CustomerErasure& m_erasure;
};

} // namespace parley::server::api
