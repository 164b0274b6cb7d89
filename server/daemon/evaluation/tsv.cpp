// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/tsv.h"

#include "shared/core/text.h"

#include <algorithm>
#include <fstream>

namespace parley::server::daemon::evaluation {

namespace {

std::vector<std::string> columnsOf(std::string_view line)
{
    std::vector<std::string> columns;
    std::size_t begin = 0;
    while (true) {
        const std::size_t tab = line.find('\t', begin);
        columns.emplace_back(line.substr(begin, tab - begin));
        if (tab == std::string_view::npos) {
            return columns;
        }
        begin = tab + 1;
    }
}

} // namespace

Result<std::vector<std::vector<std::string>>> readTsv(const std::string& file, std::size_t columns)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return fail(ErrorCode::NotFound, "There is no file " + file + " that can be read.");
    }
    std::vector<std::vector<std::string>> rows;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        if (line.empty() || (number == 1 && line.starts_with("# "))) {
            continue;
        }
        const std::string place = file + ", line " + std::to_string(number) + ": ";
        if (!isUtf8(line)) {
            return fail(ErrorCode::Malformed, place + "is not UTF-8.");
        }
        rows.push_back(columnsOf(line));
        if (rows.back().size() < columns) {
            return fail(ErrorCode::Malformed,
                        place + "has " + std::to_string(rows.back().size()) + " columns of " +
                            std::to_string(columns) + "; they are apart by tabs.");
        }
    }
    return rows;
}

std::string column(std::string_view text)
{
    std::string flat(text);
    std::replace_if(
        flat.begin(), flat.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return flat;
}

} // namespace parley::server::daemon::evaluation
