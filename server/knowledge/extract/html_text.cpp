// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/html_text.h"

#include "server/nlp/code_points.h"
#include "shared/core/text.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <climits>
#include <memory>

namespace parley::server::knowledge {
namespace {

constexpr int kDeepest = 256;
constexpr std::array<std::string_view, 20> kDropped{"script",   "style",  "nav",    "noscript", "template",
                                                    "iframe",   "svg",    "canvas", "object",   "embed",
                                                    "form",     "button", "select", "footer",   "head",
                                                    "textarea", "applet", "math",   "aside",    "dialog"};
constexpr std::array<std::string_view, 24> kBlocks{"p",       "div",        "section", "article",
                                                   "main",    "blockquote", "ul",      "ol",
                                                   "dl",      "dt",         "dd",      "table",
                                                   "figure",  "figcaption", "address", "details",
                                                   "summary", "body",       "html",    "header",
                                                   "center",  "hr",         "caption", "fieldset"};

struct DocumentDeleter {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

template <class List>
bool contains(const List& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view viewOf(const xmlChar* text)
{
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

bool isHidden(const xmlNode* node)
{
    for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
        const std::string_view name = viewOf(attribute->name);
        const std::string_view value =
            attribute->children ? viewOf(attribute->children->content) : std::string_view();
        if (name == "hidden" || (name == "aria-hidden" && value == "true") ||
            (name == "role" && value == "navigation") ||
            (name == "style" && (value.find("display:none") != std::string_view::npos ||
                                 value.find("display: none") != std::string_view::npos))) {
            return true;
        }
    }
    return false;
}

/// Walks the tree once and writes blocks.
class Walker {
public:
    explicit Walker(ExtractedDocument& document) : m_document(document) {}

    void walk(const xmlNode* node, int depth)
    {
        for (; node != nullptr; node = node->next) {
            if (node->type == XML_TEXT_NODE) {
                m_text.append(viewOf(node->content));
            } else if (node->type == XML_ELEMENT_NODE) {
                element(node, depth);
            }
        }
    }

    void flush()
    {
        std::string line =
            m_kind == Block::Kind::Code ? std::string(trimmed(m_text)) : collapsedSpace(m_text);
        m_text.clear();
        if (line.empty()) {
            return;
        }
        if (m_kind == Block::Kind::Heading && m_level == 1 && m_document.title.empty()) {
            m_document.title = line;
        }
        if (m_kind == Block::Kind::ListItem) {
            line.insert(0, m_marker);
        }
        m_document.blocks.push_back(Block{m_kind, m_level, std::move(line), 0});
        m_kind = Block::Kind::Paragraph;
        m_level = 0;
    }

private:
    void element(const xmlNode* node, int depth)
    {
        const std::string_view name = viewOf(node->name);
        if (name == "head") {
            readTitle(node);
        }
        if (contains(kDropped, name) || isHidden(node) || depth > kDeepest) {
            return;
        }
        if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
            block(node, depth, Block::Kind::Heading, name[1] - '0');
        } else if (name == "li") {
            item(node, depth);
        } else if (name == "pre") {
            block(node, depth, Block::Kind::Code, 0);
        } else if (name == "table") {
            table(node, depth);
        } else if (name == "br") {
            m_text.push_back(' ');
        } else if (contains(kBlocks, name)) {
            group(node, depth, name);
        } else {
            walk(node->children, depth + 1);
        }
    }

    void readTitle(const xmlNode* head)
    {
        for (const xmlNode* child = head->children; child != nullptr; child = child->next) {
            if (child->type == XML_ELEMENT_NODE && viewOf(child->name) == "title" &&
                child->children != nullptr) {
                m_document.title = collapsedSpace(viewOf(child->children->content));
            }
        }
    }

    void block(const xmlNode* node, int depth, Block::Kind kind, int level)
    {
        flush();
        m_kind = kind;
        m_level = level;
        walk(node->children, depth + 1);
        flush();
        m_kind = Block::Kind::Paragraph;
        m_level = 0;
    }

    void group(const xmlNode* node, int depth, std::string_view name)
    {
        const bool list = name == "ul" || name == "ol";
        // <li><p>text</p></li>: the item goes on.
        if (!list && m_kind == Block::Kind::ListItem && trimmed(m_text).empty()) {
            walk(node->children, depth + 1);
            return;
        }
        flush();
        if (list) {
            m_lists.push_back(name == "ol" ? 1 : 0);
        }
        walk(node->children, depth + 1);
        flush();
        if (list) {
            m_lists.pop_back();
        }
    }

    void item(const xmlNode* node, int depth)
    {
        flush();
        m_kind = Block::Kind::ListItem;
        m_level = std::max(1, static_cast<int>(m_lists.size()));
        m_marker = m_lists.empty() || m_lists.back() == 0 ? "- " : std::to_string(m_lists.back()++) + ". ";
        walk(node->children, depth + 1);
        flush();
        m_kind = Block::Kind::Paragraph;
        m_level = 0;
    }

    void table(const xmlNode* node, int depth)
    {
        flush();
        std::vector<std::string> header;
        rows(node->children, depth + 1, header);
        m_text.clear();
    }

    void rows(const xmlNode* node, int depth, std::vector<std::string>& header)
    {
        for (; node != nullptr && depth <= kDeepest; node = node->next) {
            if (node->type != XML_ELEMENT_NODE) {
                continue;
            }
            if (viewOf(node->name) == "tr") {
                row(node, depth, header);
            } else {
                rows(node->children, depth + 1, header);
            }
        }
    }

    void row(const xmlNode* node, int depth, std::vector<std::string>& header)
    {
        std::vector<std::string> cells;
        bool allTitles = true;
        for (const xmlNode* cell = node->children; cell != nullptr; cell = cell->next) {
            const std::string_view name = viewOf(cell->name);
            if (cell->type != XML_ELEMENT_NODE || (name != "td" && name != "th")) {
                continue;
            }
            allTitles = allTitles && name == "th";
            cells.push_back(cellText(cell, depth + 1));
        }
        if (allTitles && header.empty()) {
            header = std::move(cells);
        } else if (std::string text = tableRow(header, cells); !text.empty()) {
            m_document.blocks.push_back(Block{Block::Kind::TableRow, 0, std::move(text), 0});
        }
    }

    /// Everything in a cell as one line; a table in a table (a layout of old pages) keeps its blocks' texts.
    std::string cellText(const xmlNode* cell, int depth)
    {
        ExtractedDocument inner;
        Walker walker(inner);
        walker.walk(cell->children, depth);
        walker.flush();
        std::string text;
        for (const Block& block : inner.blocks) {
            text += (text.empty() ? "" : " ") + block.text;
        }
        return text;
    }

    ExtractedDocument& m_document;
    std::string m_text;
    std::string m_marker;
    Block::Kind m_kind = Block::Kind::Paragraph;
    int m_level = 0;
    std::vector<int> m_lists; ///< 0 = bullets, otherwise the next number
};

/// libxml2 stops at NUL and drops what is no UTF-8; this keeps the rest.
std::string wellFormed(std::string_view html)
{
    std::string out;
    out.reserve(html.size());
    for (std::size_t position = 0; position < html.size();) {
        const char32_t c = nlp::decodeAt(html, position);
        if (c != 0) {
            nlp::appendUtf8(out, c);
        }
    }
    return out;
}

} // namespace

ExtractedDocument extractHtml(std::string_view html)
{
    ExtractedDocument document;
    const std::string clean = wellFormed(html);
    if (clean.empty() || clean.size() > INT_MAX) {
        return document;
    }
    const std::unique_ptr<xmlDoc, DocumentDeleter> tree(
        htmlReadMemory(clean.data(),
                       static_cast<int>(clean.size()),
                       nullptr,
                       "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_COMPACT));
    if (tree) {
        Walker walker(document);
        walker.walk(xmlDocGetRootElement(tree.get()), 0);
        walker.flush();
    }
    return document;
}

} // namespace parley::server::knowledge
