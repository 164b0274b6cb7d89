// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/principal.h"
#include "shared/core/result.h"

#include <string>
#include <string_view>

namespace parley::server::identity {

/// An e-mail address in the one form it is stored and compared in: trimmed, ASCII letters in lower case.
/// @errors InvalidArgument (field `email`) not local@domain.tld, above 254 bytes, or with spaces or controls
Result<std::string> normalisedEmail(std::string_view email);

/// A name for people to read: trimmed, 1 to 255 code points, without control characters.
/// @errors InvalidArgument (the field given)
Result<std::string> checkedName(const std::string& field, std::string_view name);

/// Small letters, digits and single hyphens inside, 2 to 63 characters, not in the form of an id.
/// @errors InvalidArgument (field `slug`)
Result<std::string> checkedSlug(std::string_view slug);

/// What tickets' references begin with: 2 to 8 capitals or digits, a capital first.
/// @errors InvalidArgument (field `ticket_prefix`)
Result<std::string> checkedTicketPrefix(std::string_view prefix);

/// Whether `actor` may give somebody this role in this tenant (empty: the platform), or manage one who has
/// it.
/// @errors Forbidden the actor's role may not; InvalidArgument (field `role`) not a role of a user, or one
/// that does
///         not go with the tenant; `tenant_required` an admin left the tenant out
Result<void> checkRoleFor(const security::Principal& actor, security::Role role, const TenantId& tenant);

} // namespace parley::server::identity
