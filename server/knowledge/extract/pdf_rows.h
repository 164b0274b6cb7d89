// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/pdf_page.h"

#include <cstddef>
#include <vector>

namespace parley::server::knowledge {

/// Words of a row that stand together.
struct PdfCell {
    double left = 0;
    double right = 0;
    std::vector<const PdfWord*> words; ///< of the page, which outlives this
};

/// What stands at one height, cut into cells.
struct PdfRow {
    double top = 0;
    double bottom = 0;
    double size = 0;
    std::vector<PdfCell> cells;
    std::vector<std::size_t> words; ///< indexes in the page
};

struct PdfColumn {
    double left = 0;
    double right = 0;
};

/// Rows first..last whose cells share columns.
struct PdfRegion {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t fullRows = 1; ///< with two cells or more
    std::vector<PdfColumn> columns;
};

/// All rows of a page, from top to bottom. @param gap  white between two cells, in font sizes
std::vector<PdfRow> rowsOf(const PdfPage& page, double gap);

/// The rows from this one on that may be a table.
PdfRegion regionFrom(const std::vector<PdfRow>& rows, std::size_t first);

/// Where a cell of the region's rows stands.
std::size_t columnOf(const std::vector<PdfColumn>& columns, const PdfCell& cell);

/// Of two lines of one cell, in font sizes.
constexpr double kPdfWrapGap = 0.45;

} // namespace parley::server::knowledge
