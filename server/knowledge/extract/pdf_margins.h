// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/pdf_lines.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace parley::server::knowledge {

/// Finds the lines at the top and bottom of pages that come again and again: running titles, page numbers.
/// What stands alike (a number may follow the page's own) on three of the pages around is one.
class RunningLines {
public:
    /// Pages on each side that are compared.
    static constexpr int kWindow = 8;

    /// @param bodySize  font size of the text; larger lines are titles, not running ones
    void add(int page, const std::vector<PdfLine>& lines, double height, double bodySize);

    /// The lines of the page without the running ones; each of those stays where it came first.
    /// @pre the pages up to page + kWindow have been added
    std::vector<PdfLine> without(int page, std::vector<PdfLine> lines);

    /// Forgets what stands before `page`.
    void forget(int page);

private:
    using Keys = std::vector<std::string>; ///< of one line: how it may come again; empty = no candidate

    [[nodiscard]] bool repeats(const Keys& keys, std::string& which) const;
    void forgetKey(const std::string& key, int page);

    std::map<int, std::vector<Keys>> m_keys; ///< by page, as many as lines
    std::map<std::string, std::set<int>> m_pages;
    std::set<std::string> m_seen;
};

} // namespace parley::server::knowledge
