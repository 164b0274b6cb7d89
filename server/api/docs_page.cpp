// SPDX-License-Identifier: MIT
#include "server/api/docs_page.h"

#include "server/api/openapi.h"
#include "shared/core/version.h"

#include <nlohmann/json.hpp>

#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

namespace parley::server::api {

namespace {

namespace asio = boost::asio;

/// Swagger UI draws its icons from data: addresses; scripts, styles and requests stay on this origin.
constexpr std::string_view kDocsPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kTypes{{
    {"index.html", "text/html; charset=utf-8"},
    {"init.js", "text/javascript; charset=utf-8"},
    {"page.css", "text/css; charset=utf-8"},
    {"swagger-ui.css", "text/css; charset=utf-8"},
    {"swagger-ui-bundle.js", "text/javascript; charset=utf-8"},
}};

edge::Route publicRoute(std::string pattern, std::string_view summary, std::string_view mediaType)
{
    edge::Route route;
    route.pattern = std::move(pattern);
    route.permission = security::Permission::Public;
    route.tenant = edge::TenantRule::None;
    route.doc.summary = summary;
    route.doc.tag = "Documentation";
    route.doc.responseSchema = mediaType;
    return route;
}

} // namespace

struct DocsPage::Files {
    std::map<std::string, std::string, std::less<>> byName;

    [[nodiscard]] Result<edge::Response> answer(std::string_view name) const
    {
        const auto file = byName.find(name);
        if (file == byName.end()) {
            return fail(ErrorCode::NotFound, "There is no such page.");
        }
        for (const auto& [known, type] : kTypes) {
            if (known == name) {
                auto response = edge::Response::text(200, file->second, type);
                response.headers.set("Content-Security-Policy", std::string(kDocsPolicy));
                response.headers.set("Cache-Control", "public, max-age=3600");
                return response;
            }
        }
        return fail(ErrorCode::NotFound, "There is no such page.");
    }
};

Result<DocsPage> DocsPage::load(const std::filesystem::path& folder)
{
    auto files = std::make_shared<Files>();
    for (const auto& [name, type] : kTypes) {
        // blocking: start-up reads it once, before the first request
        std::ifstream stream(folder / name, std::ios::binary);
        if (!stream) {
            return fail(ErrorCode::NotFound,
                        "The documentation page is not installed.",
                        (folder / name).string());
        }
        files->byName[std::string(name)] = std::string(std::istreambuf_iterator<char>(stream), {});
    }
    DocsPage page;
    page.m_files = std::move(files);
    return page;
}

void DocsPage::addTo(edge::Router& router) const
{
    edge::Route page = publicRoute("/docs", "This documentation, to browse.", "text/html");
    page.handler = [files = m_files](edge::RequestContext&) -> asio::awaitable<Result<edge::Response>> {
        co_return files->answer("index.html");
    };
    router.add(std::move(page));

    edge::Route asset =
        publicRoute("/docs/{file}", "A file of the documentation page.", "application/octet-stream");
    asset.handler = [files =
                         m_files](edge::RequestContext& request) -> asio::awaitable<Result<edge::Response>> {
        co_return files->answer(request.pathParameter("file"));
    };
    router.add(std::move(asset));
}

void DocsPage::addDocument(edge::Router& router)
{
    edge::Route route = publicRoute("/openapi.json", "This contract as OpenAPI 3.1.", "Object");
    std::vector<edge::Route> all = router.routes();
    all.push_back(route);
    auto text = std::make_shared<const std::string>(openApiDocument(all, kVersion).dump());
    route.handler = [text](edge::RequestContext&) -> asio::awaitable<Result<edge::Response>> {
        co_return edge::Response::text(200, *text, "application/json");
    };
    router.add(std::move(route));
}

} // namespace parley::server::api
