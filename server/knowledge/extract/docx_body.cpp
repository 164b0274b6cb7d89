// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/docx_body.h"

#include "server/nlp/code_points.h"
#include "shared/core/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace parley::server::knowledge {

namespace {

constexpr std::size_t kMaxNoteBytes = 16 << 20;
constexpr std::size_t kLongestParagraph = 4 << 20;
constexpr std::size_t kMaxContents = 5'000;
constexpr std::size_t kMaxHeadings = 50'000;
constexpr std::size_t kLongestBoldHeading = 100;
constexpr std::size_t kMaxOpen = 2'000; // paragraphs and tables within each other

/// Deleted or moved away, an older form of something, or what stands in for newer markup.
bool isLeftOut(XmlSpace space, std::string_view name)
{
    constexpr std::array<std::string_view, 5> kNames{"del", "moveFrom", "instrText", "delText", "rt"};
    if (space == XmlSpace::Compatibility) {
        return name == "Fallback";
    }
    return space == XmlSpace::Word &&
           (std::find(kNames.begin(), kNames.end(), name) != kNames.end() || name.ends_with("Change"));
}

/// "2.1 Refunds ..... 7" and "2.1 Refunds" as "refunds".
std::string withoutNumbers(const std::string& text)
{
    constexpr std::string_view kAround = "0123456789. \t-";
    const std::size_t begin = text.find_first_not_of(kAround);
    const std::size_t end = text.find_last_not_of(kAround);
    return begin == std::string::npos ? std::string() : asciiLower(text.substr(begin, end + 1 - begin));
}

bool endsLikeSentence(const std::string& text)
{
    return text.ends_with('.') || text.ends_with(',') || text.ends_with(';') || text.ends_with("。");
}

} // namespace

void DocxBody::start(XmlSpace space, std::string_view name, const XmlAttributes& attributes)
{
    if (!std::exchange(m_seenRoot, true)) {
        m_isDocument = space == XmlSpace::Word && name == "document";
    }
    if (m_skip > 0 || isLeftOut(space, name)) {
        ++m_skip;
        return;
    }
    if (space == XmlSpace::Math && name == "t") {
        m_inText = true;
        return;
    }
    if (space != XmlSpace::Word) {
        return;
    }
    if (name == "p" && m_paragraphs.size() < kMaxOpen) {
        m_paragraphs.emplace_back();
    } else if (name == "tbl" && m_tables.size() < kMaxOpen) {
        m_tables.push_back(std::make_unique<DocxTable>());
        m_tableDepths.push_back(m_paragraphs.size());
    } else if (!m_paragraphs.empty() && (m_tables.empty() || m_tableDepths.back() < m_paragraphs.size())) {
        startInParagraph(name, attributes);
    } else if (!m_tables.empty()) {
        startInTable(name, attributes);
    }
}

void DocxBody::startInParagraph(std::string_view name, const XmlAttributes& attributes)
{
    Paragraph& paragraph = m_paragraphs.back();
    if (name == "t") {
        m_inText = true;
    } else if (name == "pPr") {
        m_inProperties = true;
    } else if (name == "pStyle") {
        paragraph.style = attributes.get("val");
    } else if (name == "outlineLvl") {
        paragraph.outline = numberOf(attributes.get("val"), 0, 9, -1);
    } else if (name == "numId") {
        paragraph.list = attributes.get("val");
    } else if (name == "ilvl") {
        paragraph.listLevel = numberOf(attributes.get("val"), 0, 8, 0);
    } else if (name == "r") {
        m_run = Run{};
    } else if (name == "b" && !m_inProperties) {
        m_run.bold = isOn(attributes);
    } else if ((name == "tab" || name == "ptab") && !m_inProperties) {
        append("\t");
    } else if (name == "br" || name == "cr") {
        append(" ");
    } else if (name == "noBreakHyphen") {
        append("-");
    } else if (name == "sym") {
        appendSymbol(attributes);
    } else if (name == "footnoteReference") {
        addNote(m_parts.footnotes, attributes.get("id"));
    } else if (name == "endnoteReference") {
        addNote(m_parts.endnotes, attributes.get("id"));
    } else if (name == "altChunk") {
        m_sink.warn("A part of the document is embedded as a file of its own; it was not read.");
    }
}

