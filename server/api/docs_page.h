// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"
#include "shared/core/result.h"

#include <filesystem>
#include <memory>
#include <string>

namespace parley::server::api {

/// `GET /openapi.json` and the browsable documentation under `GET /docs`. What it serves is read once, at
/// start-up, and kept (about 1.6 MB), so that no request reads a file.
class DocsPage {
public:
    /// @param folder  where parley_docs_ui put Swagger UI: index.html, init.js and the package's files
    /// @errors NotFound when the folder lacks a file (built without npm): then only openapi.json can be
    /// served
    static Result<DocsPage> load(const std::filesystem::path& folder);

    /// Adds `/docs` and its files.
    void addTo(edge::Router& router) const;

    /// Adds `/openapi.json` for the routes that `router` has now and this one: call it after all others.
    static void addDocument(edge::Router& router);

private:
    struct Files;
    // Shared with the handlers, which live in the router.
    std::shared_ptr<const Files> m_files;
};

} // namespace parley::server::api
