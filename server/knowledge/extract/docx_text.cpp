// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/docx_text.h"

#include "server/knowledge/extract/docx_body.h"
#include "server/knowledge/extract/extract_error.h"
#include "server/knowledge/extract/ooxml_package.h"

#include <array>
#include <utility>

namespace parley::server::knowledge {

namespace {

/// <dc:title> of docProps/core.xml.
class TitleReader final : public XmlHandler {
public:
    void start(XmlSpace, std::string_view name, const XmlAttributes&) override
    {
        m_inTitle = name == "title";
    }
    void end(XmlSpace, std::string_view) override { m_inTitle = false; }
    void text(std::string_view text) override
    {
        if (m_inTitle && title.size() < 1000) {
            title.append(text);
        }
    }

    std::string title;

private:
    bool m_inTitle = false;
};

Error refusal(const std::string& claim, std::string_view what)
{
    return extractError(ExtractFault::Unsupported,
                        "The file is said to be " + claim + " but is " + std::string(what) +
                            "; upload its documents as PDF, DOCX, HTML, Markdown, text or CSV.");
}

/// What an archive is that is no word processor's document.
Error whatElse(const OoxmlPackage& package, const std::string& claim)
{
    constexpr std::array<std::pair<const char*, std::string_view>, 5> kSigns{{
        {"xl/workbook.xml", "an Excel workbook"},
        {"xl/workbook.bin", "an Excel workbook"},
        {"ppt/presentation.xml", "a PowerPoint presentation"},
        {"content.xml", "an OpenDocument file"},
        {"META-INF/container.xml", "an electronic book (EPUB)"},
    }};
    for (const auto& [part, name] : kSigns) {
        if (package.has(part)) {
            return refusal(claim, name);
        }
    }
    return refusal(claim, "a ZIP archive");
}

/// Where the main part is; empty when the archive has none.
Result<std::string> mainPart(OoxmlPackage& package)
{
    auto targets = package.relationships({});
    if (!targets) {
        return fail(std::move(targets).error());
    }
    const auto main = targets->find("officeDocument");
    std::string part = main == targets->end() ? "word/document.xml" : main->second;
    const bool other = part.starts_with("xl/") || part.starts_with("ppt/") || part.starts_with("visio/");
    return other || !package.has(part) ? std::string() : part;
}

/// Parts beside the main one help, but a document without one of them, or with a damaged one, can be read.
/// @errors PayloadTooLarge a bomb
Result<void> readAside(OoxmlPackage& package, const std::string& part, XmlHandler& handler, BlockSink& sink)
{
    if (part.empty() || !package.has(part)) {
        return {};
    }
    auto parsed = package.parse(part, handler);
    if (!parsed && parsed.error().code == ErrorCode::PayloadTooLarge) {
        return parsed;
    }
    if (!parsed) {
        sink.warn("A part of the document is damaged (" + part + "); its structure may be incomplete.");
    }
    return {};
}

Result<void> readParts(OoxmlPackage& package, const std::string& main, DocxParts& parts, BlockSink& sink)
{
    auto targets = package.relationships(main);
    if (!targets) {
        return fail(std::move(targets).error());
    }
    TitleReader title;
    DocxNotes footnotes(parts.footnotes);
    DocxNotes endnotes(parts.endnotes);
    const auto core = package.has("docProps/core.xml") ? std::string("docProps/core.xml") : std::string();
    const std::array<std::pair<std::string, XmlHandler*>, 5> readers{
        {{core, &title},
         {(*targets)["styles"], &parts.styles},
         {(*targets)["numbering"], &parts.numbering},
         {(*targets)["footnotes"], &footnotes},
         {(*targets)["endnotes"], &endnotes}}};
    for (const auto& [part, handler] : readers) {
        if (auto read = readAside(package, part, *handler, sink); !read) {
            return read;
        }
    }
    sink.title(collapsedSpace(title.title));
    return {};
}

} // namespace

Result<void> readDocx(const std::string& path, const std::string& claim, BlockSink& sink)
{
    auto package = OoxmlPackage::open(path);
    if (!package) {
        return fail(std::move(package).error());
    }
    auto main = mainPart(*package);
    if (!main) {
        return fail(std::move(main).error());
    }
    if (main->empty()) {
        return fail(whatElse(*package, claim));
    }
    DocxParts parts;
    if (auto read = readParts(*package, *main, parts, sink); !read) {
        return read;
    }
    DocxBody body(parts, sink);
    if (auto parsed = package->parse(*main, body); !parsed) {
        return parsed;
    }
    if (!body.isDocument()) {
        return fail(whatElse(*package, claim));
    }
    body.finish();
    return {};
}

} // namespace parley::server::knowledge
