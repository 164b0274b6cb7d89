// SPDX-License-Identifier: MIT
#include "server/pipeline/confirm_text.h"

#include "server/nlp/code_points.h"
#include "server/nlp/tokens.h"

#include <algorithm>
#include <array>

namespace parley::server::pipeline {

namespace {

struct Phrases {
    std::string_view language;
    std::string_view asks;
    std::string_view ending;
    std::string_view done;
    std::string_view dropped;
};

constexpr auto kPhrases = std::to_array<Phrases>({
    {"en",
     "Shall I do this for you: ",
     "Please answer yes or no.",
     "Done.",
     "All right, I have not done anything. What else can I help you with?"},
    {"de",
     "Soll ich das für Sie erledigen: ",
     "Bitte antworten Sie mit ja oder nein.",
     "Erledigt.",
     "In Ordnung, ich habe nichts geändert. Wobei kann ich sonst helfen?"},
    {"es",
     "¿Quiere que haga esto por usted: ",
     "Por favor, responda sí o no.",
     "Hecho.",
     "De acuerdo, no he hecho nada. ¿En qué más puedo ayudarle?"},
    {"fr",
     "Dois-je faire ceci pour vous : ",
     "Répondez par oui ou par non, s’il vous plaît.",
     "C’est fait.",
     "D’accord, je n’ai rien fait. Comment puis-je vous aider autrement ?"},
});

constexpr auto kYes = std::to_array<std::string_view>(
    {"yes",       "y",       "yep",      "yeah",   "yup",    "sure",     "ok",   "okay",  "confirm",
     "confirmed", "correct", "ja",       "jawohl", "gerne",  "gern",     "klar", "genau", "si",
     "claro",     "vale",    "confirmo", "oui",    "accord", "d'accord", "sim",  "da",    "tak"});
constexpr auto kNo = std::to_array<std::string_view>({"no",
                                                      "n",
                                                      "nope",
                                                      "nein",
                                                      "nee",
                                                      "non",
                                                      "nao",
                                                      "nie",
                                                      "cancel",
                                                      "stop",
                                                      "dont",
                                                      "don't",
                                                      "nicht",
                                                      "lieber"});
constexpr auto kAround = std::to_array<std::string_view>(
    {"please", "thanks", "thank", "you", "do",    "it",      "go",    "ahead", "that", "is",
     "right",  "bitte",  "danke", "por", "favor", "gracias", "merci", "vous",  "te",   "plait",
     "s",      "il",     "not",   "de",  "d",     "me",      "i",     "and",   "the"});
constexpr std::size_t kMostWords = 5;

const Phrases& phrasesOf(std::string_view locale)
{
    const auto found = std::ranges::find(kPhrases, locale.substr(0, 2), &Phrases::language);
    return found == kPhrases.end() ? kPhrases.front() : *found;
}

template <class List>
bool contains(const List& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

} // namespace

std::string confirmText(std::string_view what, std::string_view details, std::string_view locale)
{
    const Phrases& phrases = phrasesOf(locale);
    std::string text(phrases.asks);
    text.append(what).append(phrases.language == "es" || phrases.language == "fr" ? " ?" : "?");
    if (phrases.language == "es") {
        text.erase(text.size() - 2, 1);
    }
    if (!details.empty()) {
        text.append("\n\n").append(details);
    }
    return text.append("\n\n").append(phrases.ending);
}

std::string_view doneText(std::string_view locale)
{
    return phrasesOf(locale).done;
}

std::string_view droppedText(std::string_view locale)
{
    return phrasesOf(locale).dropped;
}

std::optional<bool> readYesOrNo(std::string_view text)
{
    const auto tokens = nlp::tokenize(text);
    bool yes = false;
    bool no = false;
    bool goesAhead = false; // "do it", but not "do not"
    if (tokens.empty() || tokens.size() > kMostWords) {
        return std::nullopt;
    }
    for (const nlp::Token& token : tokens) {
        const std::string word = nlp::folded(token.text);
        const bool agrees = contains(kYes, word);
        const bool refuses = contains(kNo, word) || word == "not";
        goesAhead = goesAhead || word == "do" || word == "ahead";
        if (!agrees && !refuses && !contains(kAround, word)) {
            return std::nullopt;
        }
        yes = yes || agrees;
        no = no || refuses;
    }
    if (yes == no) {
        return goesAhead && !no ? std::optional<bool>(true) : std::nullopt;
    }
    return yes;
}

} // namespace parley::server::pipeline
