// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/block.h"

#include "server/nlp/code_points.h"

namespace parley::server::knowledge {

std::string collapsedSpace(std::string_view text)
{
    std::string out;
    bool space = false;
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = nlp::decodeAt(text, position);
        if (nlp::isSpace(c)) {
            space = !out.empty();
            continue;
        }
        if (c < 0x20 || c == 0x200B || c == 0xFEFF || c == 0xAD) {
            continue;
        }
        if (space) {
            out.push_back(' ');
            space = false;
        }
        nlp::appendUtf8(out, c);
    }
    return out;
}

std::string tableRow(const std::vector<std::string>& header, const std::vector<std::string>& cells)
{
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) {
            continue;
        }
        row += row.empty() ? "" : " | ";
        if (i < header.size() && !header[i].empty()) {
            row += header[i] + ": ";
        }
        row += cells[i];
    }
    return row;
}

} // namespace parley::server::knowledge
