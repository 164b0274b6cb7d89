// SPDX-License-Identifier: MIT
#include "server/api/document_upload.h"

#include "server/api/decode.h"
#include "server/api/multipart.h"
#include "server/edge/body_file.h"
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
constexpr std::array kEndings = {Ending{".pdf", "application/pdf"},
                                 Ending{".docx",
                                        "application/"
                                        "vnd.openxmlformats-officedocument.wordprocessingml.document"},
                                 Ending{".csv", "text/csv"},
                                 Ending{".md", "text/markdown"},
                                 Ending{".markdown", "text/markdown"},
                                 Ending{".html", "text/html"},
                                 Ending{".htm", "text/html"},
                                 Ending{".txt", "text/plain"}};

/// By the file's name, because browsers send Markdown as application/octet-stream.
std::string typeOf(const FormRange& file)
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
    // "picture.png" is no text, whatever the sender left out.
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
    document.contentType = fields.oneOf("content_type",
                                        {"text/plain", "text/markdown", "text/html", "text/csv"},
                                        "text/markdown");
    document.category = fields.optionalText("category", kMaxCategory);
    document.visibility = fields.oneOf("visibility", {"public", "internal"}, "public");
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    return document;
}

/// The parts of a form with their contents: in the body, or in the file it lies in.
struct Form {
    std::vector<FormRange> parts;
    std::string_view body;
    const edge::BodyFile* file = nullptr;

    [[nodiscard]] Result<std::string> text(const FormRange& part) const
    {
        if (file != nullptr) {
            return readField(file->path(), part);
        }
        return std::string(body.substr(part.length > 0 ? part.offset : 0, part.length));
    }
};

Result<Form> formOf(const edge::Request& request)
{
    Form form;
    form.body = request.body;
    form.file = request.bodyFile.get();
    const std::string_view type = request.headers.get("content-type");
    auto parts =
        form.file != nullptr ? parseFormFile(type, form.file->path()) : parseFormRanges(type, request.body);
    if (!parts) {
        return fail(std::move(parts).error());
    }
    form.parts = *std::move(parts);
    return form;
}

/// The plain fields as an object of texts; `file` is set to the part that is the document.
Result<nlohmann::json> plainFields(const Form& form, const FormRange*& file)
{
    nlohmann::json plain = nlohmann::json::object();
    for (const FormRange& part : form.parts) {
        if (part.name == "file") {
            file = &part;
            continue;
        }
        auto text = form.text(part);
        if (!text) {
            return fail(std::move(text).error());
        }
        if (!isUtf8(*text)) {
            return fail(ErrorCode::Malformed, "The field " + part.name + " is not UTF-8.");
        }
        if (text->find('\0') != std::string::npos) {
            return failField(part.name, "must not hold NUL");
        }
        plain[part.name] = *std::move(text);
    }
    if (file == nullptr) {
        return failField("file", "is required");
    }
    if (!isUtf8(file->fileName) || file->fileName.find('\0') != std::string::npos) {
        return failField("file", "must have a name in UTF-8");
    }
    if (!plain.contains("title")) {
        plain["title"] = file->fileName;
    }
    return plain;
}

Result<knowledge::NewDocument> fromForm(const edge::RequestContext& request)
{
    const auto form = formOf(request.request);
    if (!form) {
        return fail(form.error());
    }
    const FormRange* file = nullptr;
    const auto plain = plainFields(*form, file);
    if (!plain) {
        return fail(plain.error());
    }
    Decoder fields(*plain);
    knowledge::NewDocument document;
    document.title = fields.text("title", 1, kMaxTitle);
    document.category = fields.optionalText("category", kMaxCategory);
    document.visibility = fields.oneOf("visibility", {"public", "internal"}, "public");
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    document.contentType = typeOf(*file);
    document.source = file->fileName;
    if (form->file != nullptr) {
        document.file = knowledge::FileRange{form->file->path(), file->offset, file->length};
        return document;
    }
    auto bytes = form->text(*file);
    if (!bytes) {
        return fail(std::move(bytes).error());
    }
    document.bytes = *std::move(bytes);
    return document;
}

} // namespace

Result<knowledge::NewDocument> uploadedDocument(const edge::RequestContext& request, std::uint64_t maxBytes)
{
    const std::string type = asciiLower(request.request.headers.get("content-type"));
    auto document = type.starts_with("multipart/") ? fromForm(request) : fromJson(request);
    const std::uint64_t bytes = !document        ? 0
                                : document->file ? document->file->length
                                                 : document->bytes.size();
    if (bytes > maxBytes) {
        return fail(ErrorCode::PayloadTooLarge,
                    "A document may have " + std::to_string(maxBytes) + " bytes.");
    }
    return document;
}

Result<store::DocumentChange> documentChange(const edge::RequestContext& request)
{
    const auto body = request.jsonBody();
    if (!body) {
        return fail(body.error());
    }
    Decoder fields(*body);
    store::DocumentChange change;
    if (fields.has("title")) {
        change.title = fields.text("title", 1, kMaxTitle);
    }
    if (body->contains("category")) {
        change.category = fields.optionalText("category", kMaxCategory);
    }
    if (fields.has("visibility")) {
        change.visibility = fields.oneOf("visibility", {"public", "internal"}, "public");
    }
    if (auto decoded = fields.finish(); !decoded) {
        return fail(std::move(decoded).error());
    }
    return change;
}

} // namespace parley::server::api
