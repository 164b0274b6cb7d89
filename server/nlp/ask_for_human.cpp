// SPDX-License-Identifier: MIT
#include "server/nlp/ask_for_human.h"

#include "server/nlp/code_points.h"
#include "server/nlp/language.h"
#include "server/nlp/sentences.h"
#include "server/nlp/tokens.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace parley::server::nlp {
namespace {

using Words = std::vector<std::string>;

// Folded, lower case. A person by what they are ...
constexpr std::array<std::string_view, 34> kPeople{
    "human",         "humans",         "person",        "people",     "someone",   "somebody",  "agent",
    "operator",      "representative", "rep",           "supporter",  "advisor",   "adviser",   "mensch",
    "menschen",      "mitarbeiter",    "mitarbeiterin", "jemand",     "jemandem",  "jemanden",  "berater",
    "kundenberater", "persona",        "humano",        "humana",     "agente",    "alguien",   "asesor",
    "operador",      "humain",         "personne",      "conseiller", "quelqu'un", "supervisor"};
// ... and those who could be nothing else, so that no "talk to" is needed.
constexpr std::array<std::string_view, 9> kSure{"human",
                                                "mensch",
                                                "menschen",
                                                "humano",
                                                "humana",
                                                "humain",
                                                "representative",
                                                "operator",
                                                "kundenberater"};
constexpr std::array<std::string_view, 52> kContact{
    "talk",      "speak",        "chat",     "connect",  "transfer",   "pass",       "escalate",   "reach",
    "contact",   "call",         "get",      "want",     "need",       "give",       "switch",     "forward",
    "put",       "prefer",       "talking",  "speaking", "sprechen",   "reden",      "verbinden",  "verbinde",
    "verbinde",  "weiterleiten", "brauche",  "will",     "mochte",     "kontakt",    "hablar",     "hable",
    "comunicar", "comunicarme",  "pasame",   "quiero",   "necesito",   "contactar",  "transfiere", "parler",
    "discuter",  "veux",         "voudrais", "joindre",  "transferer", "transferez", "besoin",     "let",
    "bring",     "hand",         "chatten",  "conectar"};
// May stand alone around a person: "real person please", "agent!", "human now".
constexpr std::array<std::string_view, 47> kAround{
    "a",     "an",         "the",         "real",    "live",     "actual",  "please", "pls",
    "plz",   "now",        "support",     "service", "customer", "another", "hello",  "hi",
    "hey",   "bitte",      "einen",       "ein",     "echten",   "echter",  "jetzt",  "richtigen",
    "por",   "favor",      "una",         "un",      "real",     "ya",      "ahora",  "vrai",
    "vraie", "reel",       "une",         "humaine", "sil",      "s'il",    "vous",   "plait",
    "svp",   "maintenant", "immediately", "asap",    "s'",       "s",       "il"};
// Behind a person they make it something else: human resources, agent fees, person of contact form ...
constexpr std::array<std::string_view, 30> kNoPersonBefore{
    "resources",  "resource",   "rights",      "error",   "readable", "being's", "fee",      "fees",
    "commission", "seat",       "seats",       "account", "accounts", "role",    "roles",    "name",
    "names",      "permission", "permissions", "limit",   "limits",   "license", "licenses", "version",
    "api",        "dashboard",  "else's",      "can",     "per",      "login"};
// In front of a person they say which one, and that is not ours.
constexpr std::array<std::string_view, 18> kOtherPerson{"insurance",
                                                        "travel",
                                                        "estate",
                                                        "per",
                                                        "user",
                                                        "every",
                                                        "each",
                                                        "another",
                                                        "different",
                                                        "new",
                                                        "other",
                                                        "one",
                                                        "third",
                                                        "multiple",
                                                        "many",
                                                        "which",
                                                        "two",
                                                        "missing"};
constexpr std::array<std::string_view, 12> kPassive{
    "is", "are", "am", "was", "there", "anyone", "anybody", "bot", "robot", "machine", "real", "speaking"};
constexpr std::array<std::string_view, 16> kPhrases{" customer service please ",
                                                    " customer support please ",
                                                    " live chat please ",
                                                    " live support ",
                                                    " human support ",
                                                    " human assistance ",
                                                    " human help ",
                                                    " stop the bot ",
                                                    " not a bot ",
                                                    " not a robot ",
                                                    " not a machine ",
                                                    " no bot ",
                                                    " kein bot ",
                                                    " keinen bot ",
                                                    " no un robot ",
                                                    " pas un robot "};

template <class List>
bool contains(const List& words, const std::string& word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isWithin(const Words& words, std::size_t begin, std::size_t end, const auto& list)
{
    for (std::size_t i = begin; i < std::min(end, words.size()); ++i) {
        if (contains(list, words[i])) {
            return true;
        }
    }
    return false;
}

/// "I don't want to talk to a human", "kein Mitarbeiter": a negation shortly before. "I don't want a bot, I
/// want a human" is no such thing, because the clause ends in between.
bool isRefused(const Words& words, std::size_t person, std::size_t clause)
{
    constexpr std::size_t kReach = 7;
    const std::size_t begin = std::max(clause, person > kReach ? person - kReach : 0);
    for (std::size_t i = begin; i < person; ++i) {
        const bool why = i + 1 < words.size() && (words[i + 1] == "you" || words[i + 1] == "i") && i == begin;
        const bool negates = isNegation(words[i]) && words[i] != "without" && words[i] != "cant" &&
                             words[i] != "can't" && words[i] != "cannot" && words[i] != "ne";
        if (negates && !(why && words[i].starts_with("w"))) {
            return true;
        }
    }
    return false;
}

bool isPlural(const std::string& word)
{
    return word == "people" || word == "humans";
}

/// "a human I can talk to", "somebody to speak with": the verb behind the person.
bool talkedTo(const Words& words, std::size_t person)
{
    constexpr std::size_t kReach = 5;
    for (std::size_t i = person + 1; i + 1 < words.size() && i <= person + kReach; ++i) {
        const bool talk = words[i] == "talk" || words[i] == "speak" || words[i] == "chat";
        if (talk && (words[i + 1] == "to" || words[i + 1] == "with")) {
            return true;
        }
    }
    return false;
}

bool asksInSentence(const Words& words, const std::vector<std::size_t>& clauses)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!contains(kPeople, words[i]) || isRefused(words, i, clauses[i])) {
            continue;
        }
        if (i + 1 < words.size() && contains(kNoPersonBefore, words[i + 1])) {
            continue;
        }
        if (i > 0 && contains(kOtherPerson, words[i - 1]) && !contains(kSure, words[i])) {
            continue;
        }
        const std::size_t before = i > 7 ? i - 7 : 0;
        const bool contact = isWithin(words, before, i, kContact);
        const bool towards =
            i > 0 &&
            isWithin(words,
                     i > 4 ? i - 4 : 0,
                     i,
                     std::array<std::string_view, 12>{
                         "to", "with", "by", "mit", "con", "a", "avec", "einen", "einem", "un", "une", "an"});
        const bool verb =
            isWithin(words,
                     before,
                     i,
                     std::array<std::string_view, 20>{"talk",      "speak",    "chat",      "connect",
                                                      "transfer",  "escalate", "sprechen",  "reden",
                                                      "verbinden", "hablar",   "comunicar", "comunicarme",
                                                      "parler",    "discuter", "talking",   "speaking",
                                                      "put",       "verbinde", "pass",      "forward"}) ||
            isWithin(words,
                     i + 1,
                     i + 4,
                     std::array<std::string_view, 8>{"sprechen",
                                                     "reden",
                                                     "verbinden",
                                                     "chatten",
                                                     "kontaktieren",
                                                     "anrufen",
                                                     "hablar",
                                                     "parler"});
        const bool toPerson = (verb && (towards || contains(kSure, words[i]))) || talkedTo(words, i);
        const bool wanted = contact && contains(kSure, words[i]) && !isPlural(words[i]);
        const bool realOne =
            i > 0 &&
            contains(
                std::array<std::string_view, 9>{
                    "real", "live", "actual", "echten", "echter", "richtigen", "vraie", "vrai", "human"},
                words[i - 1]);
        if (toPerson || wanted || (realOne && (contact || words.size() <= 8))) {
            return true;
        }
    }
    return false;
}

