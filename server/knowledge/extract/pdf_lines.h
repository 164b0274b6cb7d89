// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/pdf_page.h"

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::knowledge {

/// A line of text, or a row of a table.
struct PdfLine {
    std::string text; ///< in the order it is read
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    double size = 0; ///< the largest of its words that is no lone letter
    bool bold = false;
    bool row = false;
    int rotation = 0;
};

/// The lines of a page in reading order; the rows of a table stand together where it begins.
std::vector<PdfLine> linesOf(const PdfPage& page);

/// Words side by side as text: spaces as drawn, right-to-left scripts turned into reading order.
std::string joinedWords(const std::vector<const PdfWord*>& words);

/// "•", "–", "3.", "(a)", "iv)": what stands before an item of a list.
bool isListMarker(std::string_view text);

/// Text of right-to-left scripts as it is drawn, from left to right, into the order it is read; Latin words
/// and numbers in it keep theirs. Text without such letters stays.
/// @source Unicode Standard Annex #9, reduced to one level of embedding
std::string logicalOrder(std::string_view drawn);

} // namespace parley::server::knowledge
