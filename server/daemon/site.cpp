// SPDX-License-Identifier: MIT
#include "server/daemon/site.h"

#include "server/api/routes.h"
#include "server/daemon/asset_file.h"
#include "server/daemon/demo_seed.h"
#include "server/daemon/support_pages.h"
#include "server/telemetry/log.h"

#include <algorithm>

namespace parley::server::daemon {

namespace {

namespace fs = std::filesystem;

/// The demo page loads nothing but its own files; the widget makes its styles from script.
constexpr std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
    "trusted-types parley parley#markdown dompurify default; ";
/// The loader keeps its name, so it is asked for again now and then; what it loads carries a hash.
constexpr std::string_view kLoaderCache = "public, max-age=300";
constexpr std::string_view kScriptCache = "public, max-age=31536000, immutable";

} // namespace

struct Site::Parts {
    explicit Parts(const identity::TenantDirectory& directory) : tenants(directory) {}

    const identity::TenantDirectory& tenants;
    edge::StaticFiles files;
    std::string demoPage;
    std::vector<std::string> scripts;
};

Result<Site> Site::load(const fs::path& assets, const identity::TenantDirectory& tenants)
{
    const telemetry::Log log("daemon");
    Site site;
    site.m_parts = std::make_shared<Parts>(tenants);
    Parts& parts = *site.m_parts;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(assets / "widget", missing)) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() != ".js") {
            continue;
        }
        auto bytes = assetBytes(entry.path());
        if (!bytes) {
            return fail(std::move(bytes).error());
        }
        const bool isLoader = name == "widget.js";
        parts.files.add("/" + name,
                        *std::move(bytes),
                        "text/javascript; charset=utf-8",
                        isLoader ? kLoaderCache : kScriptCache);
        parts.scripts.push_back("/" + name);
    }
    if (missing || parts.scripts.empty()) {
        log.warn("the widget is not there: it was not built", {{"folder", (assets / "widget").string()}});
    }
    const fs::path page = assets / "demo" / "page";
    if (auto html = assetBytes(page / "index.html")) {
        parts.demoPage = *std::move(html);
        auto css = assetBytes(page / "style.css");
        if (!css) {
            return fail(std::move(css).error());
        }
        parts.files.add("/demo/style.css", *std::move(css), "text/css; charset=utf-8", kLoaderCache);
    }
    return site;
}

void Site::addRoutes(edge::Router& router) const
{
    const auto parts = m_parts;
    auto file = [parts](edge::RequestContext& request) -> boost::asio::awaitable<Result<edge::Response>> {
        edge::Response response = parts->files.serve(request);
        // Scripts and styles are for pages of other origins too: that is what a widget is.
        response.headers.set("Cross-Origin-Resource-Policy", "cross-origin");
        co_return response;
    };
    std::vector<std::string> scripts = parts->scripts;
    std::sort(scripts.begin(), scripts.end());
    for (const std::string& path : scripts) {
        auto route = api::publicRoute(edge::Method::Get,
                                      path,
                                      {"The chat widget", "Widget", "", "text/javascript", 200, {}},
                                      file);
        route.rate = edge::RateClass::Uncounted;
        router.add(std::move(route));
    }
    if (parts->demoPage.empty()) {
        return;
    }
    auto style = api::publicRoute(edge::Method::Get,
                                  "/demo/style.css",
                                  {"The demo page's style", "Widget", "", "text/css", 200, {}},
                                  file);
    style.rate = edge::RateClass::Uncounted;
    router.add(std::move(style));
    auto demo = [parts](edge::RequestContext&) -> boost::asio::awaitable<Result<edge::Response>> {
        const auto tenant = parts->tenants.findBySlug(kDemoSlug);
        if (!tenant) {
            co_return fail(ErrorCode::NotFound, "There is no demo tenant here. Start parleyd with --demo.");
        }
        std::string html = withPublicKey(parts->demoPage, tenant->row.publicKey);
        edge::Response response = edge::Response::text(200, std::move(html), "text/html; charset=utf-8");
        response.headers.set("Content-Security-Policy", std::string(kPagePolicy));
        response.headers.set("Cache-Control", "no-cache");
        co_return response;
    };
    router.add(api::publicRoute(edge::Method::Get,
                                "/demo",
                                {"A page with the demo tenant's widget", "Widget", "", "text/html", 200, {}},
                                demo));
}

} // namespace parley::server::daemon
