// SPDX-License-Identifier: MIT
#include "server/nlp/embedded_instructions.h"

#include "server/nlp/code_points.h"
#include "server/nlp/instruction_words.h"
#include "server/nlp/sentences.h"
#include "server/nlp/tokens.h"
#include "shared/core/text.h"

#include <algorithm>
#include <span>
#include <vector>

namespace parley::server::nlp {
namespace {

/// How far the verb and what it is about stand apart, in words.
constexpr std::size_t kReach = 7;
/// So many letters one by one are a word spaced out.
constexpr std::size_t kSpacedOut = 4;

using Words = std::vector<std::string>;

template <class List>
bool contains(const List& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// "1gn0re" is "ignore"; what has no letters, or no digits, stays.
std::string withoutDigitsForLetters(std::string word)
{
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (std::count_if(word.begin(), word.end(), isLetter) < 2 ||
        std::none_of(word.begin(), word.end(), isDigit)) {
        return word;
    }
    constexpr std::string_view kFrom = "013457";
    constexpr std::string_view kTo = "oieast";
    for (char& c : word) {
        if (const std::size_t at = kFrom.find(c); at != std::string_view::npos) {
            c = kTo[at];
        }
    }
    return word;
}

/// The words, folded; letters that stand one by one are one word.
Words wordsOf(std::string_view text)
{
    Words words;
    std::string spaced;
    std::size_t letters = 0;
    const auto flush = [&] {
        if (letters >= kSpacedOut) {
            words.push_back(spaced);
        } else {
            for (const char letter : spaced) {
                words.emplace_back(1, letter);
            }
        }
        spaced.clear();
        letters = 0;
    };
    for (const Token& token : tokenize(text)) {
        if (token.text.size() == 1 && token.kind == TokenKind::Word) {
            spaced += token.text;
            ++letters;
            continue;
        }
        flush();
        std::string word = folded(token.text);
        // "cancel_order" is no word of a sentence, but "tool_call" has one.
        std::replace(word.begin(), word.end(), '_', ' ');
        for (std::size_t begin = 0; begin <= word.size();) {
            const std::size_t end = std::min(word.find(' ', begin), word.size());
            if (end > begin) {
                words.push_back(withoutDigitsForLetters(word.substr(begin, end - begin)));
            }
            begin = end + 1;
        }
    }
    flush();
    return words;
}

/// Whether a word of `verbs` is followed (or, at less distance, preceded) by one of `objects`.
template <class Verbs, class Objects>
bool says(const Words& words, const Verbs& verbs, const Objects& objects, std::size_t reach = kReach)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!contains(verbs, words[i])) {
            continue;
        }
        const std::size_t from = i > 3 ? i - 3 : 0;
        const std::size_t to = std::min(words.size(), i + reach + 1);
        for (std::size_t j = from; j < to; ++j) {
            if (j != i && contains(objects, words[j])) {
                return true;
            }
        }
    }
    return false;
}

bool hasPhrase(const std::string& line, std::span<const std::string_view> phrases)
{
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
        return line.find(phrase) != std::string::npos;
    });
}

/// A whole order hidden in spaced-out letters: "ignoreallpreviousinstructions".
bool hidesOrder(const Words& words)
{
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word.size() > 12 &&
               (word.find("ignore") != std::string::npos || word.find("instruction") != std::string::npos ||
                word.find("systemprompt") != std::string::npos);
    });
}

std::size_t offsetOf(std::string_view text, std::string_view part)
{
    return static_cast<std::size_t>(part.data() - text.data());
}

} // namespace

Address addressOf(std::string_view sentence)
{
    const std::string lower = asciiLower(sentence);
    const std::size_t begin = lower.find_first_not_of("#*-<>!_ \t`\"'(");
    const std::string_view spoken = std::string_view(lower).substr(std::min(begin, lower.size()));
    const auto begins = [&](std::string_view speaker) { return spoken.starts_with(speaker); };
    if (std::any_of(kSpeakers.begin(), kSpeakers.end(), begins) || hasPhrase(lower, kChatMarks) ||
        hasPhrase(lower, kToModelsUnspaced)) {
        return Address::Model;
    }
    const Words words = wordsOf(sentence);
    std::string line = " ";
    for (const std::string& word : words) {
        line += word + ' ';
    }
    const auto gives = [&](const std::string& word) { return contains(kGiveAway, word); };
    const bool asksForRules = hasPhrase(line, kOwnRules) && std::any_of(words.begin(), words.end(), gives);
    if (says(words, kSetAside, kRules) || asksForRules || hasPhrase(line, kToModels) || hidesOrder(words)) {
        return Address::Model;
    }
    return says(words, kTell, kWhom, 3) || hasPhrase(line, kDictates) ? Address::Clerk : Address::Reader;
}

Disarmed disarm(std::string_view text, Address least)
{
    Disarmed disarmed;
    std::size_t kept = 0;    // what is before it has been decided on
    std::size_t skipped = 0; // number of the paragraph that is cut, from 1
    for (const Sentence& sentence : splitSentences(text)) {
        const std::size_t end = offsetOf(text, sentence.text) + sentence.text.size();
        const Address address = addressOf(sentence.text);
        if (address == Address::Model) {
            ++disarmed.removed;
            kept = text.size();
            break;
        }
        const bool isCut = least == Address::Clerk && address == Address::Clerk;
        if (isCut && skipped != sentence.paragraph + 1) {
            ++disarmed.removed;
            skipped = sentence.paragraph + 1;
        }
        if (skipped != sentence.paragraph + 1) {
            disarmed.text += text.substr(kept, end - kept);
        }
        kept = end;
    }
    if (disarmed.removed == 0) {
        disarmed.text = text;
    }
    return disarmed;
}

} // namespace parley::server::nlp
