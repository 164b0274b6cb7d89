// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block_sink.h"

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::knowledge {

/// Rows of comma-, semicolon- or tab-separated values, as "Plan: Team | Price: 9" where the first row names
/// the columns. Is fed in pieces. @source RFC 4180, with what programs write besides: other separators,
/// "sep=;"
class CsvReader {
public:
    explicit CsvReader(BlockSink& sink) : m_sink(sink) {}

    void feed(std::string_view piece);
    void finish();

private:
    void start(std::string_view piece);
    void take(char c);
    void endCell();
    void endRow();
    void emit(const std::vector<std::string>& cells);

    BlockSink& m_sink;
    char m_separator = 0; ///< 0 = not known yet
    bool m_quoted = false;
    bool m_afterQuote = false; ///< a quote within quotes: doubled, or the end
    std::string m_cell;
    std::vector<std::string> m_cells;
    std::vector<std::string> m_first; ///< the first row, until the second tells what it is
    std::vector<std::string> m_header;
    std::size_t m_rows = 0;
};

/// The separator that divides the first lines most evenly: ',', ';', '\t' or '|'.
char separatorOf(std::string_view text);

/// Whether a table's first row names its columns, by itself and the row after it: all cells filled,
/// different, short and no numbers.
bool isHeaderRow(const std::vector<std::string>& first, const std::vector<std::string>& second);

} // namespace parley::server::knowledge
