// SPDX-License-Identifier: MIT
#include "server/identity/user_rules.h"

#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::identity {

using security::Principal;
using security::Role;

namespace {

bool isControlOrSpace(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7f;
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

bool isSlugCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

bool isDomain(std::string_view domain)
{
    const std::size_t dot = domain.rfind('.');
    return dot != std::string_view::npos && dot > 0 && dot + 1 < domain.size() && domain.front() != '.' &&
           domain.find("..") == std::string_view::npos &&
           domain.find_first_of("@,;<>()\"") == std::string_view::npos;
}

} // namespace

Result<std::string> normalisedEmail(std::string_view email)
{
    std::string lower = asciiLower(trimmed(email));
    const std::size_t at = lower.rfind('@');
    const bool isWhole = at != std::string::npos && at > 0 && at <= 64 && lower.size() <= 254 &&
                         isDomain(std::string_view(lower).substr(at + 1));
    const std::string_view local = std::string_view(lower).substr(0, isWhole ? at : 0);
    if (!isWhole || !isUtf8(lower) || std::ranges::any_of(lower, isControlOrSpace) ||
        local.find_first_of("@,;<>()\"") != std::string_view::npos) {
        return failField("email", "must be an e-mail address");
    }
    return lower;
}

Result<std::string> checkedName(const std::string& field, std::string_view name)
{
    if (!isUtf8(name)) {
        return failField(field, "must be UTF-8");
    }
    const std::string_view text = trimmed(name);
    if (text.empty() || codePoints(text) > 255 || std::ranges::any_of(text, isControl)) {
        return failField(field, "must be 1 to 255 characters without control characters");
    }
    return std::string(text);
}

Result<std::string> checkedSlug(std::string_view slug)
{
    const bool isShaped = slug.size() >= 2 && slug.size() <= 63 &&
                          std::ranges::all_of(slug, isSlugCharacter) && slug.front() != '-' &&
                          slug.back() != '-' && slug.find("--") == std::string_view::npos;
    // X-Tenant takes an id or a slug: one must never look like the other.
    if (!isShaped || isUuid(slug)) {
        return failField("slug", "must be 2 to 63 of a-z, 0-9 and single hyphens inside");
    }
    return std::string(slug);
}

Result<std::string> checkedTicketPrefix(std::string_view prefix)
{
    const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto isAllowed = [&](char c) { return isUpper(c) || (c >= '0' && c <= '9'); };
    if (prefix.size() < 2 || prefix.size() > 8 || !isUpper(prefix.front()) ||
        !std::ranges::all_of(prefix, isAllowed)) {
        return failField("ticket_prefix", "must be 2 to 8 of A-Z and 0-9, a letter first");
    }
    return std::string(prefix);
}

Result<void> checkRoleFor(const Principal& actor, Role role, const TenantId& tenant)
{
    if (role != Role::Admin && role != Role::TenantUser && role != Role::Supporter) {
        return failField("role", "must be admin, tenant_user or supporter");
    }
    if (!actor.may(security::Permission::UsersManage)) {
        return fail(ErrorCode::Forbidden, "Your role may not manage users.");
    }
    if (actor.role != Role::Admin && (role == Role::Admin || tenant != actor.tenant)) {
        return fail(ErrorCode::Forbidden, "Your role may manage the users of its own organisation only.");
    }
    if (role == Role::Admin && !tenant.isEmpty()) {
        return failField("role", "must be tenant_user or supporter inside a tenant");
    }
    if (role != Role::Admin && tenant.isEmpty()) {
        auto required = fail(ErrorCode::InvalidArgument, "Name the tenant by X-Tenant.");
        required.value().problem = "tenant_required";
        return required;
    }
    return {};
}

} // namespace parley::server::identity
