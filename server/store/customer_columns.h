// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/customer_repository.h"

#include <string_view>

namespace parley::server::store {

/// What every query for whole customers selects, in the order that customerFrom() reads.
inline constexpr std::string_view kCustomerColumns =
    "id, user_id, name, email, phone, verified, plan, locale, metadata, created_ms, last_ms";

inline CustomerRow customerFrom(const Row& row)
{
    CustomerRow customer;
    customer.id.value = row.text(0);
    customer.userId = row.text(1);
    customer.name = row.text(2);
    customer.email = row.text(3);
    customer.phone = row.text(4);
    customer.verified = row.boolean(5);
    customer.plan = row.text(6);
    customer.locale = row.text(7);
    customer.metadata = row.text(8);
    customer.createdMs = row.integer(9);
    customer.lastMs = row.integer(10);
    return customer;
}

} // namespace parley::server::store
