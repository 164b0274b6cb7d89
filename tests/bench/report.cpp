// SPDX-License-Identifier: MIT
#include "tests/bench/report.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace parley::bench {

namespace {

std::string fixed(double value, int digits)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

std::string shareText(const std::optional<double>& share)
{
    return share ? fixed(*share * 100, *share < 0.1 ? 1 : 0) + " %" : "";
}

} // namespace

void Report::add(Row row)
{
    std::printf("%-62s %16s", row.what.c_str(), row.value.c_str());
    if (row.share) {
        std::printf("  %6s of %s", shareText(row.share).c_str(), row.ceiling.c_str());
    }
    if (!row.p50.empty()) {
        std::printf("  p50 %s p99 %s", row.p50.c_str(), row.p99.c_str());
    }
    std::printf("%s%s\n", row.note.empty() ? "" : "  ", row.note.c_str());
    std::fflush(stdout);
    m_rows.push_back(std::move(row));
}

std::string Report::markdown(const std::string& machine) const
{
    std::string out = "### " + m_title + "\n\n" + machine + "\n\nMade by `" + m_command + "`.\n\n";
    out += "| what | value | ceiling or aim | share | p50 | p99 | note |\n|---|---|---|---|---|---|---|\n";
    for (const Row& row : m_rows) {
        out += "| " + row.what + " | " + row.value + " | " + row.ceiling + " | " + shareText(row.share) +
               " | " + row.p50 + " | " + row.p99 + " | " + row.note + " |\n";
    }
    return out;
}

std::string grouped(double value)
{
    if (value < 100) {
        return fixed(value, 1);
    }
    std::string digits = fixed(value, 0);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    return digits;
}

std::string duration(std::chrono::nanoseconds time)
{
    const auto ns = static_cast<double>(time.count());
    if (ns < 1e6) {
        return fixed(ns / 1e3, ns < 1e5 ? 1 : 0) + " µs";
    }
    return ns < 1e9 ? fixed(ns / 1e6, ns < 1e8 ? 1 : 0) + " ms" : fixed(ns / 1e9, 1) + " s";
}

std::string duration(std::uint64_t nanoseconds)
{
    return duration(std::chrono::nanoseconds(static_cast<std::int64_t>(nanoseconds)));
}

std::string bytes(double count)
{
    return count < 1024 * 1024 ? fixed(count / 1024, 1) + " KB" : fixed(count / 1024 / 1024, 1) + " MB";
}

Row loadRow(std::string what,
            const LoadResult& result,
            double ceilingPerSecond,
            const std::string& ceilingName)
{
    Row row;
    row.what = std::move(what);
    row.value = grouped(result.perSecond()) + "/s";
    if (ceilingPerSecond > 0) {
        row.ceiling = grouped(ceilingPerSecond) + "/s " + ceilingName;
        row.share = result.perSecond() / ceilingPerSecond;
    }
    row.p50 = duration(result.latency.quantile(0.5));
    row.p99 = duration(result.latency.quantile(0.99));
    if (result.failures() > 0) {
        row.note = std::to_string(result.refused) + " refused, " + std::to_string(result.broken) +
                   " broken, " + std::to_string(result.unanswered) + " unanswered";
        if (!result.firstRefusal.empty()) {
            std::fprintf(stderr, "%s: first refusal: %s\n", row.what.c_str(), result.firstRefusal.c_str());
        }
    }
    return row;
}

} // namespace parley::bench
