// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/pdf_tables.h"

#include "server/knowledge/extract/block.h"
#include "server/knowledge/extract/csv_text.h"
#include "server/knowledge/extract/pdf_lines.h"
#include "server/knowledge/extract/pdf_rows.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace parley::server::knowledge {

namespace {

constexpr double kCellGap = 1.0;   // font sizes of white between two cells
constexpr double kNarrowGap = 0.5; // ... where their columns line up; a space of justified text may be wider
constexpr double kLinedUp = 0.15;  // font sizes that edges of one column may differ by
constexpr std::size_t kProseWords = 4; // a line of running text has so many words
constexpr double kProseFill = 0.8;     // ... and takes this share of its column's width

/// What a row has in one column.
struct Extent {
    double left = 0;
    double right = 0;
    std::size_t words = 0;
};

std::vector<Extent> extentsOf(const PdfRegion& region, const PdfRow& row)
{
    std::vector<Extent> extents(region.columns.size());
    for (const PdfCell& cell : row.cells) {
        Extent& extent = extents[columnOf(region.columns, cell)];
        extent.left = extent.words == 0 ? cell.left : std::min(extent.left, cell.left);
        extent.right = extent.words == 0 ? cell.right : std::max(extent.right, cell.right);
        extent.words += cell.words.size();
    }
    return extents;
}

/// Running text fills most of its lines; the last line of a paragraph and a title do not.
bool isProse(const PdfRegion& region, const std::vector<PdfRow>& rows)
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

bool isTable(const PdfRegion& region, const std::vector<PdfRow>& rows)
{
    const bool enough = region.fullRows >= 3 || (region.fullRows == 2 && region.columns.size() >= 3);
    return enough && region.columns.size() >= 2 && !isProse(region, rows);
}

bool isBold(const PdfRow& row)
{
    return std::all_of(row.cells.begin(), row.cells.end(), [](const PdfCell& cell) {
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

Grid gridOf(const PdfRegion& region, const std::vector<PdfRow>& rows)
{
    Grid grid;
    for (std::size_t i = region.first; i <= region.last; ++i) {
        std::vector<std::string> cells(region.columns.size());
        for (const PdfCell& cell : rows[i].cells) {
            std::string& text = cells[columnOf(region.columns, cell)];
            text += (text.empty() ? "" : " ") + joinedWords(cell.words);
        }
        const bool wraps = !grid.empty() && cells[0].empty() &&
                           rows[i].top - rows[i - 1].bottom <= kPdfWrapGap * rows[i].size;
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

PdfTable tableOf(const PdfRegion& region, const std::vector<PdfRow>& rows)
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

/// "2", "2.1.", "A": what stands before a heading or an item of a list.
bool isNumbering(const PdfCell& cell)
{
    constexpr std::size_t kMostDigits = 2; // "2026" is a year, "500" an amount
    const std::string& text = cell.words.front()->text;
    if (cell.words.size() > 1) {
        return false;
    }
    std::size_t digits = 0;
    for (const char c : text) {
        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if (digits > kMostDigits || (digits == 0 && c != '.' && c != ')')) {
            return text.size() == 1 || isListMarker(text);
        }
    }
    return true;
}

/// "2  Refunds" is a heading, or an item of a list, and no row of two cells.
void joinNumbering(std::vector<PdfRow>& rows)
{
    for (PdfRow& row : rows) {
        if (row.cells.size() != 2 || !isNumbering(row.cells[0]) ||
            row.cells[1].left - row.cells[0].right > kCellGap * row.size) {
            continue;
        }
        PdfCell& text = row.cells[1];
        text.left = row.cells[0].left;
        text.words.insert(text.words.begin(), row.cells[0].words.front());
        row.cells.erase(row.cells.begin());
    }
}

/// One boundary between two columns: what the rows that have a cell on both sides say about it.
struct Boundary {
    std::size_t rows = 0;
    bool isClear = false; ///< in one of them the gap is one that no text has
    bool numbers = true;  ///< on the left there is nothing but numbering
    std::vector<double> lefts;
    std::vector<double> middles;
    std::vector<double> rights;
    double size = 0;
};

Boundary boundaryAfter(const PdfRegion& region, const std::vector<PdfRow>& rows, std::size_t column)
{
    Boundary boundary;
    for (std::size_t i = region.first; i <= region.last; ++i) {
        const std::vector<PdfCell>& cells = rows[i].cells;
        for (std::size_t cell = 0; cell + 1 < cells.size(); ++cell) {
            const PdfCell& before = cells[cell];
            const PdfCell& after = cells[cell + 1];
            if (columnOf(region.columns, before) != column || columnOf(region.columns, after) != column + 1) {
                continue;
            }
            ++boundary.rows;
            boundary.size = std::max(boundary.size, rows[i].size);
            boundary.isClear = boundary.isClear || after.left - before.right > kCellGap * rows[i].size;
            boundary.numbers = boundary.numbers && isNumbering(before);
            boundary.lefts.push_back(after.left);
            boundary.middles.push_back((after.left + after.right) / 2);
            boundary.rights.push_back(after.right);
        }
    }
    return boundary;
}

/// How many of the places are about the same.
std::size_t mostAlike(std::vector<double> places, double tolerance)
{
    std::sort(places.begin(), places.end());
    std::size_t most = 0;
    for (std::size_t first = 0, i = 0; i < places.size(); ++i) {
        while (places[i] - places[first] > tolerance) {
            ++first;
        }
        most = std::max(most, i - first + 1);
    }
    return most;
}

/// Whether cells that stand near each other are cells: those on the right begin, end or are centred at one
/// place. The white of justified text goes down through some lines as well, but at no place in particular.
bool linesUp(const Boundary& boundary)
{
    const double tolerance = kLinedUp * boundary.size;
    const std::size_t alike = std::max({mostAlike(boundary.lefts, tolerance),
                                        mostAlike(boundary.middles, tolerance),
                                        mostAlike(boundary.rights, tolerance)});
    return alike >= 2 && alike * 4 >= boundary.rows * 3;
}

/// Rows with something in two columns.
std::size_t filledRows(const PdfRegion& region, const std::vector<PdfRow>& rows)
{
    std::size_t count = 0;
    for (std::size_t i = region.first; i <= region.last; ++i) {
        const auto extents = extentsOf(region, rows[i]);
        const auto filled = std::count_if(extents.begin(), extents.end(), [](const Extent& extent) {
            return extent.words > 0;
        });
        count += filled >= 2 ? 1U : 0U;
    }
    return count;
}

/// The region as a table of narrow columns, if it is one. A column of numbering is no column of its own:
/// numbered headings and lists would be tables.
std::optional<PdfRegion> narrowTable(PdfRegion region, const std::vector<PdfRow>& rows)
{
    for (std::size_t column = 0; column + 1 < region.columns.size();) {
        const Boundary boundary = boundaryAfter(region, rows, column);
        if (boundary.isClear) {
            ++column;
            continue;
        }
        if (boundary.rows < 2 || !linesUp(boundary)) {
            return std::nullopt;
        }
        if (column > 0 || !boundary.numbers) {
            ++column;
            continue;
        }
        region.columns[0].right = region.columns[1].right;
        region.columns.erase(region.columns.begin() + 1);
    }
    // What is left of the rows that had two cells: a heading of wide letters is one column again.
    const std::size_t taken = std::exchange(region.fullRows, filledRows(region, rows));
    const bool isMostly = region.fullRows * 3 >= taken * 2;
    return isMostly && isTable(region, rows) ? std::optional(std::move(region)) : std::nullopt;
}

bool tellsMore(const PdfRegion& narrow, const PdfRegion& wide)
{
    return narrow.last > wide.last ||
           (narrow.last == wide.last && narrow.columns.size() > wide.columns.size());
}

} // namespace

std::vector<PdfTable> findTables(const PdfPage& page)
{
    std::vector<PdfTable> tables;
    const std::vector<PdfRow> rows = rowsOf(page, kCellGap);
    std::vector<PdfRow> narrowRows = rowsOf(page, kNarrowGap);
    joinNumbering(narrowRows);
    std::size_t narrowFrom = 0;
    for (std::size_t i = 0; i < rows.size();) {
        if (narrowRows[i].cells.size() < 2 && rows[i].cells.size() < 2) {
            ++i;
            continue;
        }
        const bool isWide = rows[i].cells.size() >= 2;
        const PdfRegion wide = isWide ? regionFrom(rows, i) : PdfRegion{i, i, 0, {}};
        const bool isWideTable = isWide && isTable(wide, rows);
        if (i >= narrowFrom && narrowRows[i].cells.size() >= 2) {
            const PdfRegion found = regionFrom(narrowRows, i);
            auto narrow = narrowTable(found, narrowRows);
            if (narrow && (!isWideTable || tellsMore(*narrow, wide))) {
                tables.push_back(tableOf(*narrow, narrowRows));
                i = narrow->last + 1;
                continue;
            }
            narrowFrom = !narrow && found.fullRows > 6 ? found.last + 1 : i + 1;
        }
        if (isWideTable) {
            tables.push_back(tableOf(wide, rows));
            i = wide.last + 1;
        } else {
            // A title above may have spoilt the columns: try again from the next row, but not over a whole
            // page of two columns again and again.
            i = wide.fullRows > 6 ? wide.last + 1 : i + 1;
        }
    }
    return tables;
}

} // namespace parley::server::knowledge