void DocxBody::startInTable(std::string_view name, const XmlAttributes& attributes)
{
    DocxTable& table = *m_tables.back();
    if (name == "gridCol") {
        table.startGridColumn();
    } else if (name == "tblStyle") {
        table.setStyle(attributes.get("val"), false);
    } else if (name == "tblLook") {
        const long bits = std::strtol(attributes.get("val").c_str(), nullptr, 16);
        const std::string firstRow = attributes.get("firstRow");
        table.setStyle({}, firstRow.empty() ? (bits & 0x20) != 0 : firstRow == "1" || firstRow == "true");
    } else if (name == "tr") {
        table.startRow();
    } else if (name == "tblHeader" && isOn(attributes)) {
        table.markHeaderRow();
    } else if (name == "tc") {
        table.startCell();
    } else if (name == "gridSpan" && table.hasCell()) {
        table.setSpan(numberOf(attributes.get("val"), 1, 100, 1));
    } else if (name == "vMerge" && table.hasCell()) {
        table.setMerged(attributes.get("val") == "restart");
    }
}

void DocxBody::end(XmlSpace space, std::string_view name)
{
    if (m_skip > 0) {
        --m_skip;
        return;
    }
    if (name == "t") {
        m_inText = false;
    }
    if (space != XmlSpace::Word) {
        return;
    }
    if (name == "pPr") {
        m_inProperties = false;
    } else if (name == "r") {
        endRun();
    } else if (name == "p" && !m_paragraphs.empty()) {
        endParagraph();
    } else if (name == "tbl" && !m_tables.empty()) {
        endTable();
    } else if (name == "tr" && !m_tables.empty()) {
        const std::size_t outer = m_tables.size() - 1;
        m_tables.back()->endRow([&](Block block) { placeIn(outer, std::move(block)); });
    }
}

void DocxBody::text(std::string_view text)
{
    if (m_inText && m_skip == 0) {
        append(text);
    }
}

void DocxBody::append(std::string_view text)
{
    if (m_paragraphs.empty()) {
        return;
    }
    Paragraph& paragraph = m_paragraphs.back();
    if (paragraph.text.size() > kLongestParagraph) { // a "paragraph" without end is handed on in parts
        Paragraph part = paragraph;
        paragraph.text.clear();
        paragraph.notes.clear();
        give(std::move(part));
    }
    paragraph.text.append(text);
    m_run.hasText = m_run.hasText || !trimmed(text).empty();
}

void DocxBody::appendSymbol(const XmlAttributes& attributes)
{
    const std::string code = attributes.get("char");
    const auto value = static_cast<char32_t>(std::strtoul(code.c_str(), nullptr, 16));
    if (value >= 0x20 && value < 0xE000) { // above it: a place in a font of signs, which means nothing here
        std::string sign;
        nlp::appendUtf8(sign, value);
        append(sign);
    }
}

void DocxBody::addNote(const std::map<std::string, std::string>& notes, const std::string& id)
{
    if (const auto note = notes.find(id); note != notes.end()) {
        m_paragraphs.back().notes.push_back(note->second);
    }
}

void DocxBody::endRun()
{
    if (!m_paragraphs.empty()) {
        m_paragraphs.back().allBold = m_paragraphs.back().allBold && (m_run.bold || !m_run.hasText);
    }
    if (!m_tables.empty()) {
        m_tables.back()->noteRun(m_run.bold, m_run.hasText);
    }
    m_run = Run{};
}

void DocxBody::endParagraph()
{
    m_inProperties = false;
    Paragraph paragraph = std::move(m_paragraphs.back());
    m_paragraphs.pop_back();
    const std::size_t around = m_tables.empty() ? 0 : m_tableDepths.back();
    if (m_paragraphs.size() > around) { // a text box: the paragraph it hangs on comes first
        m_boxes.push_back(std::move(paragraph));
        return;
    }
    give(std::move(paragraph));
    for (Paragraph& box : std::exchange(m_boxes, {})) {
        give(std::move(box));
    }
}

void DocxBody::give(Paragraph paragraph)
{
    m_notes.insert(m_notes.end(), paragraph.notes.begin(), paragraph.notes.end());
    Block block = blockOf(paragraph);
    if (!block.text.empty()) {
        const bool contents = m_tables.empty() && m_parts.styles.isContents(paragraph.style);
        if (contents && m_contents.size() < kMaxContents) {
            m_contents.push_back(std::move(block.text));
        } else {
            place(std::move(block));
        }
    }
    if (m_tables.empty()) {
        giveNotes();
    }
}

