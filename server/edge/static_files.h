// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/request_context.h"
#include "server/edge/response.h"
#include "shared/core/result.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace parley::server::edge {

/// Files served from memory: the widget, its pages, the API browser. Filled at start-up, with a gzip form
/// made where it is smaller; then only read, from any thread.
class StaticFiles {
public:
    /// @param path  as requested, "/widget.js"; @param cacheControl  "public, max-age=300", or empty
    /// @param policy  its own Content-Security-Policy, for pages; empty: the one of data
    void add(std::string path,
             std::string bytes,
             std::string_view contentType,
             std::string_view cacheControl,
             std::string_view policy = {});

    /// Adds every regular file below the folder as prefix + "/" + its relative path, its type by its
    /// extension.
    /// @errors Unavailable the folder or a file cannot be read
    Result<void>
    addFolder(std::string prefix, const std::filesystem::path& folder, std::string_view cacheControl = {});

    [[nodiscard]] bool contains(std::string_view path) const;
    [[nodiscard]] std::size_t size() const { return m_assets.size(); }

    /// Answers GET and HEAD: 200, 304 for a known ETag, 404.
    [[nodiscard]] Response serve(const RequestContext& context) const;

private:
    struct Asset {
        // Shared with the answers that are being sent.
        std::shared_ptr<const std::string> bytes;
        /// Null: not worth it.
        std::shared_ptr<const std::string> gzip;
        std::string etag;
        std::string contentType;
        std::string cacheControl;
        std::string policy;
    };

    std::map<std::string, Asset, std::less<>> m_assets;
};

/// "text/html; charset=utf-8" for ".html"; "application/octet-stream" for what is not known.
std::string_view contentTypeOf(std::string_view extension);

/// gzip at the best level. Empty when it fails or does not make the bytes smaller.
std::string gzipped(std::string_view bytes);

} // namespace parley::server::edge
