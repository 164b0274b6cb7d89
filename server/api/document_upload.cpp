// SPDX-License-Identifier: MIT
#include "server/api/document_upload.h"

#include "server/api/decode.h"
#include "server/api/multipart.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <array>

namespace parley::server::api {

namespace {

constexpr std::size_t kMaxTitle = 500;
constexpr std::size_t kMaxCategory = 100;

struct Ending {
    std::string_view ending;
    std::string_view contentType;
};
constexpr std::array kEndings = {Ending{".md", "text/markdown"},
                                 Ending{".markdown", "text/markdown"},
                                 Ending{".html", "text/html"},
                                 Ending{".htm", "text/html"},
                                 Ending{".txt", "text/plain"}};

/// By the file's name, because browsers send Markdown as application/octet-stream.
std::string typeOf(const FormPart& file)
{
    const std::string name = asciiLower(file.fileName);
    for (const Ending& known : kEndings) {
        if (name.ends_with(known.ending)) {
            return std::string(known.contentType);
        }
    }
    if (!file.contentType.empty()) {
        return file.contentType;
    }
    // "report.pdf" is no text, whatever the sender left out.
    return name.find('.') == std::string::npos ? "text/plain" : "application/octet-stream";
}

Result<knowledge::NewDocument> fromJson(const edge::RequestContext& request)
{
    const auto body = request.jsonBody();
    if (!body) {
        return fail(body.error());
    }
    Decoder fields(*body);
    knowledge::NewDocument document;
    document.title = fields.text("title", 1, kMaxTitle);
    document.bytes = fields.text("text", 1, request.request.body.size());
    document.contentType =
        fields.oneOf("content_type", {"text/plain", "text/markdown", "text/html"}, "text/markdown");
    document.category = fields.optionalText("category", kMaxCategory);
    document.visibility = fields.oneOf("visibility", {"public", "internal"}, "public");
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    return document;
}

Result<knowledge::NewDocument> fromForm(const edge::RequestContext& request)
{
    const auto parts = parseForm(request.request.headers.get("content-type"), request.request.body);
    if (!parts) {
        return fail(parts.error());
    }
    nlohmann::json plain = nlohmann::json::object();
    const FormPart* file = nullptr;
    for (const FormPart& part : *parts) {
        if (part.name == "file") {
            file = &part;
        } else if (!isUtf8(part.content)) {
            return fail(ErrorCode::Malformed, "The field " + part.name + " is not UTF-8.");
        } else if (part.content.find('\0') != std::string_view::npos) {
            return failField(part.name, "must not hold NUL");
        } else {
            plain[part.name] = part.content;
        }
    }
    if (file == nullptr) {
        return failField("file", "is required");
    }
    if (!plain.contains("title") && isUtf8(file->fileName)) {
        plain["title"] = file->fileName;
    }
    Decoder fields(plain);
    knowledge::NewDocument document;
    document.title = fields.text("title", 1, kMaxTitle);
    document.category = fields.optionalText("category", kMaxCategory);
    document.visibility = fields.oneOf("visibility", {"public", "internal"}, "public");
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    document.bytes = file->content;
    document.contentType = typeOf(*file);
    document.source = file->fileName;
    return document;
}

} // namespace

Result<knowledge::NewDocument> uploadedDocument(const edge::RequestContext& request)
{
    const std::string type = asciiLower(request.request.headers.get("content-type"));
    return type.starts_with("multipart/") ? fromForm(request) : fromJson(request);
}

} // namespace parley::server::api