void DocxBody::giveNotes()
{
    for (std::string& note : std::exchange(m_notes, {})) {
        m_sink.block(Block{Block::Kind::Paragraph, 0, std::move(note), 0});
    }
}

int DocxBody::headingLevel(const Paragraph& paragraph, std::size_t length) const
{
    if (paragraph.outline >= 0) {
        return paragraph.outline < 9 ? std::min(paragraph.outline + 1, 6) : 0;
    }
    if (m_parts.styles.isTitle(paragraph.style)) {
        return 1;
    }
    if (const int level = m_parts.styles.headingLevel(paragraph.style); level > 0) {
        return level;
    }
    // Many write a line in bold where a heading is meant.
    const bool bold = paragraph.allBold && paragraph.list.empty() && m_tables.empty();
    return bold && length <= kLongestBoldHeading && !endsLikeSentence(paragraph.text) ? 4 : 0;
}

Block DocxBody::blockOf(Paragraph& paragraph)
{
    std::string text = collapsedSpace(paragraph.text);
    if (text.empty()) {
        return {};
    }
    if (const int level = headingLevel(paragraph, text.size()); level > 0) {
        if (level == 1 && m_tables.empty()) {
            m_sink.title(text);
        }
        if (m_headings.size() < kMaxHeadings) {
            m_headings.insert(withoutNumbers(text));
        }
        return Block{Block::Kind::Heading, level, std::move(text), 0};
    }
    if (paragraph.list.empty()) {
        const DocxStyle style = m_parts.styles.resolved(paragraph.style);
        paragraph.list = style.list;
        paragraph.listLevel = paragraph.listLevel < 0 ? style.listLevel : paragraph.listLevel;
    }
    if (paragraph.list.empty() || paragraph.list == "0") {
        return Block{Block::Kind::Paragraph, 0, std::move(text), 0};
    }
    const int level = std::max(0, paragraph.listLevel);
    const std::string marker = m_parts.numbering.nextMarker(paragraph.list, level);
    text.insert(0, trimmed(marker).empty() ? "" : std::string(trimmed(marker)) + " ");
    return Block{Block::Kind::ListItem, level + 1, std::move(text), 0};
}

void DocxBody::place(Block block)
{
    placeIn(m_tables.size(), std::move(block));
}

void DocxBody::placeIn(std::size_t tables, Block block)
{
    if (tables == 0) {
        m_sink.block(std::move(block));
        return;
    }
    const std::size_t table = tables - 1;
    m_tables[table]->add(std::move(block), [&](Block out) { placeIn(table, std::move(out)); });
}

void DocxBody::endTable()
{
    const std::size_t outer = m_tables.size() - 1;
    m_tables.back()->end([&](Block block) { placeIn(outer, std::move(block)); });
    m_tables.pop_back();
    m_tableDepths.pop_back();
    if (m_tables.empty()) {
        giveNotes();
    }
}

void DocxBody::finish()
{
    for (std::string& entry : m_contents) {
        if (!m_headings.contains(withoutNumbers(entry))) {
            m_sink.block(Block{Block::Kind::Paragraph, 0, std::move(entry), 0});
        }
    }
    giveNotes();
}

void DocxNotes::start(XmlSpace space, std::string_view name, const XmlAttributes& attributes)
{
    if (space != XmlSpace::Word) {
        return;
    }
    if (name == "footnote" || name == "endnote") {
        // "separator" and the like are lines on the page.
        m_id = attributes.has("type") && attributes.get("type") != "normal" ? "" : attributes.get("id");
        m_text.clear();
    } else if (name == "t") {
        m_inText = true;
    } else if (name == "p" || name == "tab" || name == "br") {
        m_text.push_back(' ');
    }
}

void DocxNotes::end(XmlSpace space, std::string_view name)
{
    if (name == "t") {
        m_inText = false;
    } else if (space == XmlSpace::Word && (name == "footnote" || name == "endnote") && !m_id.empty()) {
        std::string text = collapsedSpace(m_text);
        m_bytes += text.size();
        if (!text.empty() && m_bytes <= kMaxNoteBytes) {
            m_notes[m_id] = std::move(text);
        }
        m_text.clear();
    }
}

void DocxNotes::text(std::string_view text)
{
    if (m_inText && m_text.size() < kMaxNoteBytes) {
        m_text.append(text);
    }
}

} // namespace parley::server::knowledge
