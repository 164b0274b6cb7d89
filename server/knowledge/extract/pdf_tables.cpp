// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/pdf_tables.h"

#include "server/knowledge/extract/block.h"
#include "server/knowledge/extract/csv_text.h"
#include "server/knowledge/extract/pdf_lines.h"

#include <algorithm>
#include <array>

namespace parley::server::knowledge {

namespace {

constexpr double kCellGap = 1.0;       // font sizes of white between two cells
constexpr double kRowGap = 2.5;        // ... between two rows of one table
constexpr double kWrapGap = 0.45;      // ... between two lines of one cell
constexpr std::size_t kProseWords = 4; // a line of running text has so many words
constexpr double kProseFill = 0.8;     // ... and takes this share of its column's width
constexpr std::size_t kMaxRows = 400;  // of one table on a page

struct Cell {
    double left = 0;
    double right = 0;
    std::vector<const PdfWord*> words;
};

struct Row {
    double top = 0;
    double bottom = 0;
    double size = 0;
    std::vector<Cell> cells;
    std::vector<std::size_t> words;
};

struct Column {
    double left = 0;
    double right = 0;
};

double middle(const PdfWord& word)
{
    return (word.top + word.bottom) / 2;
}

int mainRotation(const PdfPage& page)
{
    std::array<std::size_t, 4> counts{};
    for (const PdfWord& word : page.words) {
        ++counts[static_cast<std::size_t>(std::clamp(word.rotation, 0, 3))];
    }
    return static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

void splitCells(const PdfPage& page, Row& row)
{
    std::sort(row.words.begin(), row.words.end(), [&](std::size_t a, std::size_t b) {
        return page.words[a].left < page.words[b].left;
    });
    for (const std::size_t index : row.words) {
        const PdfWord& word = page.words[index];
        const bool afterMarker = row.cells.size() == 1 && row.cells[0].words.size() == 1 &&
                                 isListMarker(row.cells[0].words[0]->text);
        if (row.cells.empty() || (!afterMarker && word.left - row.cells.back().right >
                                                      kCellGap * std::min(word.size, word.height()))) {
            row.cells.push_back(Cell{word.left, word.right, {}});
        }
        row.cells.back().right = std::max(row.cells.back().right, word.right);
        row.cells.back().words.push_back(&word);
    }
}

std::vector<Row> rowsOf(const PdfPage& page)
{
    std::vector<std::size_t> order;
    const int rotation = mainRotation(page);
    for (std::size_t i = 0; i < page.words.size(); ++i) {
        if (page.words[i].rotation == rotation) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return middle(page.words[a]) < middle(page.words[b]);
    });
    std::vector<Row> rows;
    double line = 0;
    for (const std::size_t index : order) {
        const PdfWord& word = page.words[index];
        if (rows.empty() ||
            middle(word) - line > 0.4 * std::min(word.height(), rows.back().bottom - rows.back().top)) {
            rows.push_back(Row{word.top, word.bottom, word.size, {}, {}});
            line = middle(word);
        }
        Row& row = rows.back();
        row.top = std::min(row.top, word.top);
        row.bottom = std::max(row.bottom, word.bottom);
        row.words.push_back(index);
    }
    for (Row& row : rows) {
        splitCells(page, row);
    }
    return rows;
}

/// The columns with the cells of one more row: what overlaps becomes one.
std::vector<Column> merged(std::vector<Column> columns, const std::vector<Cell>& cells)
{
    for (const Cell& cell : cells) {
        columns.push_back(Column{cell.left, cell.right});
    }
    std::sort(columns.begin(), columns.end(), [](const Column& a, const Column& b) {
        return a.left < b.left;
    });
    std::vector<Column> out;
    for (const Column& column : columns) {
        if (!out.empty() && column.left < out.back().right) {
            out.back().right = std::max(out.back().right, column.right);
        } else {
            out.push_back(column);
        }
    }
    return out;
}

std::size_t columnOf(const std::vector<Column>& columns, const Cell& cell)
{
    for (std::size_t i = columns.size(); i-- > 1;) {
        if (cell.left >= columns[i].left - 0.01) {
            return i;
        }
    }
    return 0;
}

/// Rows first..last whose cells share columns.
struct Region {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t fullRows = 1; ///< with two cells or more
    std::vector<Column> columns;
};

bool takesIn(Region& region, const std::vector<Row>& rows, const Row& row)
{
    const double gap = row.top - rows[region.last].bottom;
    if (gap > kRowGap * row.size) {
        return false;
    }
    auto columns = merged(region.columns, row.cells);
    const std::size_t before = region.columns.size();
    if (row.cells.size() < 2) {
        // A line of one cell goes on within its column; anything wider is text after the table.
        return columns.size() == before && columns.back().right <= region.columns.back().right + row.size &&
               columnOf(columns, row.cells[0]) > 0 && gap <= kWrapGap * row.size;
    }
    const std::size_t least = before <= 2 ? 2 : before - 1;
    if (columns.size() < least) {
        return false;
    }
    region.columns = std::move(columns);
    ++region.fullRows;
    return true;
}

Region regionFrom(const std::vector<Row>& rows, std::size_t first)
{
    Region region{first, first, 1, merged({}, rows[first].cells)};
    for (std::size_t next = first + 1; next < rows.size() && next - first < kMaxRows; ++next) {
        if (!takesIn(region, rows, rows[next])) {
            break;
        }
        region.last = next;
    }
    return region;
}

/// What a row has in one column.
struct Extent {
    double left = 0;
    double right = 0;
    std::size_t words = 0;
};

std::vector<Extent> extentsOf(const Region& region, const Row& row)
{
    std::vector<Extent> extents(region.columns.size());
    for (const Cell& cell : row.cells) {
        Extent& extent = extents[columnOf(region.columns, cell)];
        extent.left = extent.words == 0 ? cell.left : std::min(extent.left, cell.left);
        extent.right = extent.words == 0 ? cell.right : std::max(extent.right, cell.right);
        extent.words += cell.words.size();
    }
    return extents;
}

/// Running text fills most of its lines; the last line of a paragraph and a title do not.
bool isProse(const Region& region, const std::vector<Row>& rows)
{
    std::vector<std::size_t> lines(region.columns.size());
    std::vector<std::size_t> fullLines(region.columns.size());
    for (std::size_t i = region.first; i <= region.last; ++i) {
        const auto extents = extentsOf(region, rows[i]);
        for (std::size_t column = 0; column < extents.size(); ++column) {
            const double width = region.columns[column].right - region.columns[column].left;
            const double taken = extents[column].right - extents[column].left;
            lines[column] += extents[column].words > 0 ? 1U : 0U;
            const bool full = extents[column].words >= kProseWords && taken >= kProseFill * width;
            fullLines[column] += full ? 1U : 0U;
        }
    }
    std::size_t prose = 0;
    for (std::size_t column = 0; column < lines.size(); ++column) {
        prose += fullLines[column] * 2 >= lines[column] ? 1U : 0U;
    }
    return prose == lines.size() || (lines.size() > 2 && prose + 1 >= lines.size());
}

bool isTable(const Region& region, const std::vector<Row>& rows)
{
    const bool enough = region.fullRows >= 3 || (region.fullRows == 2 && region.columns.size() >= 3);
    return enough && region.columns.size() >= 2 && !isProse(region, rows);
}

bool isBold(const Row& row)
{
    return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
        return std::all_of(cell.words.begin(), cell.words.end(), [](const PdfWord* word) {
            return word->bold;
        });
    });
}

