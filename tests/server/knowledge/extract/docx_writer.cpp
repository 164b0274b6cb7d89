// SPDX-License-Identifier: MIT
#include "tests/server/knowledge/extract/docx_writer.h"

#include <zip.h>

#include <algorithm>
#include <stdexcept>

namespace parley::test {

namespace {

constexpr const char* kHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr const char* kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* kTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relationships(const std::vector<std::pair<std::string, std::string>>& targets)
{
    std::string xml =
        std::string(kHead) +
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    for (const auto& [type, target] : targets) {
        xml += R"(<Relationship Id="r)" + type + R"(" Type=")" + kTypes + type + R"(" Target=")" + target +
               R"("/>)";
    }
    return xml + "</Relationships>";
}

std::string word(const std::string& root, const std::string& inside)
{
    return std::string(kHead) + "<w:" + root + " xmlns:w=\"" + kWord +
           "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">" + inside +
           "</w:" + root + ">";
}

std::string headingStyle(const std::string& id, const std::string& name)
{
    return R"(<w:style w:type="paragraph" w:styleId=")" + id + R"("><w:name w:val=")" + name +
           R"("/></w:style>)";
}

} // namespace

std::string zipOf(const std::vector<std::pair<std::string, std::string>>& files)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(memory);
    zip_t* archive = zip_open_from_source(memory, ZIP_TRUNCATE, &error);
    if (archive == nullptr) {
        throw std::runtime_error("zip");
    }
    for (const auto& [name, bytes] : files) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        if (zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8) < 0) {
            throw std::runtime_error("zip: " + name);
        }
    }
    if (zip_close(archive) != 0) {
        throw std::runtime_error("zip: close");
    }
    zip_stat_t stat;
    zip_stat_init(&stat);
    zip_source_stat(memory, &stat);
    std::string out(stat.size, '\0');
    zip_source_open(memory);
    zip_source_read(memory, out.data(), out.size());
    zip_source_close(memory);
    zip_source_free(memory);
    return out;
}

std::string docxOf(const std::string& body, const std::vector<std::pair<std::string, std::string>>& more)
{
    std::vector<std::pair<std::string, std::string>> files{
        {"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})},
        {"word/_rels/document.xml.rels",
         relationships(
             {{"styles", "styles.xml"}, {"numbering", "numbering.xml"}, {"footnotes", "footnotes.xml"}})},
        {"word/document.xml", word("document", "<w:body>" + body + "</w:body>")},
        {"word/styles.xml",
         word("styles",
              headingStyle("Heading1", "heading 1") + headingStyle("berschrift2", "Überschrift 2") +
                  headingStyle("Title", "Title") + headingStyle("TOC1", "toc 1") +
                  R"(<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Heading1"/></w:style>)")},
        {"word/numbering.xml",
         word(
             "numbering",
             R"(<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>)"
             R"(<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>)"
             R"(<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/>)"
             R"x(<w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>)x"
             R"(<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>)"
             R"(<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>)")},
        {"word/footnotes.xml",
         word("footnotes",
              R"(<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote>)"
              R"(<w:footnote w:id="1"><w:p><w:r><w:t>Only in the EU.</w:t></w:r></w:p></w:footnote>)")}};
    for (const auto& part : more) {
        const auto same = std::find_if(files.begin(), files.end(), [&](const auto& file) {
            return file.first == part.first;
        });
        if (same == files.end()) {
            files.push_back(part);
        } else {
            same->second = part.second;
        }
    }
    return zipOf(files);
}

std::string wordParagraph(const std::string& text, const std::string& style, const std::string& list)
{
    std::string properties;
    if (!style.empty()) {
        properties += R"(<w:pStyle w:val=")" + style + R"("/>)";
    }
    if (!list.empty()) {
        properties += R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val=")" + list + R"("/></w:numPr>)";
    }
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

} // namespace parley::test
