// SPDX-License-Identifier: MIT
#include "server/knowledge/document_title.h"

#include "shared/core/text.h"

#include <algorithm>
#include <array>

namespace parley::server::knowledge {

namespace {

constexpr std::size_t kLongestTitle = 200; // code points, as the API takes them
constexpr std::size_t kShortestTitle = 3;
// What programs write where nobody wrote a title.
constexpr std::array<std::string_view, 10> kMadeUp = {"untitled",
                                                      "unbenannt",
                                                      "microsoft word",
                                                      "microsoft powerpoint",
                                                      "microsoft excel",
                                                      "powerpoint ",
                                                      "slide 1",
                                                      "new document",
                                                      "about:",
                                                      "title"};
constexpr std::array<std::string_view, 14> kEndings = {".pdf",
                                                       ".doc",
                                                       ".docx",
                                                       ".odt",
                                                       ".rtf",
                                                       ".htm",
                                                       ".html",
                                                       ".tex",
                                                       ".dvi",
                                                       ".indd",
                                                       ".md",
                                                       ".txt",
                                                       ".ppt",
                                                       ".pptx"};

/// "Document1", "Dokument 2".
bool isNumberedDocument(std::string_view title)
{
    for (const std::string_view name : {"document", "dokument", "presentation"}) {
        if (title.starts_with(name)) {
            return title.substr(name.size()).find_first_not_of(" 0123456789()") == std::string_view::npos;
        }
    }
    return false;
}

bool isPlace(std::string_view title)
{
    const bool isOneWord = title.find(' ') == std::string_view::npos;
    const bool isDrive = title.size() > 2 && title[1] == ':' && (title[2] == '\\' || title[2] == '/');
    return isDrive || title.find("://") != std::string_view::npos || title.starts_with('/') ||
           title.starts_with("\\\\") || (isOneWord && title.find_first_of("/\\") != std::string_view::npos);
}

} // namespace

std::string sensibleTitle(std::string_view title)
{
    std::string spaced;
    for (const char c : title) {
        const bool isSpace = static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
        if (!isSpace) {
            spaced += c;
        } else if (!spaced.empty() && spaced.back() != ' ') {
            spaced += ' ';
        }
    }
    while (!spaced.empty() && spaced.back() == ' ') {
        spaced.pop_back();
    }
    const std::string small = asciiLower(spaced);
    const bool isMadeUp = std::any_of(kMadeUp.begin(), kMadeUp.end(), [&](std::string_view known) {
        return known == "title" ? small == known : small.starts_with(known);
    });
    const bool isFile = std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
        return small.ends_with(ending);
    });
    const bool hasLetter = std::any_of(small.begin(), small.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
    const bool isOfOtherLength = spaced.size() < kShortestTitle || codePoints(spaced) > kLongestTitle;
    return isMadeUp || isFile || isOfOtherLength || !hasLetter || !isUtf8(spaced) ||
                   isNumberedDocument(small) || isPlace(small)
               ? std::string()
               : spaced;
}

} // namespace parley::server::knowledge
