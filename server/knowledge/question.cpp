// SPDX-License-Identifier: MIT
#include "server/knowledge/question.h"

#include "server/nlp/code_points.h"

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
    Pattern{" wie lange ", QuestionKind::Time},
    Pattern{" wie schnell ", QuestionKind::Time},
    Pattern{" cuanto tiempo ", QuestionKind::Time},
    Pattern{" cuanto tarda ", QuestionKind::Time},
    Pattern{" combien de temps ", QuestionKind::Time},
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
constexpr std::array<std::string_view, 34> kTimes{
    "day",     "days",     "hour",  "hours",       "minute",    "minutes", "week",     "weeks",  "month",
    "months",  "year",     "years", "immediately", "instantly", "today",   "tomorrow", "monday", "friday",
    "weekend", "midnight", "noon",  "once",        "until",     "tag",     "tage",     "tagen",  "stunden",
    "minuten", "wochen",   "dias",  "horas",       "jours",     "heures",  "sofort"};
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

template <class List>
bool contains(const List& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool hasDigit(std::string_view text)
{
    return text.find_first_of("0123456789") != std::string_view::npos;
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
    const bool decision = !tokens.empty() && contains(kDecisions, nlp::folded(tokens.front().text));
    return decision ? QuestionKind::Decision : QuestionKind::Open;
}

bool givesWhatIsAsked(QuestionKind kind, std::string_view sentence)
{
    if (kind != QuestionKind::Amount && kind != QuestionKind::Time) {
        return true;
    }
    if (hasDigit(sentence)) {
        return true;
    }
    const std::vector<nlp::Token> tokens = nlp::tokenize(sentence);
    return std::any_of(tokens.begin(), tokens.end(), [&](const nlp::Token& token) {
        const std::string word = nlp::folded(token.text);
        return contains(kNumberWords, word) ||
               (kind == QuestionKind::Time ? contains(kTimes, word) : contains(kFree, word));
    });
}

} // namespace parley::server::knowledge
