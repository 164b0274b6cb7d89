// SPDX-License-Identifier: MIT
#include "server/cache/word_forms.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace parley::server::cache {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 32> kContractions{{
    {"cannot", "can not"},
    {"cant", "can not"},
    {"dont", "do not"},
    {"doesnt", "does not"},
    {"didnt", "did not"},
    {"isnt", "is not"},
    {"arent", "are not"},
    {"wasnt", "was not"},
    {"werent", "were not"},
    {"wont", "will not"},
    {"couldnt", "could not"},
    {"shouldnt", "should not"},
    {"wouldnt", "would not"},
    {"havent", "have not"},
    {"hasnt", "has not"},
    {"hadnt", "had not"},
    {"im", "i am"},
    {"ive", "i have"},
    {"whats", "what is"},
    {"hows", "how is"},
    {"wheres", "where is"},
    {"whos", "who is"},
    {"ca", "can"},
    {"wo", "will"},
    {"sha", "shall"},
    {"ai", "is"},
    {"gonna", "going to"},
    {"wanna", "want to"},
    {"gotta", "got to"},
    {"pls", "please"},
    {"plz", "please"},
    {"u", "you"},
}};

constexpr std::array<Pair, 5> kEndings{
    {{"'re", "are"}, {"'ve", "have"}, {"'ll", "will"}, {"'d", "would"}, {"'m", "am"}}};

constexpr std::array<std::string_view, 21> kNumbers{"zero",    "one",     "two",       "three",    "four",
                                                    "five",    "six",     "seven",     "eight",    "nine",
                                                    "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                                    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
                                                    "twenty"};

constexpr std::array<Pair, 18> kOtherNumbers{{{"thirty", "30"},
                                              {"forty", "40"},
                                              {"fifty", "50"},
                                              {"sixty", "60"},
                                              {"seventy", "70"},
                                              {"eighty", "80"},
                                              {"ninety", "90"},
                                              {"hundred", "100"},
                                              {"thousand", "1000"},
                                              {"million", "1000000"},
                                              {"second", "#2"},
                                              {"third", "#3"},
                                              {"fourth", "#4"},
                                              {"fifth", "#5"},
                                              {"sixth", "#6"},
                                              {"seventh", "#7"},
                                              {"tenth", "#10"},
                                              {"eighth", "#8"}}};

bool hasLetters(std::string_view word, std::size_t least)
{
    return word.size() >= least;
}

void split(std::string_view text, std::vector<std::string>& into)
{
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        into.emplace_back(text.substr(0, space));
        text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
    }
}

std::string_view contraction(std::string_view word)
{
    static const std::unordered_map<std::string_view, std::string_view> kAll(kContractions.begin(),
                                                                             kContractions.end());
    const auto found = kAll.find(word);
    return found == kAll.end() ? std::string_view() : found->second;
}

/// Words only before "n't": "can't", "won't", "shan't", "ain't".
bool isBaseOnly(std::string_view word)
{
    return word == "ca" || word == "wo" || word == "sha" || word == "ai";
}

} // namespace

WordForm formOf(std::string_view word)
{
    // The shortest words that have such an ending and are not "red", "bee", "her", "rest", "bless".
    if (word.ends_with("less") && hasLetters(word, 7)) {
        return WordForm::Lacking;
    }
    if (word.ends_with("ful") && hasLetters(word, 6)) {
        return WordForm::Full;
    }
    if ((word.ends_with("able") || word.ends_with("ible")) && hasLetters(word, 7)) {
        return WordForm::Able;
    }
    if (word.ends_with("ed") && !word.ends_with("eed") && hasLetters(word, 5)) {
        return WordForm::Past;
    }
    if (word.ends_with("ee") && hasLetters(word, 6)) {
        return WordForm::Recipient;
    }
    if (word.ends_with("est") && hasLetters(word, 6)) {
        return WordForm::Most;
    }
    const std::string_view single = word.ends_with("s") ? word.substr(0, word.size() - 1) : word;
    if ((single.ends_with("er") || single.ends_with("or")) && hasLetters(single, 5)) {
        return WordForm::Agent;
    }
    if (single.ends_with("ee") && hasLetters(single, 6)) {
        return WordForm::Recipient;
    }
    return word.ends_with("ly") && hasLetters(word, 5) ? WordForm::Manner : WordForm::Plain;
}

bool areAlike(WordForm a, WordForm b)
{
    const auto isPlain = [](WordForm form) { return form == WordForm::Plain || form == WordForm::Manner; };
    return a == b || (isPlain(a) && isPlain(b));
}

bool areInflections(std::string_view a, std::string_view b)
{
    std::size_t common = 0;
    while (common < a.size() && common < b.size() && a[common] == b[common]) {
        ++common;
    }
    if (common < 2) {
        return false;
    }
    const char last = a[common - 1];
    const auto isEnding = [last](std::string_view rest) {
        constexpr std::array<std::string_view, 13> kInflections{
            "", "s", "es", "e", "y", "ies", "ied", "ing", "ed", "d", "ying", "ings", "ied"};
        // "stop", "stopping"
        const bool isDoubled =
            rest.size() > 1 && rest.front() == last && (rest.ends_with("ing") || rest.ends_with("ed"));
        return std::find(kInflections.begin(), kInflections.end(), isDoubled ? rest.substr(1) : rest) !=
               kInflections.end();
    };
    return isEnding(a.substr(common)) && isEnding(b.substr(common));
}

std::vector<std::string> expanded(const std::string& word)
{
    std::vector<std::string> parts;
    const std::string_view text = word;
    if (const std::string_view known = contraction(text); !known.empty() && !isBaseOnly(text)) {
        split(known, parts);
        return parts;
    }
    if (text.size() > 3 && text.ends_with("n't")) {
        const std::string_view base = text.substr(0, text.size() - 3);
        const std::string_view known = contraction(base);
        parts.emplace_back(known.empty() ? base : known);
        parts.emplace_back("not");
        return parts;
    }
    for (const auto& [ending, full] : kEndings) {
        if (text.size() > ending.size() && text.ends_with(ending)) {
            parts.emplace_back(text.substr(0, text.size() - ending.size()));
            parts.emplace_back(full);
            return parts;
        }
    }
    parts.push_back(word);
    return parts;
}

std::string americanSpelling(std::string word)
{
    constexpr std::array<Pair, 6> kSpellings{{{"isation", "ization"},
                                              {"ising", "izing"},
                                              {"ised", "ized"},
                                              {"ises", "izes"},
                                              {"ise", "ize"},
                                              {"isations", "izations"}}};
    for (const auto& [british, american] : kSpellings) {
        if (word.size() >= british.size() + 4 && word.ends_with(british)) {
            word.replace(word.size() - british.size(), british.size(), american);
            break;
        }
    }
    return word;
}

std::string numberOf(const std::string& word)
{
    for (std::size_t i = 0; i < kNumbers.size(); ++i) {
        if (word == kNumbers[i]) {
            return std::to_string(i);
        }
    }
    for (const auto& [name, number] : kOtherNumbers) {
        if (word == name) {
            return std::string(number);
        }
    }
    const std::size_t digits = word.find_first_not_of("0123456789");
    if (digits != std::string::npos && digits > 0) {
        const std::string_view ending = std::string_view(word).substr(digits);
        if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") {
            return '#' + word.substr(0, digits);
        }
    }
    return {};
}

} // namespace parley::server::cache
