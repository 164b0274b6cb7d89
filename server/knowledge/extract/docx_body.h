// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block_sink.h"
#include "server/knowledge/extract/docx_numbering.h"
#include "server/knowledge/extract/docx_styles.h"
#include "server/knowledge/extract/docx_table.h"
#include "server/knowledge/extract/xml_stream.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace parley::server::knowledge {

/// What a document's body refers to.
struct DocxParts {
    DocxStyles styles;
    DocxNumbering numbering;
    std::map<std::string, std::string> footnotes; ///< text by id
    std::map<std::string, std::string> endnotes;
};

/// Reads the body of a word processor's document (word/document.xml) as it streams by. Deleted and moved-away
/// text is left out, inserted text is there; text boxes follow the paragraph they hang on, notes the one that
/// refers to them; the table of contents falls out where its entries stand as headings.
/// @source ECMA-376, part 1, section 17 (WordprocessingML), and part 3 (markup compatibility)
class DocxBody final : public XmlHandler {
public:
    DocxBody(DocxParts& parts, BlockSink& sink) : m_parts(parts), m_sink(sink) {}

    void start(XmlSpace space, std::string_view name, const XmlAttributes& attributes) override;
    void end(XmlSpace space, std::string_view name) override;
    void text(std::string_view text) override;

    /// After the last byte.
    void finish();

    /// Whether the root was that of a word processor's document.
    [[nodiscard]] bool isDocument() const { return m_isDocument; }

private:
    struct Paragraph {
        std::string text;
        std::string style;
        int outline = -1;
        std::string list;
        int listLevel = -1;
        bool allBold = true;
        std::vector<std::string> notes;
    };
    struct Run {
        bool bold = false;
        bool hasText = false;
    };

    void startInParagraph(std::string_view name, const XmlAttributes& attributes);
    void startInTable(std::string_view name, const XmlAttributes& attributes);
    void append(std::string_view text);
    void appendSymbol(const XmlAttributes& attributes);
    void addNote(const std::map<std::string, std::string>& notes, const std::string& id);
    void endParagraph();
    void endRun();
    void endTable();
    void give(Paragraph paragraph);
    void giveNotes();
    [[nodiscard]] Block blockOf(Paragraph& paragraph);
    [[nodiscard]] int headingLevel(const Paragraph& paragraph, std::size_t length) const;
    void place(Block block);
    void placeIn(std::size_t table, Block block);

    DocxParts& m_parts;
    BlockSink& m_sink;
    std::vector<Paragraph> m_paragraphs; ///< more than one: a text box within a paragraph
    std::vector<Paragraph> m_boxes;      ///< finished paragraphs of text boxes, until the outer one ends
    std::vector<std::unique_ptr<DocxTable>> m_tables;
    std::vector<std::size_t> m_tableDepths; ///< how many paragraphs were open where each table began
    std::vector<std::string> m_notes;
    std::vector<std::string> m_contents; ///< entries of the table of contents
    std::set<std::string> m_headings;
    Run m_run;
    int m_skip = 0;        ///< open elements since the one that is left out
    bool m_inText = false; ///< within w:t
    bool m_inProperties = false;
    bool m_isDocument = false;
    bool m_seenRoot = false;
};

/// Reads footnotes.xml or endnotes.xml.
class DocxNotes final : public XmlHandler {
public:
    explicit DocxNotes(std::map<std::string, std::string>& notes) : m_notes(notes) {}

    void start(XmlSpace space, std::string_view name, const XmlAttributes& attributes) override;
    void end(XmlSpace space, std::string_view name) override;
    void text(std::string_view text) override;

private:
    std::map<std::string, std::string>& m_notes;
    std::string m_id;
    std::string m_text;
    std::size_t m_bytes = 0;
    bool m_inText = false;
};

} // namespace parley::server::knowledge
