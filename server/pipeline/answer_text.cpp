// SPDX-License-Identifier: MIT
#include "server/pipeline/answer_text.h"

#include "server/nlp/sentences.h"
#include "shared/core/text.h"

#include <algorithm>
#include <charconv>

namespace parley::server::pipeline {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Numbers of more digits name no passage.
constexpr std::size_t kMarkDigits = 3;
constexpr std::size_t kLongestMark = 40;

void addNumbers(std::string_view mark, std::size_t passages, std::vector<std::size_t>& cited)
{
    for (std::size_t i = 0; i < mark.size();) {
        if (!isDigit(mark[i])) {
            ++i;
            continue;
        }
        std::size_t number = 0;
        const auto read = std::from_chars(mark.data() + i, mark.data() + mark.size(), number);
        const auto end = static_cast<std::size_t>(read.ptr - mark.data());
        const bool isPassage = end - i <= kMarkDigits && number >= 1 && number <= passages;
        if (isPassage && std::find(cited.begin(), cited.end(), number - 1) == cited.end()) {
            cited.push_back(number - 1);
        }
        i = end;
    }
}

/// The length of a Markdown picture at the beginning; 0: none.
std::size_t pictureLength(std::string_view text)
{
    if (!text.starts_with("![")) {
        return 0;
    }
    const std::size_t middle = text.find("](");
    const std::size_t end = middle == std::string_view::npos ? middle : text.find(')', middle);
    return end == std::string_view::npos ? 0 : end + 1;
}

} // namespace

std::size_t markLength(std::string_view text)
{
    if (!text.starts_with('[')) {
        return 0;
    }
    bool hasDigit = false;
    for (std::size_t i = 1; i < text.size() && i < kLongestMark; ++i) {
        if (text[i] == ']') {
            return hasDigit ? i + 1 : 0;
        }
        if (!isDigit(text[i]) && text[i] != ',' && text[i] != ' ' && text[i] != ';') {
            return 0;
        }
        hasDigit = hasDigit || isDigit(text[i]);
    }
    return text.size() < kLongestMark ? std::string_view::npos : 0;
}

MarkedSentence readMarks(std::string_view sentence, std::size_t passages)
{
    MarkedSentence read;
    for (std::size_t i = 0; i < sentence.size();) {
        const std::string_view rest = sentence.substr(i);
        const std::size_t mark = markLength(rest);
        const std::size_t picture = pictureLength(rest);
        if (mark != 0 && mark != std::string_view::npos) {
            addNumbers(rest.substr(0, mark), passages, read.cited);
            while (!read.text.empty() && read.text.back() == ' ') {
                read.text.pop_back();
            }
            i += mark;
        } else if (picture != 0) {
            i += picture;
        } else {
            read.text += sentence[i++];
        }
    }
    read.text = std::string(trimmed(read.text));
    return read;
}

bool endsSentence(std::string_view text)
{
    const std::string_view whole = text;
    while (!text.empty() &&
           (text.back() == '"' || text.back() == ')' || text.back() == '*' || text.back() == '_')) {
        text.remove_suffix(1);
    }
    if (text.empty()) {
        return false;
    }
    if (text.back() == '!' || text.back() == '?' || text.ends_with("。") || text.ends_with("！") ||
        text.ends_with("？")) {
        return true;
    }
    if (text.back() != '.' || text.size() < 3) {
        return false;
    }
    const std::size_t blank = text.find_last_of(" \n\t");
    const std::string_view word = text.substr(blank == std::string_view::npos ? 0 : blank + 1);
    const std::string_view stem = word.substr(0, word.size() - 1);
    // "3." may go on as "3.5", "shop.example." ends, "www." and "a.m." may not.
    const char before = stem.empty() ? ' ' : stem.back();
    const bool isWord = (before >= 'a' && before <= 'z') || before == ']' || before == ')' || before == '%' ||
                        static_cast<unsigned char>(before) >= 0x80;
    if (!isWord || stem.size() < 2 || stem == "www" || stem.find("://") != std::string_view::npos) {
        return false;
    }
    return nlp::splitSentences(std::string(whole) + " Xa").size() > 1;
}

std::optional<double> readScore(std::string_view line)
{
    std::string plain;
    for (const char c : asciiLower(line)) {
        if (c != '*' && c != '_' && c != '`' && c != '(' && c != ')') {
            plain += c;
        }
    }
    const std::string_view text = trimmed(plain);
    constexpr std::string_view kName = "confidence";
    if (!text.starts_with(kName)) {
        return std::nullopt;
    }
    std::size_t i = kName.size();
    while (i < text.size() && (text[i] == ' ' || text[i] == ':' || text[i] == '=')) {
        ++i;
    }
    if (i == kName.size() || i >= text.size() || !isDigit(text[i])) {
        return std::nullopt;
    }
    double value = 0;
    std::size_t end = i;
    double unit = 0;
    for (; end < text.size() && (isDigit(text[end]) || text[end] == '.'); ++end) {
        if (text[end] == '.') {
            unit = 1;
        } else if (unit > 0) {
            unit /= 10;
            value += unit * (text[end] - '0');
        } else {
            value = value * 10 + (text[end] - '0');
        }
    }
    const bool isShare = value <= 1 && text.substr(i, end - i) != "1";
    return std::clamp(isShare ? value : value / 100, 0.0, 1.0);
}

} // namespace parley::server::pipeline
