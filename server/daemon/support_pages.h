// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"
#include "server/edge/static_files.h"
#include "server/identity/tenant_directory.h"

#include <filesystem>
#include <memory>

namespace parley::server::daemon {

/// The pages of the contact form: `/support` and `/support/status`, for any tenant's public key. Read once,
/// at start-up.
class SupportPages {
public:
    /// @param folder  with form.html, status.html and what they load
    /// @errors Unavailable a file cannot be read
    static Result<SupportPages> load(const std::filesystem::path& folder,
                                     const identity::TenantDirectory& tenants);

    void addRoutes(edge::Router& router) const;

private:
    struct Parts;
    // Shared with the handlers, which live in the router.
    std::shared_ptr<Parts> m_parts;
};

/// The page with a key in the place of every `{{public_key}}`.
std::string withPublicKey(std::string page, const std::string& key);

} // namespace parley::server::daemon
