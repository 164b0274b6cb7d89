// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block_sink.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace parley::server::knowledge {

/// One table of a word processor's document while it is read: rows come out under the names of their columns.
/// A table of one column, and cells with pages of text, are layout: their paragraphs come out as they are.
class DocxTable {
public:
    /// What takes finished blocks: the document, or the cell of an outer table.
    using Give = std::function<void(Block)>;

    void startGridColumn() { ++m_gridColumns; }
    void setStyle(const std::string& style, bool firstRow);

    void startRow();
    void markHeaderRow() { m_rowIsHeader = true; }
    void startCell();
    [[nodiscard]] bool hasCell() const { return !m_cells.empty(); }
    /// @param span  columns that the cell takes
    void setSpan(int span) { m_cells.back().span = static_cast<std::size_t>(span); }
    /// @param restart  the first of cells that are one over several rows; else it goes on from above
    void setMerged(bool restart);
    void noteRun(bool bold, bool hasText);

    /// A paragraph of the open cell. @return the block itself when it belongs to no row
    void add(Block block, const Give& give);
    void endRow(const Give& give);
    void end(const Give& give);

private:
    struct Cell {
        std::vector<Block> blocks;
        std::size_t bytes = 0;
        std::size_t span = 1;
        bool mergeStart = false;
        bool mergeOn = false;
    };

    [[nodiscard]] bool isLayout() const { return m_gridColumns == 1; }
    [[nodiscard]] std::vector<std::string> texts();
    [[nodiscard]] bool namesColumns(const std::vector<std::string>& row) const;
    void flow(const Give& give);
    void giveRow(const std::vector<std::string>& texts, const Give& give) const;

    int m_gridColumns = 0;
    bool m_styled = false;
    bool m_firstRowLook = false;
    bool m_rowIsHeader = false;
    bool m_rowFlows = false;
    bool m_allBold = true;
    bool m_anyText = false;
    std::size_t m_rows = 0;
    std::vector<Cell> m_cells;
    std::vector<std::string> m_above; ///< by column: text of a cell that goes on below
    std::vector<std::string> m_header;
    std::vector<std::string> m_headerRow; ///< as it stood, until a row under it has come
};

} // namespace parley::server::knowledge