/// The whole message is the person and courtesies: "Agent please!", "Mitarbeiter bitte".
bool isBareCall(const Words& words)
{
    constexpr std::size_t kLongest = 6;
    bool person = false;
    for (const std::string& word : words) {
        const bool isPerson = contains(kPeople, word);
        if (!isPerson && !contains(kAround, word) && !contains(kContact, word) && word != "to" &&
            word != "me" && word != "i") {
            return false;
        }
        person = person || isPerson;
    }
    return person && words.size() <= kLongest && !isPlural(words.back());
}

/// "get", "want", "need", "give me" with a person that could be a thing elsewhere: "I need an agent".
bool wantsAgent(const Words& words, const std::vector<std::size_t>& clauses)
{
    for (std::size_t i = 1; i < words.size(); ++i) {
        const bool agent = words[i] == "agent" || words[i] == "person" || words[i] == "supervisor" ||
                           words[i] == "someone" || words[i] == "mitarbeiter" || words[i] == "agente" ||
                           words[i] == "conseiller" || words[i] == "persona" || words[i] == "rep" ||
                           words[i] == "asesor" || words[i] == "supporter";
        const bool last = i + 1 == words.size() || words[i + 1] == "please" || words[i + 1] == "now" ||
                          words[i + 1] == "bitte" || words[i + 1] == "to" || words[i + 1] == "real";
        const bool wants = isWithin(words,
                                    i > 4 ? i - 4 : 0,
                                    i,
                                    std::array<std::string_view, 13>{"want",
                                                                     "need",
                                                                     "get",
                                                                     "give",
                                                                     "brauche",
                                                                     "will",
                                                                     "mochte",
                                                                     "quiero",
                                                                     "necesito",
                                                                     "veux",
                                                                     "voudrais",
                                                                     "besoin",
                                                                     "prefer"});
        const bool other = contains(kOtherPerson, words[i - 1]);
        if (agent && last && wants && !other && !isRefused(words, i, clauses[i]) && words[i] != "someone") {
            return true;
        }
    }
    return false;
}

} // namespace

bool asksForHuman(std::string_view text)
{
    for (const Sentence& sentence : splitSentences(text)) {
        Words words;
        std::vector<std::size_t> clauses; // where the clause of each word begins
        std::size_t end = 0;
        std::size_t clause = 0;
        std::string line = " ";
        for (const Token& token : tokenize(sentence.text)) {
            const std::string_view between = sentence.text.substr(end, token.begin - end);
            std::string word = folded(token.text);
            const bool turns = word == "but" || word == "sondern" || word == "aber" || word == "sino" ||
                               word == "pero" || word == "mais" || word == "just" || word == "instead";
            if (between.find_first_of(",;:") != std::string_view::npos || turns) {
                clause = words.size();
            }
            line += word + ' ';
            words.push_back(std::move(word));
            clauses.push_back(clause);
            end = token.end;
        }
        const bool phrase = std::any_of(kPhrases.begin(), kPhrases.end(), [&](std::string_view known) {
            return line.find(known) != std::string::npos;
        });
        if (phrase || isBareCall(words) || asksInSentence(words, clauses) || wantsAgent(words, clauses)) {
            return true;
        }
    }
    return false;
}

} // namespace parley::server::nlp
