// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block.h"
#include "server/knowledge/extract/pdf_lines.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::knowledge {

/// Which font sizes a document uses, by letters.
class FontSizes {
public:
    void add(const std::vector<PdfLine>& lines);

    /// The size of the running text; 0 when there is none.
    [[nodiscard]] double body() const;
    /// Whether the running text is bold itself, so that bold says nothing.
    [[nodiscard]] bool mostlyBold() const { return m_bold * 2 > m_letters; }

private:
    std::map<int, std::uint64_t> m_letterCounts; ///< by half points
    std::uint64_t m_bold = 0;
    std::uint64_t m_letters = 0;
};

/// Lines of a page as headings, paragraphs, items and rows. Words that a line end cuts are joined again.
std::vector<Block> blocksOf(const std::vector<PdfLine>& lines, int page, const FontSizes& sizes);

/// Appends the next line to a text: a hyphen at its end goes where the word goes on in lower case, scripts
/// without spaces get none.
void appendLine(std::string& text, std::string_view line);

/// Whether `next` goes on with the sentence that `text` breaks off in.
bool goesOn(std::string_view text, std::string_view next);

} // namespace parley::server::knowledge
