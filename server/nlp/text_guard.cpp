// SPDX-License-Identifier: MIT
#include "server/nlp/text_guard.h"

#include "server/nlp/code_points.h"
#include "server/nlp/tokens.h"

#include <algorithm>
#include <array>
#include <vector>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kLongestSmallTalk = 8; // words

constexpr std::array<std::string_view, 34> kGreetings{
    "hi",      "hello",     "hey",     "hiya",   "heya",    "howdy",     "yo",     "greetings", "hallo",
    "moin",    "servus",    "hola",    "buenos", "buenas",  "bonjour",   "salut",  "bonsoir",   "coucou",
    "morning", "afternoon", "evening", "gruss",  "grusse",  "tag",       "abend",  "dias",      "tardes",
    "noches",  "guten",     "good",    "gruezi", "moinsen", "grussgott", "welcome"};
constexpr std::array<std::string_view, 24> kThanks{"thanks",     "thank",    "thx",         "thankyou",
                                                   "ty",         "cheers",   "appreciated", "danke",
                                                   "dankeschon", "dank",     "gracias",     "merci",
                                                   "tks",        "tnx",      "thanx",       "appreciate",
                                                   "helpful",    "perfect",  "great",       "awesome",
                                                   "super",      "perfecto", "parfait",     "perfekt"};
constexpr std::array<std::string_view, 18> kGoodbyes{"bye",
                                                     "goodbye",
                                                     "byebye",
                                                     "cya",
                                                     "farewell",
                                                     "tschuss",
                                                     "tschuess",
                                                     "tschau",
                                                     "ciao",
                                                     "adios",
                                                     "hasta",
                                                     "revoir",
                                                     "wiedersehen",
                                                     "bientot",
                                                     "later",
                                                     "luego",
                                                     "ade",
                                                     "bis"};
// May stand around them without changing what the message is.
constexpr std::array<std::string_view, 62> kAround{
    "there", "you",   "all",   "everyone", "team",  "a",      "lot",   "so",       "very",
    "much",  "again", "for",   "the",      "your",  "help",   "that",  "was",      "is",
    "to",    "bot",   "sir",   "madam",    "folks", "and",    "have",  "nice",     "day",
    "one",   "see",   "ok",    "okay",     "now",   "it",     "this",  "many",     "vielen",
    "sehr",  "schon", "dir",   "ihnen",    "fur",   "die",    "hilfe", "zusammen", "muchas",
    "por",   "la",    "ayuda", "beaucoup", "bien",  "pour",   "votre", "aide",     "au",
    "auf",   "bald",  "a",     "i",        "got",   "answer", "quick", "how"};

constexpr std::array<std::string_view, 30> kInjections{" ignore all previous ",
                                                       " ignore previous ",
                                                       " ignore the above ",
                                                       " ignore your instructions ",
                                                       " ignore all instructions ",
                                                       " ignore any previous ",
                                                       " ignore my previous ",
                                                       " disregard all ",
                                                       " disregard previous ",
                                                       " disregard the above ",
                                                       " disregard your ",
                                                       " forget your instructions ",
                                                       " forget all previous ",
                                                       " forget everything above ",
                                                       " system prompt ",
                                                       " your instructions are ",
                                                       " reveal your prompt ",
                                                       " show me your prompt ",
                                                       " print your instructions ",
                                                       " developer mode ",
                                                       " jailbreak ",
                                                       " you are now ",
                                                       " pretend you are ",
                                                       " pretend to be ",
                                                       " act as if you ",
                                                       " new instructions ",
                                                       " override your ",
                                                       " ignoriere alle ",
                                                       " ignora todas las instrucciones ",
                                                       " ignore toutes les instructions "};

template <class List>
bool contains(const List& words, const std::string& word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Invisible, or turns the direction of what follows: nothing of it belongs into a message.
bool isHidden(char32_t c)
{
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
    const bool format = c == 0xAD || c == 0x34F || c == 0x61C || c == 0x180E ||
                        (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
                        (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
    // Tag characters carry a hidden ASCII text.
    return control || format || (c >= 0xE0000 && c <= 0xE007F);
}

// A joiner between letters of these scripts shapes them; between emoji it makes one of several.
bool isJoinerInUse(char32_t c, char32_t before)
{
    return (c == 0x200C || c == 0x200D) && ((before >= 0x600 && before < 0xE00) || before >= 0x2600);
}

} // namespace

SmallTalk smallTalkOf(std::string_view text)
{
    const std::vector<Token> tokens = tokenize(text);
    if (tokens.empty() || tokens.size() > kLongestSmallTalk) {
        return SmallTalk::None;
    }
    bool greeting = false;
    bool thanks = false;
    bool goodbye = false;
    for (const Token& token : tokens) {
        const std::string word = folded(token.text);
        const bool greets = contains(kGreetings, word);
        const bool gives = contains(kThanks, word);
        const bool leaves = contains(kGoodbyes, word);
        if (!greets && !gives && !leaves && !contains(kAround, word)) {
            return SmallTalk::None;
        }
        greeting = greeting || greets;
        thanks = thanks || gives;
        goodbye = goodbye || leaves;
    }
    if (goodbye) {
        return SmallTalk::Goodbye;
    }
    if (thanks) {
        return SmallTalk::Thanks;
    }
    return greeting && text.find("how") == std::string_view::npos ? SmallTalk::Greeting : SmallTalk::None;
}

bool looksInjected(std::string_view text)
{
    std::string line = " ";
    for (const Token& token : tokenize(text)) {
        line += folded(token.text) + ' ';
    }
    return std::any_of(kInjections.begin(), kInjections.end(), [&](std::string_view phrase) {
        return line.find(phrase) != std::string::npos;
    });
}

GuardedText guardText(std::string_view text)
{
    GuardedText guarded;
    guarded.text.reserve(text.size());
    bool meaningful = false;
    char32_t before = 0;
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = decodeAt(text, position);
        if (c == '\r') {
            continue;
        }
        if (isHidden(c) && !isJoinerInUse(c, before)) {
            guarded.removedHidden = true;
            continue;
        }
        appendUtf8(guarded.text, c == '\t' ? U' ' : c);
        meaningful = meaningful || isLetter(c) || isDigit(c);
        before = c;
    }
    guarded.empty = !meaningful;
    guarded.looksInjected = looksInjected(guarded.text);
    guarded.smallTalk = smallTalkOf(guarded.text);
    return guarded;
}

} // namespace parley::server::nlp
