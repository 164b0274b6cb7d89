// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::knowledge {

/// One passage of a document: what is indexed, found and cited.
struct Chunk {
    int ordinal = 0;      ///< from 0, in the document's order
    std::string headings; ///< the path to it, "Billing > Refunds", without the document's own title
    std::string text;     ///< blocks on lines of their own, paragraphs apart by a blank line
    int page = 0;         ///< where it begins, from 1; 0 = no pages
};

/// Sizes in words (characters of scripts without spaces count half a word).
struct ChunkSizes {
    std::size_t target = 200;
    std::size_t most = 250;
    std::size_t overlap = 50; ///< last sentences that the next chunk of the same section begins with
};

/// Cuts blocks into chunks as they come: along headings, then paragraphs, then sentences; a list or a table
/// stays whole where it fits, and takes the line that introduces it along. A single sentence longer than
/// `most` is cut between words. What it holds is bounded by the sizes, however long the document is. The same
/// blocks give the same chunks, also when it was put away in between by state(). @thread any, one at a time
class ChunkBuilder {
public:
    /// @param title  of the document: a level-1 heading that repeats it is no part of the headings' path
    explicit ChunkBuilder(std::string title = {}, const ChunkSizes& sizes = {});

    void add(Block block);
    /// After the last block.
    void finish();

    /// The chunks finished so far, once each.
    std::vector<Chunk> take();
    [[nodiscard]] const std::vector<Chunk>& ready() const { return m_ready; }
    /// The ordinal of the next chunk to be finished.
    [[nodiscard]] int nextOrdinal() const { return m_ordinal; }

    /// Everything but the ready chunks, to go on from later.
    [[nodiscard]] nlohmann::json state() const;
    /// @param state  of an earlier builder with the same title and sizes. @return false: it is not one
    bool restore(const nlohmann::json& state);

private:
    /// The smallest piece that moves between chunks.
    struct Piece {
        std::string text;
        std::size_t words = 0;
        bool newParagraph = false; ///< a blank line goes before it
        bool line = false;         ///< a line of its own (list item, row, code)
        bool keepsNext = false;    ///< introduces a list, or is one of its items but the last
        int page = 0;
    };
    /// What stays together from a piece on.
    struct Group {
        std::size_t end = 0;
        std::size_t words = 0;
        bool isWhole = true; ///< false: pieces to come may belong to it
    };

    void place(const Block& block, const Block* next);
    void enterHeading(const Block& heading);
    void addBlock(const Block& block, const Block* next);
    void addPiece(std::string_view text, const Block& block, Piece piece);
    [[nodiscard]] Group groupAt(std::size_t begin) const;
    void emitFull(bool isEnd);
    [[nodiscard]] std::size_t overlapBegin(std::size_t end) const;
    void emit(std::size_t end);

    ChunkSizes m_sizes;
    std::string m_title;
    std::array<std::string, 6> m_path;
    std::optional<Block> m_last; ///< waits for the block behind it
    std::vector<Piece> m_open;   ///< of the section, from where the next chunk begins
    std::vector<Chunk> m_ready;
    int m_ordinal = 0;
};

/// The chunks of a document that is there as a whole. @thread any
std::vector<Chunk> chunkDocument(const ExtractedDocument& document, const ChunkSizes& sizes = {});

} // namespace parley::server::knowledge
