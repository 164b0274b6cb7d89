// SPDX-License-Identifier: MIT
#include "server/knowledge/question.h"

#include "server/nlp/code_points.h"
#include "server/nlp/sentences.h"

#include <algorithm>
#include <array>
#include <string>

namespace parley::server::knowledge {
namespace {

struct Pattern {
    std::string_view words; ///< consecutive, folded, anywhere in the question
    QuestionKind kind;
};

// The first one that is found decides, so the narrow ones come first.
constexpr std::array kPatterns{
    Pattern{" how much time ", QuestionKind::Time},
    Pattern{" how long ", QuestionKind::Time},
    Pattern{" how soon ", QuestionKind::Time},
    Pattern{" how quickly ", QuestionKind::Time},
    Pattern{" how fast ", QuestionKind::Time},
    Pattern{" how many days ", QuestionKind::Time},
    Pattern{" until when ", QuestionKind::Time},
    Pattern{" by when ", QuestionKind::Time},
    Pattern{" what time ", QuestionKind::Time},
    Pattern{" bis wann ", QuestionKind::Time},
    Pattern{" wie lange ", QuestionKind::Time},
    Pattern{" wie schnell ", QuestionKind::Time},
    Pattern{" cuanto tiempo ", QuestionKind::Time},
    Pattern{" cuanto tarda ", QuestionKind::Time},
    Pattern{" combien de temps ", QuestionKind::Time},
    Pattern{" how often ", QuestionKind::Time},
    Pattern{" how much ", QuestionKind::Amount},
    Pattern{" how many ", QuestionKind::Amount},
    Pattern{" what does it cost ", QuestionKind::Amount},
    Pattern{" wie viel ", QuestionKind::Amount},
    Pattern{" wieviel ", QuestionKind::Amount},
    Pattern{" wie viele ", QuestionKind::Amount},
    Pattern{" cuanto cuesta ", QuestionKind::Amount},
    Pattern{" cuantos ", QuestionKind::Amount},
    Pattern{" cuantas ", QuestionKind::Amount},
    Pattern{" combien ", QuestionKind::Amount},
    Pattern{" how do ", QuestionKind::Steps},
    Pattern{" how can ", QuestionKind::Steps},
    Pattern{" how to ", QuestionKind::Steps},
    Pattern{" how would ", QuestionKind::Steps},
    Pattern{" how should ", QuestionKind::Steps},
    Pattern{" steps ", QuestionKind::Steps},
    Pattern{" wie kann ", QuestionKind::Steps},
    Pattern{" wie andere ich ", QuestionKind::Steps},
    Pattern{" como puedo ", QuestionKind::Steps},
    Pattern{" como ", QuestionKind::Steps},
    Pattern{" comment ", QuestionKind::Steps},
};
constexpr std::array<std::string_view, 28> kDecisions{"do",   "does",   "is",   "are",   "can",    "could",
                                                      "will", "did",    "has",  "have",  "may",    "should",
                                                      "am",   "would",  "gibt", "kann",  "kannst", "konnen",
                                                      "ist",  "sind",   "habt", "haben", "bieten", "puedo",
                                                      "hay",  "est-ce", "peut", "tienen"};
constexpr std::array<std::string_view, 53> kTimes{
    "end",       "period", "second",   "seconds", "day",     "days",      "hour",     "hours",  "minute",
    "minutes",   "week",   "weeks",    "month",   "months",  "year",      "years",    "season", "immediately",
    "instantly", "today",  "tomorrow", "monday",  "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday",    "daily",  "weekly",   "monthly", "weekend", "midnight",  "noon",     "once",   "until",
    "tag",       "tage",   "tagen",    "stunden", "minuten", "woche",     "wochen",   "monate", "monaten",
    "jahre",     "dias",   "horas",    "meses",   "jours",   "heures",    "mois",     "sofort"};
constexpr std::array<std::string_view, 10> kFree{"free",
                                                 "no",
                                                 "none",
                                                 "unlimited",
                                                 "kostenlos",
                                                 "gratis",
                                                 "kostenfrei",
                                                 "gratuit",
                                                 "gratuite",
                                                 "gratuito"};

constexpr double kMereFigure = 0.7;

template <class List>
bool contains(const List& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool hasDigit(std::string_view text)
{
    return text.find_first_of("0123456789") != std::string_view::npos;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// "14:00" or "2 pm".
bool hasClockTime(std::string_view text)
{
    for (std::size_t i = 1; i + 2 < text.size(); ++i) {
        const bool colon = text[i] == ':' && isDigit(text[i - 1]) && isDigit(text[i + 1]);
        const bool halfDay = text[i] == ' ' && isDigit(text[i - 1]) && text[i + 2] == 'm' &&
                             (text[i + 1] == 'a' || text[i + 1] == 'p');
        if (colon || halfDay) {
            return true;
        }
    }
    return false;
}

constexpr std::array<std::string_view, 14> kNumberWords{"one",
                                                        "two",
                                                        "three",
                                                        "four",
                                                        "five",
                                                        "six",
                                                        "seven",
                                                        "eight",
                                                        "nine",
                                                        "ten",
                                                        "twelve",
                                                        "zwei",
                                                        "dos",
                                                        "deux"};

} // namespace

QuestionKind questionKind(const std::vector<nlp::Token>& tokens)
{
    std::string line = " ";
    for (const nlp::Token& token : tokens) {
        line += nlp::folded(token.text) + ' ';
    }
    for (const Pattern& pattern : kPatterns) {
        if (line.find(pattern.words) != std::string::npos) {
            return pattern.kind;
        }
    }
    if (line.starts_with(" when ") || line.starts_with(" wann ") || line.starts_with(" cuando ") ||
        line.starts_with(" quand ")) {
        return QuestionKind::Time;
    }
    constexpr std::array<std::string_view, 13> kFacts{" which ",
                                                      " who ",
                                                      " what is ",
                                                      " what are ",
                                                      " what does ",
                                                      " welche ",
                                                      " welcher ",
                                                      " welches ",
                                                      " wer ",
                                                      " was ist ",
                                                      " quel ",
                                                      " quelle ",
                                                      " cual "};
    if (std::any_of(kFacts.begin(), kFacts.end(), [&](auto words) { return line.starts_with(words); })) {
        return QuestionKind::Fact;
    }
    const bool decision = !tokens.empty() && contains(kDecisions, nlp::folded(tokens.front().text));
    return decision ? QuestionKind::Decision : QuestionKind::Open;
}

std::string countedWord(const std::vector<nlp::Token>& tokens)
{
    constexpr std::array<std::string_view, 6> kCounters{
        "many", "viele", "cuantos", "cuantas", "quantos", "hoeveel"};
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (contains(kCounters, nlp::folded(tokens[i].text))) {
            return nlp::folded(tokens[i + 1].text);
        }
    }
    return {};
}

Given givenIn(std::string_view sentence, const std::vector<nlp::Token>& tokens)
{
    Given given;
    sentence.remove_prefix(nlp::listMarkerLength(sentence)); // the number of a step is no figure
    given.digit = hasDigit(sentence);
    given.clock = hasClockTime(sentence);
    for (const nlp::Token& token : tokens) {
        const std::string word = nlp::folded(token.text);
        given.time = given.time || contains(kTimes, word);
        given.amount = given.amount || contains(kNumberWords, word) || contains(kFree, word);
    }
    return given;
}

double givenOf(QuestionKind kind, const Given& given)
{
    if (kind == QuestionKind::Amount) {
        return given.digit || given.amount ? 1 : 0;
    }
    if (kind == QuestionKind::Time) {
        return given.clock || given.time ? 1 : given.digit ? kMereFigure : 0;
    }
    return 1;
}

} // namespace parley::server::knowledge
