// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::pipeline {

/// A sentence without its marks, and the passages that they name (from 0, each once).
struct MarkedSentence {
    std::string text;
    std::vector<std::size_t> cited;
};

/// Takes "[1]", "[2, 3]" and pictures out of a sentence. @param passages  how many there are to cite
MarkedSentence readMarks(std::string_view sentence, std::size_t passages);

/// The length of a mark at the beginning of `text`; 0: there is none; npos: more text has to come to tell.
std::size_t markLength(std::string_view text);

/// Whether the text ends with the end of a sentence, whatever may follow: not after "e.g.", "3." or "www.".
bool endsSentence(std::string_view text);

/// "confidence: 80" or "**Confidence:** 0.8": 0..1; none for any other line.
std::optional<double> readScore(std::string_view line);

} // namespace parley::server::pipeline
