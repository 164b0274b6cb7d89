// SPDX-License-Identifier: MIT
#pragma once

#include "server/api/principals.h"

namespace parley::server::api {

/// Whether what this one gets counts as read by the customer: what a machine client shows to whom is its own
/// affair.
inline bool mayReachCustomer(const security::Principal& principal)
{
    return audienceOf(principal) == proto::Audience::Customer || principal.role == security::Role::ApiClient;
}

} // namespace parley::server::api
