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
constexpr std::size_t kMaxSeen = 10'000;
constexpr std::string_view kPageNumber = "page number";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// "Terms of use, page 12" on page 14 -> "terms of use, page {-2}".
std::string relativeToPage(const std::string& line, int page)
{
    std::string out;
    for (std::size_t i = 0; i < line.size();) {
        std::size_t end = i;
        while (end < line.size() && isDigit(line[end]) && end - i < 6) {
            ++end;
        }
        if (end == i) {
            out.push_back(line[i++]);
            continue;
        }
        const std::string number = line.substr(i, end - i);
        const long offset = std::strtol(number.c_str(), nullptr, 10) - page;
        out += std::labs(offset) <= kFarthestOffset ? "{" + std::to_string(offset) + "}" : number;
        i = end;
    }
    return asciiLower(out);
}

/// "7", "- 7 -", "7/12", "[7]" on page 7: nothing but the page's own number.
bool isPageNumber(const std::string& relative)
{
    return relative.find("{0}") != std::string::npos && relative.size() <= 12 &&
           relative.find_first_not_of("{}0123456789 -/|[]().") == std::string::npos;
}

bool hasLetters(const std::string& text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
    });
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
        std::string key;
        const bool outside = line.bottom <= first || line.top >= last;
        if (line.rotation == 0 && !line.row && outside && line.text.size() <= kLongestLine &&
            line.size <= bodySize * 1.15) {
            const std::string relative = relativeToPage(line.text, page);
            key = isPageNumber(relative) ? std::string(kPageNumber)
                                         : std::to_string(std::lround(line.top / 3)) + " " + relative;
            m_pages[key].insert(page);
        }
        keys.push_back(std::move(key));
    }
}

std::vector<PdfLine> RunningLines::without(int page, std::vector<PdfLine> lines)
{
    std::vector<PdfLine> kept;
    const auto& keys = m_keys[page];
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string& key = keys[i];
        if (key == kPageNumber) {
            continue;
        }
        if (key.empty() || m_pages[key].size() < kRepeats) {
            kept.push_back(std::move(lines[i]));
            continue;
        }
        if (m_seen.size() < kMaxSeen && m_seen.insert(key).second && hasLetters(lines[i].text)) {
            kept.push_back(std::move(lines[i]));
        }
    }
    return kept;
}

void RunningLines::forget(int page)
{
    while (!m_keys.empty() && m_keys.begin()->first < page) {
        const int old = m_keys.begin()->first;
        for (const std::string& key : m_keys.begin()->second) {
            if (const auto at = m_pages.find(key); at != m_pages.end()) {
                at->second.erase(old);
                if (at->second.empty()) {
                    m_pages.erase(at);
                }
            }
        }
        m_keys.erase(m_keys.begin());
    }
}

} // namespace parley::server::knowledge
