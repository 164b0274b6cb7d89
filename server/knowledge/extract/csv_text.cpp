// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/csv_text.h"

#include "shared/core/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace parley::server::knowledge {

namespace {

constexpr std::size_t kSampleLines = 20;
constexpr std::size_t kLongestColumnName = 60;
constexpr std::size_t kMaxColumns = 2'000;
constexpr std::size_t kLongestCell = 1
                                     << 20; // an opening quote that is never closed takes the rest of a file

/// How often a separator stands in each of the first lines, outside of quotes.
std::vector<std::size_t> countsByLine(std::string_view text, char separator)
{
    std::vector<std::size_t> counts(1, 0);
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == '\n' && !quoted) {
            if (counts.size() == kSampleLines) {
                return counts;
            }
            counts.push_back(0);
        } else if (c == separator && !quoted) {
            ++counts.back();
        }
    }
    if (counts.size() > 1) {
        counts.pop_back(); // what stands behind the last line end
    }
    return counts;
}

bool isNumber(std::string_view text)
{
    const bool digit = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool letter = std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
    });
    return digit && !letter;
}

} // namespace

char separatorOf(std::string_view text)
{
    char best = ',';
    std::size_t bestScore = 0;
    for (const char separator : {',', ';', '\t', '|'}) {
        const auto counts = countsByLine(text, separator);
        const std::size_t first = counts.front();
        const auto alike = static_cast<std::size_t>(std::count(counts.begin(), counts.end(), first));
        const std::size_t score =
            first == 0 ? 0 : alike * 1000 / counts.size() * 100 + std::min<std::size_t>(first, 99);
        if (score > bestScore) {
            best = separator;
            bestScore = score;
        }
    }
    return best;
}

bool isHeaderRow(const std::vector<std::string>& first, const std::vector<std::string>& second)
{
    if (first.size() < 2 || second.size() < 2) {
        return false;
    }
    std::set<std::string_view> seen;
    return std::all_of(first.begin(), first.end(), [&](const std::string& cell) {
        return !cell.empty() && cell.size() <= kLongestColumnName && !isNumber(cell) &&
               seen.insert(cell).second;
    });
}

void CsvReader::feed(std::string_view piece)
{
    if (m_separator == 0) {
        start(piece);
        if (piece.starts_with("sep=") && piece.find('\n') != std::string_view::npos) {
            piece.remove_prefix(piece.find('\n') + 1);
        }
    }
    for (const char c : piece) {
        take(c);
    }
}

void CsvReader::start(std::string_view piece)
{
    // Excel's own line says which separator follows.
    m_separator = piece.starts_with("sep=") && piece.size() > 4 ? piece[4] : separatorOf(piece);
}

void CsvReader::take(char c)
{
    if (m_quoted && m_cell.size() > kLongestCell) {
        m_quoted = false;
    }
    if (m_afterQuote) {
        m_afterQuote = false;
        if (c == '"') {
            m_cell.push_back('"');
            return;
        }
        m_quoted = false;
    }
    if (m_quoted) {
        m_afterQuote = c == '"';
        if (!m_afterQuote) {
            m_cell.push_back(c);
        }
    } else if (c == '"' && trimmed(m_cell).empty()) {
        m_quoted = true;
    } else if (c == m_separator) {
        endCell();
    } else if (c == '\n') {
        endRow();
    } else {
        m_cell.push_back(c);
    }
}

void CsvReader::endCell()
{
    if (m_cells.size() < kMaxColumns) {
        m_cells.push_back(collapsedSpace(m_cell));
    }
    m_cell.clear();
}

void CsvReader::endRow()
{
    endCell();
    std::vector<std::string> cells;
    cells.swap(m_cells);
    if (std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); })) {
        return;
    }
    ++m_rows;
    if (m_rows == 1) {
        m_first = std::move(cells);
        return;
    }
    if (m_rows == 2) {
        if (isHeaderRow(m_first, cells)) {
            m_header = std::move(m_first);
        } else {
            emit(m_first);
        }
    }
    emit(cells);
}

void CsvReader::emit(const std::vector<std::string>& cells)
{
    std::string row = tableRow(m_header, cells);
    if (!row.empty()) {
        m_sink.block(Block{Block::Kind::TableRow, 0, std::move(row), 0});
    }
}

void CsvReader::finish()
{
    m_quoted = false;
    endRow();
    if (m_rows == 1) {
        emit(m_first);
    }
}

} // namespace parley::server::knowledge
