// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace parley::test {

/// Writes simple PDFs: lines of text at a place, in Helvetica or its bold. Text is in Latin letters of PDF's
/// standard encoding.
class PdfWriter {
public:
    void newPage() { m_pages.emplace_back(); }
    /// @param y  from the top of a page of 612 by 792 points
    void text(double x, double y, double size, const std::string& words, bool bold = false);
    /// Lines under each other, 14 points apart. @return where the next one goes
    double paragraph(double y, const std::vector<std::string>& lines);
    void title(const std::string& text) { m_title = text; }
    /// What the page tree claims instead of the true number.
    void claimPages(int count) { m_claimed = count; }

    [[nodiscard]] std::string bytes() const;

private:
    std::vector<std::string> m_pages;
    std::string m_title;
    int m_claimed = -1;
};

} // namespace parley::test
