// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::knowledge {

/// One piece of a document's structure, the same for every format.
struct Block {
    enum class Kind { Heading, Paragraph, ListItem, TableRow, Code };

    Kind kind = Kind::Paragraph;
    int level = 0;    ///< of a heading 1..6, of a list item its depth from 1
    std::string text; ///< UTF-8; a list item with its marker ("- ", "2. "), a row as "Plan: Team | Price: 9"
    int page = 0;     ///< from 1; 0 = the source has no pages
};

/// What came out of a source.
struct ExtractedDocument {
    std::string
        title; ///< of the source itself: <title>, the front matter's, the first level-1 heading; may be empty
    std::vector<Block> blocks;
};

/// One line, runs of white space as one space, none at the ends.
std::string collapsedSpace(std::string_view text);

/// A row under its column titles: "Plan: Team | Price: 9"; cells without a title stand alone, empty ones fall
/// out.
std::string tableRow(const std::vector<std::string>& header, const std::vector<std::string>& cells);

} // namespace parley::server::knowledge
