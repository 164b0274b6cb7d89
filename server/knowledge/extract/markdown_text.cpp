// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/markdown_text.h"

#include "server/nlp/code_points.h"
#include "shared/core/text.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace parley::server::knowledge {
namespace {

// Deeper nesting is no document but an attack on the parser's callbacks' state; text stays, structure goes.
constexpr int kDeepestList = 16;

struct Entity {
    std::string_view name;
    char32_t value;
};
constexpr std::array kEntities{
    Entity{"&amp;", '&'},
    Entity{"&lt;", '<'},
    Entity{"&gt;", '>'},
    Entity{"&quot;", '"'},
    Entity{"&apos;", '\''},
    Entity{"&nbsp;", ' '},
    Entity{"&euro;", 0x20AC},
    Entity{"&pound;", 0xA3},
    Entity{"&copy;", 0xA9},
    Entity{"&reg;", 0xAE},
    Entity{"&trade;", 0x2122},
    Entity{"&hellip;", 0x2026},
    Entity{"&ndash;", 0x2013},
    Entity{"&mdash;", 0x2014},
    Entity{"&rarr;", 0x2192},
    Entity{"&times;", 0xD7},
};

void appendEntity(std::string& out, std::string_view entity)
{
    if (entity.starts_with("&#")) {
        const bool hex = entity.size() > 2 && (entity[2] == 'x' || entity[2] == 'X');
        const std::string digits(entity.substr(hex ? 3 : 2));
        const unsigned long value = std::strtoul(digits.c_str(), nullptr, hex ? 16 : 10);
        nlp::appendUtf8(out, value == 0 || value > 0x10FFFF ? 0xFFFD : static_cast<char32_t>(value));
        return;
    }
    for (const Entity& known : kEntities) {
        if (known.name == entity) {
            nlp::appendUtf8(out, known.value);
            return;
        }
    }
    out.append(entity);
}

/// Collects md4c's callbacks into blocks.
class Collector {
public:
    explicit Collector(ExtractedDocument& document) : m_document(document) {}

    void enter(MD_BLOCKTYPE type, void* detail)
    {
        switch (type) {
        case MD_BLOCK_UL:
            openList(0);
            break;
        case MD_BLOCK_OL:
            openList(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start + 1ULL);
            break;
        case MD_BLOCK_LI:
            openItem();
            break;
        case MD_BLOCK_H:
            flush();
            m_kind = Block::Kind::Heading;
            m_level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
            break;
        case MD_BLOCK_CODE:
            flush();
            m_kind = Block::Kind::Code;
            break;
        case MD_BLOCK_HTML:
            m_skip = true;
            break;
        case MD_BLOCK_TABLE:
            flush();
            m_header.clear();
            break;
        case MD_BLOCK_THEAD:
            m_inHead = true;
            break;
        case MD_BLOCK_TR:
            m_cells.clear();
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            m_text.clear();
            break;
        default:
            break;
        }
    }

    void leave(MD_BLOCKTYPE type)
    {
        switch (type) {
        case MD_BLOCK_UL:
        case MD_BLOCK_OL:
            flush();
            m_lists.pop_back();
            break;
        case MD_BLOCK_HTML:
            m_skip = false;
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            m_cells.push_back(collapsedSpace(m_text));
            m_text.clear();
            break;
        case MD_BLOCK_TR:
            closeRow();
            break;
        case MD_BLOCK_THEAD:
            m_inHead = false;
            break;
        case MD_BLOCK_LI:
        case MD_BLOCK_P:
        case MD_BLOCK_H:
        case MD_BLOCK_CODE:
            flush();
            break;
        default:
            break;
        }
    }

    void text(MD_TEXTTYPE type, std::string_view text)
    {
        if (m_skip || type == MD_TEXT_HTML) {
            return;
        }
        switch (type) {
        case MD_TEXT_NULLCHAR:
            break;
        case MD_TEXT_BR:
        case MD_TEXT_SOFTBR:
            m_text.push_back(' ');
            break;
        case MD_TEXT_ENTITY:
            appendEntity(m_text, text);
            break;
        default:
            m_text.append(text);
        }
    }

private:
    void openList(unsigned long long next)
    {
        flush();
        m_lists.push_back(next);
    }

    void openItem()
    {
        flush();
        m_kind = Block::Kind::ListItem;
        m_level = std::min(static_cast<int>(m_lists.size()), kDeepestList);
        if (m_lists.empty() || m_lists.back() == 0) {
            m_marker = "- ";
        } else {
            m_marker = std::to_string(m_lists.back()++ - 1) + ". ";
        }
    }

    void closeRow()
    {
        if (m_inHead) {
            m_header = std::move(m_cells);
        } else if (std::string row = tableRow(m_header, m_cells); !row.empty()) {
            m_document.blocks.push_back(Block{Block::Kind::TableRow, 0, std::move(row), 0});
        }
        m_cells.clear();
    }

    void flush()
    {
        std::string line =
            m_kind == Block::Kind::Code ? std::string(trimmed(m_text)) : collapsedSpace(m_text);
        m_text.clear();
        const Block::Kind kind = m_kind;
        m_kind = Block::Kind::Paragraph;
        if (line.empty()) {
            m_kind = kind == Block::Kind::ListItem ? kind : m_kind; // its text comes in a paragraph
            return;
        }
        if (kind == Block::Kind::Heading && m_level == 1 && m_document.title.empty()) {
            m_document.title = line;
        }
        const bool structured = kind == Block::Kind::Heading || kind == Block::Kind::ListItem;
        if (kind == Block::Kind::ListItem) {
            line.insert(0, m_marker);
        }
        m_document.blocks.push_back(Block{kind, structured ? m_level : 0, std::move(line), 0});
    }

    ExtractedDocument& m_document;
    std::string m_text;
    std::string m_marker;
    Block::Kind m_kind = Block::Kind::Paragraph;
    int m_level = 0;
    bool m_skip = false;
    bool m_inHead = false;
    std::vector<unsigned long long> m_lists; ///< 0 = bullets, otherwise the next number + 1
    std::vector<std::string> m_header;
    std::vector<std::string> m_cells;
};

/// Cuts front matter off; its "title:" becomes the document's.
std::string_view withoutFrontMatter(std::string_view text, std::string& title)
{
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) {
        return text;
    }
    const std::size_t end = text.find("\n---", 3);
    if (end == std::string_view::npos) {
        return text;
    }
    const std::string_view matter = text.substr(0, end);
    if (const std::size_t at = matter.find("\ntitle:"); at != std::string_view::npos) {
        const std::size_t begin = at + 7;
        std::string_view value = trimmed(matter.substr(begin, matter.find('\n', begin) - begin));
        if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
            value.back() == value.front()) {
            value = value.substr(1, value.size() - 2);
        }
        title = collapsedSpace(value);
    }
    const std::size_t line = text.find('\n', end + 1);
    return line == std::string_view::npos ? std::string_view() : text.substr(line + 1);
}

} // namespace

ExtractedDocument extractMarkdown(std::string_view text)
{
    ExtractedDocument document;
    const std::string_view body = withoutFrontMatter(text, document.title);
    Collector collector(document);
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
        static_cast<Collector*>(user)->enter(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
        static_cast<Collector*>(user)->leave(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* data, MD_SIZE size, void* user) {
        static_cast<Collector*>(user)->text(type, std::string_view(data, size));
        return 0;
    };
    md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, &collector);
    return document;
}

} // namespace parley::server::knowledge
