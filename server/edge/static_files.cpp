// SPDX-License-Identifier: MIT
#include "server/edge/static_files.h"

#include "server/edge/framing.h"
#include "server/security/digest.h"
#include "shared/core/text.h"

#include <zlib.h>

#include <array>
#include <fstream>
#include <iterator>

namespace parley::server::edge {

namespace {

constexpr std::size_t kMinGzipBytes = 512;

constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kTypes{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".gif", "image/gif"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".md", "text/markdown; charset=utf-8"},
    {".yaml", "application/yaml"},
    {".wasm", "application/wasm"},
}};

bool isCompressible(std::string_view contentType)
{
    return contentType.starts_with("text/") || contentType.starts_with("application/json") ||
           contentType.starts_with("image/svg") || contentType.starts_with("application/yaml") ||
           contentType.starts_with("application/wasm");
}

/// Whether Accept-Encoding takes gzip. @source RFC 9110, 12.5.3
bool takesGzip(std::string_view list)
{
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        const std::string_view entry = trimmed(list.substr(0, comma));
        const std::size_t semicolon = entry.find(';');
        const std::string_view coding = trimmed(entry.substr(0, semicolon));
        if (equalsIgnoringCase(coding, "gzip") || coding == "*") {
            const std::string weight =
                asciiLower(semicolon == std::string_view::npos ? "" : entry.substr(semicolon));
            const std::size_t at = weight.find("q=0");
            return at == std::string::npos || weight.find_first_of("123456789", at + 3) != std::string::npos;
        }
        list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    }
    return false;
}

/// Whether If-None-Match names the tag; weak ones compare equal. @source RFC 9110, 13.1.2
bool namesTag(std::string_view list, std::string_view etag)
{
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        std::string_view entry = trimmed(list.substr(0, comma));
        if (entry.starts_with("W/")) {
            entry.remove_prefix(2);
        }
        if (entry == etag || entry == "*") {
            return true;
        }
        list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    }
    return false;
}

} // namespace

std::string_view contentTypeOf(std::string_view extension)
{
    for (const auto& [known, type] : kTypes) {
        if (known == extension) {
            return type;
        }
    }
    return "application/octet-stream";
}

std::string gzipped(std::string_view bytes)
{
    // 15 window bits, and 16 more for the gzip wrapper. @source zlib.h, deflateInit2
    constexpr int kGzipWindow = 15 + 16;
    constexpr int kMemoryLevel = 9;
    z_stream stream{};
    if (deflateInit2(
            &stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK) {
        return {};
    }
    std::string input(bytes);
    std::string output(deflateBound(&stream, static_cast<uLong>(input.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(output.data());
    stream.avail_out = static_cast<uInt>(output.size());
    const int result = deflate(&stream, Z_FINISH);
    output.resize(stream.total_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END || output.size() >= bytes.size()) {
        return {};
    }
    return output;
}

void StaticFiles::add(std::string path,
                      std::string bytes,
                      std::string_view contentType,
                      std::string_view cacheControl,
                      std::string_view policy)
{
    Asset asset;
    // Half of the digest is plenty to tell versions apart.
    asset.etag = "\"" + security::digestHex(security::sha256(bytes)).substr(0, 32) + "\"";
    if (bytes.size() >= kMinGzipBytes && isCompressible(contentType)) {
        if (std::string small = gzipped(bytes); !small.empty()) {
            asset.gzip = std::make_shared<const std::string>(std::move(small));
        }
    }
    asset.bytes = std::make_shared<const std::string>(std::move(bytes));
    asset.contentType = contentType;
    asset.cacheControl = cacheControl.empty() ? "no-cache" : cacheControl;
    asset.policy = policy;
    m_assets.insert_or_assign(std::move(path), std::move(asset));
}

Result<void>
StaticFiles::addFolder(std::string prefix, const std::filesystem::path& folder, std::string_view cacheControl)
{
    std::error_code error;
    std::filesystem::recursive_directory_iterator entries(folder, error);
    for (; !error && entries != std::filesystem::recursive_directory_iterator(); entries.increment(error)) {
        if (!entries->is_regular_file(error)) {
            continue;
        }
        // blocking: start-up reads it once, before the first request
        std::ifstream file(entries->path(), std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        if (!file) {
            return fail(ErrorCode::Unavailable, "An asset cannot be read.", entries->path().string());
        }
        const std::string relative =
            std::filesystem::relative(entries->path(), folder, error).generic_string();
        const std::string extension = asciiLower(entries->path().extension().string());
        add(prefix + "/" + relative, std::move(bytes), contentTypeOf(extension), cacheControl);
    }
    if (error) {
        return fail(ErrorCode::Unavailable,
                    "A folder of assets cannot be read.",
                    folder.string() + ": " + error.message());
    }
    return {};
}

bool StaticFiles::contains(std::string_view path) const
{
    return m_assets.find(path) != m_assets.end();
}

Response StaticFiles::serve(const RequestContext& context) const
{
    const auto found = m_assets.find(context.request.path);
    if (found == m_assets.end()) {
        Error error;
        error.code = ErrorCode::NotFound;
        error.message = "There is nothing here.";
        return Response::problem(error, context.requestId);
    }
    const Asset& asset = found->second;
    const bool isGzip = asset.gzip && takesGzip(context.request.headers.get("accept-encoding"));
    // Each representation has a strong tag of its own.
    std::string etag = asset.etag;
    if (isGzip) {
        etag.insert(etag.size() - 1, "-gz");
    }
    Response response;
    const bool isKnown = namesTag(context.request.headers.get("if-none-match"), etag);
    response.status = isKnown ? 304 : 200;
    response.headers.add("ETag", std::move(etag));
    response.headers.add("Cache-Control", asset.cacheControl);
    response.headers.add("Vary", "Accept-Encoding, Origin");
    // Public bytes: a page of any origin may load the widget as a module.
    response.headers.add("Access-Control-Allow-Origin", "*");
    response.headers.add("Cross-Origin-Resource-Policy", "cross-origin");
    if (!asset.policy.empty()) {
        response.headers.add("Content-Security-Policy", asset.policy);
    }
    if (!isKnown) {
        response.headers.add("Content-Type", asset.contentType);
        if (isGzip) {
            response.headers.add("Content-Encoding", "gzip");
        }
        response.sharedBody = isGzip ? asset.gzip : asset.bytes;
    }
    return response;
}

} // namespace parley::server::edge