bool hasDigit(const std::string& text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

using Grid = std::vector<std::vector<std::string>>;

Grid gridOf(const Region& region, const std::vector<Row>& rows)
{
    Grid grid;
    for (std::size_t i = region.first; i <= region.last; ++i) {
        std::vector<std::string> cells(region.columns.size());
        for (const Cell& cell : rows[i].cells) {
            std::string& text = cells[columnOf(region.columns, cell)];
            text += (text.empty() ? "" : " ") + joinedWords(cell.words);
        }
        const bool wraps =
            !grid.empty() && cells[0].empty() && rows[i].top - rows[i - 1].bottom <= kWrapGap * rows[i].size;
        if (!wraps) {
            grid.push_back(std::move(cells));
            continue;
        }
        for (std::size_t column = 0; column < cells.size(); ++column) {
            std::string& above = grid.back()[column];
            above += (above.empty() || cells[column].empty() ? "" : " ") + cells[column];
        }
    }
    return grid;
}

/// Whether the first row names the columns: set apart by its weight, or words above numbers.
bool hasHeader(const Grid& grid, bool firstBold, bool secondBold)
{
    if (grid.size() < 2 || !isHeaderRow(grid[0], grid[1])) {
        return false;
    }
    if (firstBold && !secondBold) {
        return true;
    }
    for (std::size_t column = 0; column < grid[0].size(); ++column) {
        const auto numbers = std::count_if(grid.begin() + 1, grid.end(), [&](const auto& row) {
            return hasDigit(row[column]);
        });
        if (!hasDigit(grid[0][column]) && static_cast<std::size_t>(numbers) * 2 > grid.size() - 1) {
            return true;
        }
    }
    return false;
}

PdfTable tableOf(const Region& region, const std::vector<Row>& rows)
{
    PdfTable table;
    Grid grid = gridOf(region, rows);
    const bool second = region.first < region.last && isBold(rows[region.first + 1]);
    std::vector<std::string> header;
    std::size_t begin = 0;
    if (hasHeader(grid, isBold(rows[region.first]), second)) {
        header = grid[0];
        begin = 1;
    }
    for (std::size_t i = begin; i < grid.size(); ++i) {
        table.rows.push_back(tableRow(header, grid[i]));
    }
    for (std::size_t i = region.first; i <= region.last; ++i) {
        table.words.insert(table.words.end(), rows[i].words.begin(), rows[i].words.end());
    }
    return table;
}

} // namespace

std::vector<PdfTable> findTables(const PdfPage& page)
{
    std::vector<PdfTable> tables;
    const std::vector<Row> rows = rowsOf(page);
    for (std::size_t i = 0; i < rows.size();) {
        if (rows[i].cells.size() < 2) {
            ++i;
            continue;
        }
        const Region region = regionFrom(rows, i);
        if (isTable(region, rows)) {
            tables.push_back(tableOf(region, rows));
            i = region.last + 1;
        } else {
            // A title above may have spoilt the columns: try again from the next row, but not over a whole
            // page of two columns again and again.
            i = region.fullRows > 6 ? region.last + 1 : i + 1;
        }
    }
    return tables;
}

} // namespace parley::server::knowledge
