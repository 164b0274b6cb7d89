// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/docx_styles.h"

#include "server/nlp/code_points.h"
#include "shared/core/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace parley::server::knowledge {

namespace {

constexpr int kDeepestBase = 12; // styles based on each other in a circle end here
constexpr std::size_t kMaxStyles = 20'000;

/// "Heading" as word processors write it in the languages of their menus.
/// @source the built-in style names of Microsoft Word and LibreOffice
constexpr std::array<std::string_view, 24> kHeadingNames{
    "heading",    "überschrift", "titre",    "título", "titulo",     "titolo", "kop",         "rubrik",
    "overskrift", "otsikko",     "nagłówek", "nadpis", "заголовок",  "címsor", "başlık",      "tytuł",
    "标题",       "標題",        "見出し",   "제목",   "encabezado", "naslov", "επικεφαλίδα", "antraštė"};

std::string loweredName(const std::string& name)
{
    std::string out;
    for (std::size_t position = 0; position < name.size();) {
        nlp::appendUtf8(out, nlp::lowered(nlp::decodeAt(name, position)));
    }
    return out;
}

/// "heading 2" -> 2; 0 when the name is none of a heading.
int levelOfName(const std::string& name)
{
    for (const std::string_view heading : kHeadingNames) {
        if (!name.starts_with(heading)) {
            continue;
        }
        const std::string_view rest = trimmed(std::string_view(name).substr(heading.size()));
        if (rest.size() == 1 && rest[0] >= '1' && rest[0] <= '9') {
            return std::min(rest[0] - '0', 6);
        }
    }
    return 0;
}

} // namespace

bool isOn(const XmlAttributes& attributes)
{
    const std::string value = attributes.get("val");
    return value != "0" && value != "false" && value != "off";
}

int numberOf(const std::string& text, int least, int most, int otherwise)
{
    char* end = nullptr;
    const long value = std::strtol(text.c_str(), &end, 10);
    return text.empty() || *end != '\0' || value < least || value > most ? otherwise
                                                                         : static_cast<int>(value);
}

void DocxStyles::start(XmlSpace space, std::string_view name, const XmlAttributes& attributes)
{
    if (space != XmlSpace::Word) {
        return;
    }
    if (name == "style") {
        m_open = m_styles.size() < kMaxStyles && attributes.get("type") == "paragraph"
                     ? attributes.get("styleId")
                     : "";
        m_skip = false;
        return;
    }
    if (m_open.empty() || m_skip) {
        return;
    }
    DocxStyle& style = m_styles[m_open];
    if (name == "tblStylePr" || name.ends_with("Change")) {
        m_skip = true;
    } else if (name == "name") {
        style.name = loweredName(attributes.get("val"));
    } else if (name == "basedOn") {
        style.basedOn = attributes.get("val");
    } else if (name == "outlineLvl") {
        style.outline = numberOf(attributes.get("val"), 0, 9, -1);
    } else if (name == "numId") {
        style.list = attributes.get("val");
    } else if (name == "ilvl") {
        style.listLevel = numberOf(attributes.get("val"), 0, 8, 0);
    }
}

void DocxStyles::end(XmlSpace space, std::string_view name)
{
    if (space == XmlSpace::Word && name == "style") {
        m_open.clear();
    } else if (name == "tblStylePr" || name.ends_with("Change")) {
        m_skip = false;
    }
}

int DocxStyles::headingLevel(const std::string& style) const
{
    std::string id = style;
    for (int depth = 0; depth < kDeepestBase; ++depth) {
        const auto at = m_styles.find(id);
        if (at == m_styles.end()) {
            return depth == 0 ? levelOfName(loweredName(id)) : 0; // used, but not defined
        }
        if (at->second.outline >= 0) {
            return at->second.outline < 9 ? std::min(at->second.outline + 1, 6) : 0;
        }
        if (const int level = levelOfName(at->second.name); level > 0) {
            return level;
        }
        id = at->second.basedOn;
    }
    return 0;
}

bool DocxStyles::isTitle(const std::string& style) const
{
    const auto at = m_styles.find(style);
    return style == "Title" || (at != m_styles.end() && at->second.name == "title");
}

bool DocxStyles::isContents(const std::string& style) const
{
    const auto at = m_styles.find(style);
    const std::string name = at == m_styles.end() ? loweredName(style) : at->second.name;
    return name.size() <= 5 && name.starts_with("toc") && name.size() >= 4 && name.back() >= '1' &&
           name.back() <= '9';
}

DocxStyle DocxStyles::resolved(const std::string& style) const
{
    DocxStyle out;
    std::string id = style;
    for (int depth = 0; depth < kDeepestBase; ++depth) {
        const auto at = m_styles.find(id);
        if (at == m_styles.end()) {
            break;
        }
        const DocxStyle& one = at->second;
        out.name = out.name.empty() ? one.name : out.name;
        out.outline = out.outline < 0 ? one.outline : out.outline;
        out.list = out.list.empty() ? one.list : out.list;
        out.listLevel = out.listLevel < 0 ? one.listLevel : out.listLevel;
        id = one.basedOn;
    }
    return out;
}

} // namespace parley::server::knowledge
