// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/docx_table.h"

#include "server/knowledge/extract/csv_text.h"
#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::knowledge {

namespace {

constexpr std::size_t kMaxColumns = 1'000;
constexpr std::size_t kLongestCell = 1'500;   // bytes of a cell; beyond it is a column of a page's layout
constexpr std::size_t kFlowingRow = 64 << 10; // a row that holds a whole chapter is not kept in memory
constexpr std::size_t kLongestMerged = 120;

} // namespace

void DocxTable::setStyle(const std::string& style, bool firstRow)
{
    const std::string lower = asciiLower(style);
    m_styled = m_styled ||
               (!lower.empty() && lower != "tablegrid" && lower != "tablenormal" && lower != "normaltable");
    m_firstRowLook = m_firstRowLook || firstRow;
}

void DocxTable::startRow()
{
    m_cells.clear();
    m_rowIsHeader = false;
    m_rowFlows = isLayout();
    m_allBold = true;
    m_anyText = false;
}

void DocxTable::startCell()
{
    m_cells.emplace_back();
}

void DocxTable::setMerged(bool restart)
{
    m_cells.back().mergeStart = restart;
    m_cells.back().mergeOn = !restart;
}

void DocxTable::noteRun(bool bold, bool hasText)
{
    m_anyText = m_anyText || hasText;
    m_allBold = m_allBold && (bold || !hasText);
}

void DocxTable::add(Block block, const Give& give)
{
    if (m_rowFlows || m_cells.empty()) {
        give(std::move(block));
        return;
    }
    Cell& cell = m_cells.back();
    cell.bytes += block.text.size();
    cell.blocks.push_back(std::move(block));
    if (cell.bytes > kFlowingRow) {
        flow(give);
    }
}

void DocxTable::flow(const Give& give)
{
    m_rowFlows = true;
    for (Cell& cell : m_cells) {
        for (Block& block : cell.blocks) {
            give(std::move(block));
        }
        cell.blocks.clear();
    }
}

std::vector<std::string> DocxTable::texts()
{
    std::vector<std::string> row;
    for (const Cell& cell : m_cells) {
        std::string text;
        for (const Block& block : cell.blocks) {
            text += (text.empty() ? "" : " ") + block.text;
        }
        const std::size_t column = row.size();
        if (m_above.size() <= column) {
            m_above.resize(column + 1);
        }
        if (cell.mergeOn && text.empty()) {
            text = m_above[column];
        }
        m_above[column] = (cell.mergeStart || cell.mergeOn) && text.size() <= kLongestMerged ? text : "";
        row.push_back(std::move(text));
        for (std::size_t i = 1; i < cell.span && row.size() < kMaxColumns; ++i) {
            row.emplace_back();
        }
    }
    return row;
}

bool DocxTable::namesColumns(const std::vector<std::string>& row) const
{
    if (m_rows != 1 || m_cells.size() < 2 || !m_header.empty()) {
        return false;
    }
    const bool shape = isHeaderRow(row, row);
    return shape && ((m_allBold && m_anyText) || (m_firstRowLook && (m_styled || row.size() >= 3)));
}

void DocxTable::endRow(const Give& give)
{
    ++m_rows;
    if (m_rowFlows) {
        return;
    }
    const bool layout = std::any_of(m_cells.begin(), m_cells.end(), [](const Cell& cell) {
        return cell.bytes > kLongestCell;
    });
    if (layout) {
        flow(give);
        return;
    }
    std::vector<std::string> row = texts();
    if (m_cells.size() >= 2 && ((m_rowIsHeader && m_header.empty()) || namesColumns(row))) {
        m_headerRow = row;
        for (std::size_t i = 0, column = 0; i < m_cells.size(); column += m_cells[i++].span) {
            for (std::size_t j = 1; j < m_cells[i].span && column + j < row.size(); ++j) {
                row[column + j] = row[column];
            }
        }
        m_header = std::move(row);
        return;
    }
    giveRow(row, give);
    m_headerRow.clear();
}

void DocxTable::giveRow(const std::vector<std::string>& texts, const Give& give) const
{
    // A cell over the whole width is a title within the table, not a value of its first column.
    std::string text = m_cells.size() == 1 ? tableRow({}, texts) : tableRow(m_header, texts);
    if (!text.empty()) {
        give(Block{Block::Kind::TableRow, 0, std::move(text), 0});
    }
}

void DocxTable::end(const Give& give)
{
    if (!m_headerRow.empty()) { // nothing came under it
        std::string text = tableRow({}, m_headerRow);
        if (!text.empty()) {
            give(Block{Block::Kind::TableRow, 0, std::move(text), 0});
        }
    }
}

} // namespace parley::server::knowledge
