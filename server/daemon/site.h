// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"
#include "server/edge/static_files.h"
#include "server/identity/tenant_directory.h"

#include <filesystem>
#include <memory>

namespace parley::server::daemon {

/// What the daemon serves besides its API: the widget, the demo page, the API browser. Read once, at
/// start-up.
class Site {
public:
    /// @param assets  the folder with widget/, demo/page/ and docs/
    /// @errors Unavailable a file cannot be read. What was not built (no npm) is left out with a warning.
    static Result<Site> load(const std::filesystem::path& assets, const identity::TenantDirectory& tenants);

    void addRoutes(edge::Router& router) const;

private:
    struct Parts;
    // Shared with the handlers, which live in the router.
    std::shared_ptr<Parts> m_parts;
};

} // namespace parley::server::daemon
