// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/pdf_margins.h"

#include "shared/core/text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace parley::server::knowledge {

namespace {

constexpr double kMargin = 0.13; // of the page's height, at both ends
constexpr double kWideMargin = 0.25;
constexpr std::size_t kRepeats = 3;
constexpr long kFarthestOffset = 60; // cover and table of contents may be numbered apart
constexpr std::size_t kLongestLine = 200;
constexpr unsigned kMaxNumbers = 3; // of a line that may follow the page's
constexpr std::size_t kMaxSeen = 10'000;
constexpr std::string_view kPageNumber = "page number";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A number and whether it is written by its distance to the page's own.
std::string numberText(const std::string& digits, int page, bool relative)
{
    const long offset = std::strtol(digits.c_str(), nullptr, 10) - page;
    return relative && std::labs(offset) <= kFarthestOffset ? "{" + std::to_string(offset) + "}" : digits;
}

/// "Page 12 of 90" on page 14, with the first number relative: "page {-2} of 90". Which numbers follow the
/// page's is not known; bit i of `relative` stands for number i.
std::string relativeToPage(const std::string& line, int page, unsigned relative)
{
    std::string out;
    unsigned number = 0;
    for (std::size_t i = 0; i < line.size();) {
        std::size_t end = i;
        while (end < line.size() && isDigit(line[end]) && end - i < 6) {
            ++end;
        }
        if (end == i) {
            out.push_back(line[i++]);
            continue;
        }
        const bool isRelative = number < kMaxNumbers && (relative >> number & 1U) != 0;
        out += numberText(line.substr(i, end - i), page, isRelative);
        ++number;
        i = end;
    }
    return asciiLower(out);
}

unsigned numbersIn(const std::string& line)
{
    unsigned count = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        count += isDigit(line[i]) && (i == 0 || !isDigit(line[i - 1])) ? 1U : 0U;
    }
    return std::min(count, kMaxNumbers);
}

/// "7", "- 7 -", "7/12", "[7]" on page 7: nothing but the page's own number.
bool isPageNumber(const std::string& line, int page)
{
    const std::string relative = relativeToPage(line, page, ~0U);
    return relative.find("{0}") != std::string::npos && relative.size() <= 12 &&
           relative.find_first_not_of("{}0123456789 -/|[]().") == std::string::npos;
}

bool hasLetters(const std::string& text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
    });
}

std::vector<std::string> keysOf(const PdfLine& line, int page)
{
    if (isPageNumber(line.text, page)) {
        return {std::string(kPageNumber)};
    }
    std::vector<std::string> keys;
    const std::string place = std::to_string(std::lround(line.top / 3)) + " ";
    for (unsigned relative = 0; relative < 1U << numbersIn(line.text); ++relative) {
        keys.push_back(place + relativeToPage(line.text, page, relative));
    }
    return keys;
}

} // namespace

void RunningLines::add(int page, const std::vector<PdfLine>& lines, double height, double bodySize)
{
    auto& keys = m_keys[page];
    double topmost = height * kWideMargin;
    double lowest = height * (1 - kWideMargin);
    for (const PdfLine& line : lines) {
        topmost = line.rotation == 0 ? std::min(topmost, line.bottom) : topmost;
        lowest = line.rotation == 0 ? std::max(lowest, line.top) : lowest;
    }
    // The outermost lines, also where the margins are wide.
    const double first = std::max(height * kMargin, topmost);
    const double last = std::min(height * (1 - kMargin), lowest);
    for (const PdfLine& line : lines) {
        Keys variants;
        const bool outside = line.bottom <= first || line.top >= last;
        if (line.rotation == 0 && !line.row && outside && line.text.size() <= kLongestLine &&
            line.size <= bodySize * 1.15) {
            variants = keysOf(line, page);
        }
        for (const std::string& key : variants) {
            m_pages[key].insert(page);
        }
        keys.push_back(std::move(variants));
    }
}

bool RunningLines::repeats(const Keys& keys, std::string& which) const
{
    for (const std::string& key : keys) {
        if (m_pages.at(key).size() >= kRepeats) {
            which = key;
            return true;
        }
    }
    return false;
}

std::vector<PdfLine> RunningLines::without(int page, std::vector<PdfLine> lines)
{
    std::vector<PdfLine> kept;
    const auto& keys = m_keys[page];
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string key;
        if (keys[i].size() == 1 && keys[i].front() == kPageNumber) {
            continue;
        }
        if (!repeats(keys[i], key)) {
            kept.push_back(std::move(lines[i]));
        } else if (m_seen.size() < kMaxSeen && m_seen.insert(key).second && hasLetters(lines[i].text)) {
            kept.push_back(std::move(lines[i]));
        }
    }
    return kept;
}

void RunningLines::forgetKey(const std::string& key, int page)
{
    if (const auto at = m_pages.find(key); at != m_pages.end()) {
        at->second.erase(page);
        if (at->second.empty()) {
            m_pages.erase(at);
        }
    }
}

void RunningLines::forget(int page)
{
    while (!m_keys.empty() && m_keys.begin()->first < page) {
        const int old = m_keys.begin()->first;
        for (const Keys& variants : m_keys.begin()->second) {
            for (const std::string& key : variants) {
                forgetKey(key, old);
            }
        }
        m_keys.erase(m_keys.begin());
    }
}

} // namespace parley::server::knowledge
