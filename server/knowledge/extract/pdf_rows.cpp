// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/pdf_rows.h"

#include "server/knowledge/extract/pdf_lines.h"

#include <algorithm>
#include <array>

namespace parley::server::knowledge {

namespace {

constexpr double kRowGap = 2.5;       // font sizes of white between two rows of one table
constexpr std::size_t kMaxRows = 400; // of one table on a page

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

void splitCells(const PdfPage& page, PdfRow& row, double gap)
{
    std::sort(row.words.begin(), row.words.end(), [&](std::size_t a, std::size_t b) {
        return page.words[a].left < page.words[b].left;
    });
    for (const std::size_t index : row.words) {
        const PdfWord& word = page.words[index];
        const bool afterMarker = row.cells.size() == 1 && row.cells[0].words.size() == 1 &&
                                 isListMarker(row.cells[0].words[0]->text);
        if (row.cells.empty() ||
            (!afterMarker && word.left - row.cells.back().right > gap * std::min(word.size, word.height()))) {
            row.cells.push_back(PdfCell{word.left, word.right, {}});
        }
        row.cells.back().right = std::max(row.cells.back().right, word.right);
        row.cells.back().words.push_back(&word);
    }
}

/// The columns with the cells of one more row: what overlaps becomes one.
std::vector<PdfColumn> merged(std::vector<PdfColumn> columns, const std::vector<PdfCell>& cells)
{
    for (const PdfCell& cell : cells) {
        columns.push_back(PdfColumn{cell.left, cell.right});
    }
    std::sort(columns.begin(), columns.end(), [](const PdfColumn& a, const PdfColumn& b) {
        return a.left < b.left;
    });
    std::vector<PdfColumn> out;
    for (const PdfColumn& column : columns) {
        if (!out.empty() && column.left < out.back().right) {
            out.back().right = std::max(out.back().right, column.right);
        } else {
            out.push_back(column);
        }
    }
    return out;
}

bool takesIn(PdfRegion& region, const std::vector<PdfRow>& rows, const PdfRow& row)
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
               columnOf(columns, row.cells[0]) > 0 && gap <= kPdfWrapGap * row.size;
    }
    const std::size_t least = before <= 2 ? 2 : before - 1;
    if (columns.size() < least) {
        return false;
    }
    region.columns = std::move(columns);
    ++region.fullRows;
    return true;
}

} // namespace

std::vector<PdfRow> rowsOf(const PdfPage& page, double gap)
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
    std::vector<PdfRow> rows;
    double line = 0;
    for (const std::size_t index : order) {
        const PdfWord& word = page.words[index];
        if (rows.empty() ||
            middle(word) - line > 0.4 * std::min(word.height(), rows.back().bottom - rows.back().top)) {
            rows.push_back(PdfRow{word.top, word.bottom, word.size, {}, {}});
            line = middle(word);
        }
        PdfRow& row = rows.back();
        row.top = std::min(row.top, word.top);
        row.bottom = std::max(row.bottom, word.bottom);
        row.words.push_back(index);
    }
    for (PdfRow& row : rows) {
        splitCells(page, row, gap);
    }
    return rows;
}

std::size_t columnOf(const std::vector<PdfColumn>& columns, const PdfCell& cell)
{
    for (std::size_t i = columns.size(); i-- > 1;) {
        if (cell.left >= columns[i].left - 0.01) {
            return i;
        }
    }
    return 0;
}

PdfRegion regionFrom(const std::vector<PdfRow>& rows, std::size_t first)
{
    PdfRegion region{first, first, 1, merged({}, rows[first].cells)};
    for (std::size_t next = first + 1; next < rows.size() && next - first < kMaxRows; ++next) {
        if (!takesIn(region, rows, rows[next])) {
            break;
        }
        region.last = next;
    }
    return region;
}

} // namespace parley::server::knowledge
