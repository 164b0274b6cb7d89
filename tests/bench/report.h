// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/load.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace parley::bench {

/// One line of the table.
struct Row {
    std::string what;
    std::string value;
    std::string ceiling; ///< value and meaning of what bounds it; empty for a ceiling itself
    /// Part of the ceiling that was reached, 1 = all of it. For times and memory: ceiling / value.
    std::optional<double> share;
    std::string p50;
    std::string p99;
    std::string note;
};

/// The results of one run, printed as they come and written as a Markdown table at the end.
class Report {
public:
    Report(std::string title, std::string command) : m_title(std::move(title)), m_command(std::move(command))
    {}

    void add(Row row);
    /// @param machine  see describeMachine()
    std::string markdown(const std::string& machine) const;

private:
    std::string m_title;
    std::string m_command;
    std::vector<Row> m_rows;
};

/// "12,345" and, below 100, one digit after the point.
std::string grouped(double value);
/// "850 µs", "1.2 ms", "3.4 s".
std::string duration(std::chrono::nanoseconds time);
std::string duration(std::uint64_t nanoseconds);
/// "12.3 KB", "38.0 MB"; 1 KB = 1,024 bytes.
std::string bytes(double count);
/// A row for a load: its rate, quantiles and, as the note, what failed.
Row loadRow(std::string what,
            const LoadResult& result,
            double ceilingPerSecond,
            const std::string& ceilingName);

} // namespace parley::bench
