// SPDX-License-Identifier: MIT
#include "server/knowledge/chunker.h"

#include "server/nlp/code_points.h"
#include "server/nlp/sentences.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace parley::server::knowledge {
namespace {

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

nlohmann::json toJson(const Block& block)
{
    return {static_cast<int>(block.kind), block.level, block.text, block.page};
}

Block blockFrom(const nlohmann::json& json)
{
    Block block;
    block.kind = static_cast<Block::Kind>(json.at(0).get<int>());
    block.level = json.at(1).get<int>();
    block.text = json.at(2).get<std::string>();
    block.page = json.at(3).get<int>();
    return block;
}

} // namespace

ChunkBuilder::ChunkBuilder(std::string title, const ChunkSizes& sizes)
    : m_sizes(sizes), m_title(std::move(title))
{}

void ChunkBuilder::add(Block block)
{
    if (m_last) {
        place(*m_last, &block);
    }
    m_last = std::move(block);
}

void ChunkBuilder::finish()
{
    if (m_last) {
        place(*m_last, nullptr);
        m_last.reset();
    }
    emitFull(true);
}

std::vector<Chunk> ChunkBuilder::take()
{
    return std::exchange(m_ready, {});
}

void ChunkBuilder::place(const Block& block, const Block* next)
{
    if (block.kind == Block::Kind::Heading) {
        emitFull(true);
        enterHeading(block);
    } else {
        addBlock(block, next);
        emitFull(false);
    }
}

void ChunkBuilder::enterHeading(const Block& heading)
{
    const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 6));
    for (std::size_t i = level - 1; i < m_path.size(); ++i) {
        m_path[i].clear();
    }
    m_path[level - 1] = level == 1 && heading.text == m_title ? std::string() : heading.text;
}

void ChunkBuilder::addBlock(const Block& block, const Block* next)
{
    const bool listFollows =
        next != nullptr && (next->kind == Block::Kind::ListItem || next->kind == Block::Kind::TableRow);
    if (block.kind != Block::Kind::Paragraph) {
        Piece piece;
        piece.newParagraph = m_open.empty() || !m_open.back().line;
        piece.line = true;
        piece.keepsNext = listFollows && next->kind == block.kind;
        addPiece(block.text, block, std::move(piece));
        return;
    }
    const std::vector<nlp::Sentence> sentences = nlp::splitSentences(block.text);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        Piece piece;
        piece.newParagraph = i == 0;
        piece.keepsNext = i + 1 == sentences.size() && listFollows && sentences[i].text.ends_with(':');
        addPiece(sentences[i].text, block, std::move(piece));
    }
}

void ChunkBuilder::addPiece(std::string_view text, const Block& block, Piece piece)
{
    piece.page = block.page;
    piece.words = wordCount(text);
    if (piece.words <= m_sizes.most) {
        piece.text = text;
        m_open.push_back(std::move(piece));
        return;
    }
    piece.keepsNext = false;
    for (std::string& part : cutBetweenWords(text, m_sizes.target)) {
        piece.words = wordCount(part);
        piece.text = std::move(part);
        m_open.push_back(piece);
        piece.newParagraph = false;
    }
}

ChunkBuilder::Group ChunkBuilder::groupAt(std::size_t begin) const
{
    Group group;
    group.end = begin;
    group.isWhole = false;
    while (group.end < m_open.size() && !group.isWhole) {
        group.words += m_open[group.end].words;
        group.isWhole = !m_open[group.end++].keepsNext;
    }
    return group;
}

/// Finishes every chunk whose end is known. @param isEnd  the section ends here: nothing more comes
void ChunkBuilder::emitFull(bool isEnd)
{
    std::size_t words = 0;
    std::size_t end = 0;
    while (end < m_open.size()) {
        Group group = groupAt(end);
        if (group.words > m_sizes.most) { // too long to stay whole
            group.words = m_open[end].words;
            group.end = end + 1;
        } else if (!group.isWhole && !isEnd) {
            return; // what follows decides whether it fits
        }
        const bool full = words + group.words > m_sizes.most || words >= m_sizes.target;
        if (full && end > 0) {
            emit(end);
            const std::size_t next = overlapBegin(end);
            m_open.erase(m_open.begin(), m_open.begin() + static_cast<std::ptrdiff_t>(next));
            words = end = 0;
            continue;
        }
        words += group.words;
        end = group.end;
    }
    if (isEnd && end > 0) {
        emit(end);
        m_open.clear();
    }
}

/// Where the next chunk begins: some whole prose sentences before `end`, so that what spans the cut is found.
std::size_t ChunkBuilder::overlapBegin(std::size_t end) const
{
    std::size_t at = end;
    std::size_t words = 0;
    while (at > 1 && !m_open[at - 1].line && words + m_open[at - 1].words <= m_sizes.overlap) {
        words += m_open[--at].words;
    }
    return at;
}

void ChunkBuilder::emit(std::size_t end)
{
    Chunk chunk;
    chunk.ordinal = m_ordinal++;
    for (const std::string& heading : m_path) {
        if (!heading.empty()) {
            chunk.headings += (chunk.headings.empty() ? "" : " > ") + heading;
        }
    }
    chunk.page = m_open.front().page;
    for (std::size_t i = 0; i < end; ++i) {
        const Piece& piece = m_open[i];
        if (i > 0) {
            chunk.text += piece.newParagraph ? "\n\n" : piece.line ? "\n" : " ";
        }
        chunk.text += piece.text;
    }
    m_ready.push_back(std::move(chunk));
}

nlohmann::json ChunkBuilder::state() const
{
    nlohmann::json open = nlohmann::json::array();
    for (const Piece& piece : m_open) {
        open.push_back(
            {piece.text, piece.words, piece.newParagraph, piece.line, piece.keepsNext, piece.page});
    }
    return {{"path", m_path},
            {"last", m_last ? toJson(*m_last) : nlohmann::json()},
            {"open", std::move(open)},
            {"ordinal", m_ordinal}};
}

bool ChunkBuilder::restore(const nlohmann::json& state)
{
    try {
        state.at("path").get_to(m_path);
        const nlohmann::json& last = state.at("last");
        m_last = last.is_null() ? std::optional<Block>() : std::optional<Block>(blockFrom(last));
        m_open.clear();
        for (const nlohmann::json& json : state.at("open")) {
            m_open.push_back({json.at(0).get<std::string>(),
                              json.at(1).get<std::size_t>(),
                              json.at(2).get<bool>(),
                              json.at(3).get<bool>(),
                              json.at(4).get<bool>(),
                              json.at(5).get<int>()});
        }
        m_ordinal = state.at("ordinal").get<int>();
        m_ready.clear();
        return true;
    } catch (const nlohmann::json::exception&) {
        return false;
    }
}

std::vector<Chunk> chunkDocument(const ExtractedDocument& document, const ChunkSizes& sizes)
{
    ChunkBuilder builder(document.title, sizes);
    for (const Block& block : document.blocks) {
        builder.add(block);
    }
    builder.finish();
    return builder.take();
}

} // namespace parley::server::knowledge
