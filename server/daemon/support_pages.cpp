// SPDX-License-Identifier: MIT
#include "server/daemon/support_pages.h"

#include "server/api/routes.h"
#include "server/daemon/asset_file.h"

#include <array>

namespace parley::server::daemon {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPublicKeyMark = "{{public_key}}";
/// The pages load nothing but their own files. A tenant's own sites may show them in a frame.
constexpr std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
/// They keep their names, so they are asked for again now and then.
constexpr std::string_view kFileCache = "public, max-age=300";

struct Asset {
    const char* file;
    const char* type;
};

constexpr std::array kAssets{Asset{"style.css", "text/css; charset=utf-8"},
                             Asset{"form.js", "text/javascript; charset=utf-8"},
                             Asset{"page.js", "text/javascript; charset=utf-8"},
                             Asset{"status.js", "text/javascript; charset=utf-8"},
                             Asset{"texts.js", "text/javascript; charset=utf-8"}};

std::string policyFor(const identity::TenantRecord& tenant)
{
    std::string policy(kPagePolicy);
    for (const std::string& origin : tenant.origins) {
        policy += " " + origin;
    }
    return policy;
}

} // namespace

struct SupportPages::Parts {
    explicit Parts(const identity::TenantDirectory& directory) : tenants(directory) {}

    const identity::TenantDirectory& tenants;
    edge::StaticFiles files;
    std::string form;
    std::string status;
};

std::string withPublicKey(std::string page, const std::string& key)
{
    for (std::size_t at = page.find(kPublicKeyMark); at != std::string::npos;
         at = page.find(kPublicKeyMark, at + key.size())) {
        page.replace(at, kPublicKeyMark.size(), key);
    }
    return page;
}

Result<SupportPages> SupportPages::load(const fs::path& folder, const identity::TenantDirectory& tenants)
{
    SupportPages pages;
    pages.m_parts = std::make_shared<Parts>(tenants);
    for (const Asset& asset : kAssets) {
        auto bytes = assetBytes(folder / asset.file);
        if (!bytes) {
            return fail(std::move(bytes).error());
        }
        pages.m_parts->files.add(std::string("/support/") + asset.file,
                                 *std::move(bytes),
                                 asset.type,
                                 kFileCache);
    }
    auto form = assetBytes(folder / "form.html");
    auto status = assetBytes(folder / "status.html");
    if (!form || !status) {
        return fail(!form ? form.error() : status.error());
    }
    pages.m_parts->form = *std::move(form);
    pages.m_parts->status = *std::move(status);
    return pages;
}

void SupportPages::addRoutes(edge::Router& router) const
{
    const auto parts = m_parts;
    auto file = [parts](edge::RequestContext& request) -> boost::asio::awaitable<Result<edge::Response>> {
        co_return parts->files.serve(request);
    };
    for (const Asset& asset : kAssets) {
        const std::string_view type =
            std::string_view(asset.type).substr(0, std::string_view(asset.type).find(';'));
        auto route = api::publicRoute(edge::Method::Get,
                                      std::string("/support/") + asset.file,
                                      {"A file of the contact form's pages", "Support", "", type, 200, {}},
                                      file);
        route.rate = edge::RateClass::Uncounted;
        router.add(std::move(route));
    }
    const auto page = [parts](const std::string Parts::*html) {
        return [parts,
                html](edge::RequestContext& request) -> boost::asio::awaitable<Result<edge::Response>> {
            const auto tenant =
                parts->tenants.findByPublicKey(request.request.parameter("tenant").value_or(std::string()));
            if (!tenant) {
                co_return fail(ErrorCode::NotFound, "There is no organisation with this key.");
            }
            std::string text = withPublicKey((*parts).*html, tenant->row.publicKey);
            edge::Response response = edge::Response::text(200, std::move(text), "text/html; charset=utf-8");
            response.headers.set("Content-Security-Policy", policyFor(*tenant));
            response.headers.set("Cache-Control", "no-cache");
            co_return response;
        };
    };
    router.add(
        api::publicRoute(edge::Method::Get,
                         "/support",
                         {"The contact form's page", "Support", "", "text/html", 200, {"tenant", "form"}},
                         page(&Parts::form)));
    router.add(api::publicRoute(
        edge::Method::Get,
        "/support/status",
        {"A page that shows how a ticket stands", "Support", "", "text/html", 200, {"tenant"}},
        page(&Parts::status)));
}

} // namespace parley::server::daemon
