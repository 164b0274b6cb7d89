// SPDX-License-Identifier: MIT
#include "server/knowledge/chunker.h"

#include "server/nlp/code_points.h"
#include "server/nlp/sentences.h"

#include <algorithm>
#include <array>

namespace parley::server::knowledge {
namespace {

/// The smallest piece that moves between chunks.
struct Piece {
    std::string text;
    std::size_t words = 0;
    bool newParagraph = false; ///< a blank line goes before it
    bool line = false;         ///< a line of its own (list item, row, code)
    bool keepsNext = false;    ///< introduces a list, or is one of its items but the last
    int page = 0;
};

std::size_t wordCount(std::string_view text)
{
    std::size_t halves = 0;
    bool inWord = false;
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = nlp::decodeAt(text, position);
        const bool word = !nlp::isSpace(c);
        if (nlp::isUnspaced(c)) {
            halves += 1;
        } else if (word && !inWord) {
            halves += 2;
        }
        inWord = word;
    }
    return (halves + 1) / 2;
}

/// Cuts a text without sentence ends into parts of at most `most` words.
std::vector<std::string> cutBetweenWords(std::string_view text, std::size_t most)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    std::size_t halves = 0;
    bool inWord = false;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t at = position;
        const char32_t c = nlp::decodeAt(text, position);
        const bool word = !nlp::isSpace(c);
        const std::size_t more = nlp::isUnspaced(c) ? 1 : word && !inWord ? 2 : 0;
        if (halves + more > 2 * most && more > 0) {
            parts.emplace_back(text.substr(begin, at - begin));
            begin = at;
            halves = 0;
        }
        halves += more;
        inWord = word;
    }
    parts.emplace_back(text.substr(begin));
    return parts;
}

class Chunker {
public:
    Chunker(const ExtractedDocument& document, const ChunkSizes& sizes) : m_document(document), m_sizes(sizes)
    {}

    std::vector<Chunk> run()
    {
        const std::vector<Block>& blocks = m_document.blocks;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            if (blocks[i].kind == Block::Kind::Heading) {
                closeSection();
                enterHeading(blocks[i]);
            } else {
                addBlock(blocks[i], i + 1 < blocks.size() ? &blocks[i + 1] : nullptr);
            }
        }
        closeSection();
        return std::move(m_chunks);
    }

private:
    void enterHeading(const Block& heading)
    {
        const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 6));
        for (std::size_t i = level - 1; i < m_path.size(); ++i) {
            m_path[i].clear();
        }
        // The first level-1 heading repeats the title.
        m_path[level - 1] = level == 1 && heading.text == m_document.title ? std::string() : heading.text;
    }

    [[nodiscard]] std::string headings() const
    {
        std::string path;
        for (const std::string& heading : m_path) {
            if (!heading.empty()) {
                path += (path.empty() ? "" : " > ") + heading;
            }
        }
        return path;
    }

    void addBlock(const Block& block, const Block* next)
    {
        const bool line = block.kind != Block::Kind::Paragraph;
        const bool listFollows =
            next != nullptr && (next->kind == Block::Kind::ListItem || next->kind == Block::Kind::TableRow);
        if (line) {
            addPiece(block.text,
                     block,
                     m_section.empty() || !m_section.back().line,
                     true,
                     listFollows && next->kind == block.kind);
            return;
        }
        const std::vector<nlp::Sentence> sentences = nlp::splitSentences(block.text);
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            const bool last = i + 1 == sentences.size();
            addPiece(sentences[i].text,
                     block,
                     i == 0,
                     false,
                     last && listFollows && sentences[i].text.ends_with(':'));
        }
    }

    void addPiece(std::string_view text, const Block& block, bool newParagraph, bool line, bool keepsNext)
    {
        const std::size_t words = wordCount(text);
        if (words <= m_sizes.most) {
            m_section.push_back(Piece{std::string(text), words, newParagraph, line, keepsNext, block.page});
            return;
        }
        for (std::string& part : cutBetweenWords(text, m_sizes.target)) {
            const std::size_t count = wordCount(part);
            m_section.push_back(Piece{std::move(part), count, newParagraph, line, false, block.page});
            newParagraph = false;
        }
    }

    /// How many words stay together from `i` on (a list with its introduction); the end behind them.
    [[nodiscard]] std::size_t groupEnd(std::size_t i, std::size_t& words) const
    {
        words = 0;
        std::size_t end = i;
        while (end < m_section.size()) {
            words += m_section[end].words;
            if (!m_section[end++].keepsNext) {
                break;
            }
        }
        return end;
    }

    void closeSection()
    {
        std::size_t begin = 0;
        while (begin < m_section.size()) {
            std::size_t words = 0;
            std::size_t end = begin;
            while (end < m_section.size()) {
                std::size_t groupWords = 0;
                std::size_t behind = groupEnd(end, groupWords);
                if (words + groupWords > m_sizes.most && groupWords > m_sizes.most) {
                    groupWords = m_section[end].words; // too long to stay whole
                    behind = end + 1;
                }
                const bool full = words + groupWords > m_sizes.most || words >= m_sizes.target;
                if (full && end > begin) {
                    break;
                }
                words += groupWords;
                end = behind;
            }
            emit(begin, end);
            if (end >= m_section.size()) {
                break;
            }
            begin = overlapBegin(begin, end);
        }
        m_section.clear();
    }

    /// Where the next chunk begins: some whole prose sentences before `end`, so that what spans the cut is
    /// found.
    [[nodiscard]] std::size_t overlapBegin(std::size_t begin, std::size_t end) const
    {
        std::size_t at = end;
        std::size_t words = 0;
        while (at > begin + 1 && !m_section[at - 1].line &&
               words + m_section[at - 1].words <= m_sizes.overlap) {
            words += m_section[--at].words;
        }
        return at;
    }

    void emit(std::size_t begin, std::size_t end)
    {
        Chunk chunk;
        chunk.ordinal = static_cast<int>(m_chunks.size());
        chunk.headings = headings();
        chunk.page = m_section[begin].page;
        for (std::size_t i = begin; i < end; ++i) {
            const Piece& piece = m_section[i];
            if (i > begin) {
                chunk.text += piece.newParagraph ? "\n\n" : piece.line ? "\n" : " ";
            }
            chunk.text += piece.text;
        }
        m_chunks.push_back(std::move(chunk));
    }

    const ExtractedDocument& m_document;
    ChunkSizes m_sizes;
    std::array<std::string, 6> m_path;
    std::vector<Piece> m_section;
    std::vector<Chunk> m_chunks;
};

} // namespace

std::vector<Chunk> chunkDocument(const ExtractedDocument& document, const ChunkSizes& sizes)
{
    return Chunker(document, sizes).run();
}

} // namespace parley::server::knowledge
