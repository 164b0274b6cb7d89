// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/plain_text.h"

#include "server/nlp/sentences.h"
#include "shared/core/text.h"

namespace parley::server::knowledge {

ExtractedDocument extractPlainText(std::string_view text)
{
    ExtractedDocument document;
    std::string open;
    Block::Kind kind = Block::Kind::Paragraph;
    const auto close = [&] {
        std::string line = collapsedSpace(open);
        if (!line.empty()) {
            document.blocks.push_back(Block{kind, kind == Block::Kind::ListItem ? 1 : 0, std::move(line), 0});
        }
        open.clear();
        kind = Block::Kind::Paragraph;
    };
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = text.find('\n', begin);
        end = end == std::string_view::npos ? text.size() : end;
        const std::string_view line = trimmed(text.substr(begin, end - begin));
        const bool item = nlp::listMarkerLength(line) > 0;
        if (line.empty() || item) {
            close();
        }
        if (item) {
            kind = Block::Kind::ListItem;
        }
        open.append(line).push_back('\n');
        begin = end + 1;
    }
    close();
    return document;
}

} // namespace parley::server::knowledge
