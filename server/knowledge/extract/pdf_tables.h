// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/pdf_page.h"

#include <cstddef>
#include <string>
#include <vector>

namespace parley::server::knowledge {

/// A table of a page.
struct PdfTable {
    std::vector<std::string> rows;  ///< "Plan: Team | Price: 9", or "Team | 9" where no row names the columns
    std::vector<std::size_t> words; ///< indexes in the page that it is made of
};

/// Finds tables by geometry: rows of cells, apart by clear gaps, whose columns stand under each other.
/// Columns that stand closer than any gap in text has to be count where their cells line up.
/// Columns of running text are none: their cells are full of words. @source the thresholds: tried on printed
/// price lists, statements and articles in two and three columns
std::vector<PdfTable> findTables(const PdfPage& page);

} // namespace parley::server::knowledge
