// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace parley::test {

/// A ZIP archive of these files, deflated.
std::string zipOf(const std::vector<std::pair<std::string, std::string>>& files);

/// A word processor's document with this body; styles for headings, a bullet list "1", a numbered list "2".
/// @param more  further parts, in the place of the usual ones where they have their names
std::string docxOf(const std::string& body,
                   const std::vector<std::pair<std::string, std::string>>& more = {});

/// <w:p> with a style and numbering properties, both of which may be empty.
std::string
wordParagraph(const std::string& text, const std::string& style = {}, const std::string& list = {});

} // namespace parley::test
