// SPDX-License-Identifier: MIT
#include "server/pipeline/sources.h"

#include "server/knowledge/sentence_check.h"
#include "server/nlp/code_points.h"
#include "server/nlp/embedded_instructions.h"
#include "server/nlp/language.h"
#include "server/nlp/tokens.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <functional>

namespace parley::server::pipeline {

namespace {

using knowledge::SentenceFault;

/// So many words in a row are a quotation.
constexpr std::size_t kQuotedWords = 7;
/// Share of the words of a sentence about a tool's data that the data and the question have.
constexpr double kLeastOfData = 0.4;

/// Names of months and days are how dates are read out: "2026-11-25" is 25 November.
constexpr auto kDateNames = std::to_array<std::string_view>(
    {"january",   "february", "march",      "april",    "may",       "june",      "july",       "august",
     "september", "october",  "november",   "december", "monday",    "tuesday",   "wednesday",  "thursday",
     "friday",    "saturday", "sunday",     "januar",   "februar",   "marz",      "mai",        "juni",
     "juli",      "oktober",  "dezember",   "montag",   "dienstag",  "mittwoch",  "donnerstag", "freitag",
     "samstag",   "sonntag",  "enero",      "febrero",  "marzo",     "abril",     "mayo",       "junio",
     "julio",     "agosto",   "septiembre", "octubre",  "noviembre", "diciembre", "lunes",      "martes",
     "miercoles", "jueves",   "viernes",    "janvier",  "fevrier",   "mars",      "avril",      "juin",
     "juillet",   "aout",     "septembre",  "octobre",  "novembre",  "decembre"});

/// Words of sentences that only lead from one thing to the next.
constexpr auto kTransition = std::to_array<std::string_view>(
    {"happy",     "glad",       "help",        "helps",     "sure",          "course",     "great",
     "good",      "question",   "thanks",      "thank",     "let",           "know",       "anything",
     "else",      "need",       "sorry",       "hear",      "inconvenience", "understand", "here",
     "found",     "find",       "information", "following", "follow",        "steps",      "step",
     "see",       "hope",       "welcome",     "feel",      "free",          "ask",        "further",
     "assist",    "assistance", "please",      "patience",  "details",       "below",      "summary",
     "answer",    "quick",      "look",        "looking",   "moment",        "check",      "checking",
     "gerne",     "hilfe",      "helfen",      "frage",     "fragen",        "danke",      "leid",
     "tut",       "verstehe",   "weitere",     "schritte",  "moment",        "bitte",      "gern",
     "naturlich", "klar",       "folgt",       "gefunden",  "claro",         "ayudar",     "ayuda",
     "gracias",   "pregunta",   "siento",      "lamento",   "siguientes",    "pasos",      "gusto",
     "encantado", "entiendo",   "bien",        "bonjour",   "aide",          "aider",      "merci",
     "desole",    "comprends",  "etapes",      "suivantes", "hello",         "hallo",      "hola",
     "hi",        "dear",       "ok",          "okay",      "summarize"});

std::string_view nameOf(SentenceFault fault)
{
    switch (fault) {
    case SentenceFault::Number:
        return "number";
    case SentenceFault::Name:
        return "name";
    case SentenceFault::Negation:
        return "negation";
    case SentenceFault::Unsupported:
        return "unsupported";
    case SentenceFault::None:
        break;
    }
    return {};
}

std::vector<std::string> foldedWords(std::string_view text)
{
    std::vector<std::string> words;
    for (const nlp::Token& token : nlp::tokenize(text)) {
        words.push_back(nlp::folded(token.text));
    }
    return words;
}

template <class Each>
void eachRun(const std::vector<std::string>& words, Each each)
{
    for (std::size_t i = 0; i + kQuotedWords <= words.size(); ++i) {
        std::string run;
        for (std::size_t j = i; j < i + kQuotedWords; ++j) {
            run += words[j] + ' ';
        }
        each(static_cast<std::uint64_t>(std::hash<std::string>{}(run)));
    }
}

/// "I am happy to help with that!": nothing that could be wrong.
bool isTransition(std::string_view sentence)
{
    const std::vector<nlp::Token> tokens = nlp::tokenize(sentence);
    const nlp::Language language = nlp::guessLanguage(tokens).language;
    return std::all_of(tokens.begin(), tokens.end(), [&](const nlp::Token& token) {
        const std::string word = nlp::folded(token.text);
        return token.kind == nlp::TokenKind::Word &&
               (nlp::isStopWord(word, language) ||
                std::find(kTransition.begin(), kTransition.end(), word) != kTransition.end());
    });
}

/// The figures of a word: "2026-11-25" has 2026, 11 and 25; "ORD-007" has 007 and 7.
template <class Each>
void eachFigure(std::string_view word, Each each)
{
    for (std::size_t i = 0; i < word.size();) {
        if (word[i] < '0' || word[i] > '9') {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < word.size() && word[end] >= '0' && word[end] <= '9') {
            ++end;
        }
        std::string_view figure = word.substr(i, end - i);
        while (figure.size() > 1 && figure.front() == '0') {
            figure.remove_prefix(1);
        }
        each(figure);
        i = end;
    }
}

bool hasDigit(std::string_view text)
{
    return text.find_first_of("0123456789") != std::string_view::npos;
}

/// Compared by its beginning, so that "ship" meets "shipped" and "delivery" meets "delivered".
std::string rootOf(const std::string& word)
{
    constexpr std::size_t kRoot = 5;
    return word.size() > kRoot && !hasDigit(word) ? word.substr(0, kRoot) : word;
}

} // namespace

Sources::Sources(std::span<const knowledge::Hit> passages,
                 std::string_view question,
                 std::string_view instructions)
    : m_passages(passages)
{
    for (const knowledge::Hit& hit : passages) {
        // Where somebody is told what to say to a customer, addresses are part of the order.
        m_addresses.add(nlp::disarm(hit.text, nlp::Address::Clerk).text);
    }
    eachRun(foldedWords(instructions), [&](std::uint64_t run) { m_instructions.insert(run); });
    for (const knowledge::Hit& hit : passages) {
        // What a document says too is no secret.
        eachRun(foldedWords(hit.text), [&](std::uint64_t run) { m_instructions.erase(run); });
    }
    for (std::string& word : foldedWords(question)) {
        eachFigure(word, [&](std::string_view figure) { m_asked.emplace(figure); });
        m_asked.insert(rootOf(word));
        m_asked.insert(std::move(word));
    }
}

void Sources::addDataText(std::string_view text, DataFrom from)
{
    // What strangers write may hide an address in an order; a field that is an address hides nothing.
    const bool isOneWord = trimmed(text).find_first_of(" \t\r\n") == std::string_view::npos;
    if (from == DataFrom::Knowledge || isOneWord) {
        m_addresses.add(nlp::disarm(text, nlp::Address::Clerk).text);
    }
    for (std::string& word : foldedWords(text)) {
        eachFigure(word, [&](std::string_view figure) { m_data.emplace(figure); });
        std::replace(word.begin(), word.end(), '_', ' ');
        for (std::size_t begin = 0; begin < word.size();) {
            const std::size_t end = std::min(word.find_first_of(" -", begin), word.size());
            m_data.insert(rootOf(word.substr(begin, end - begin)));
            begin = end + 1;
        }
        m_data.insert(std::move(word));
    }
}

void Sources::addData(const nlohmann::json& output, DataFrom from)
{
    m_hasData = true;
    if (output.is_object()) {
        for (const auto& [key, value] : output.items()) {
            addDataText(key, from);
            addData(value, from);
        }
    } else if (output.is_array()) {
        for (const auto& value : output) {
            addData(value, from);
        }
    } else if (output.is_string()) {
        addDataText(output.get_ref<const std::string&>(), from);
    } else if (!output.is_null()) {
        addDataText(output.dump(), from);
    }
}

bool Sources::isInData(std::string_view sentence) const
{
    if (!m_hasData) {
        return false;
    }
    const std::vector<nlp::Token> tokens = nlp::tokenize(sentence);
    const nlp::Language language = nlp::guessLanguage(tokens).language;
    std::size_t words = 0;
    std::size_t known = 0;
    bool hasWord = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string word = nlp::folded(tokens[i].text);
        bool figuresKnown = true;
        bool isDataFigure = false;
        eachFigure(word, [&](std::string_view figure) {
            isDataFigure = isDataFigure || m_data.contains(figure);
            figuresKnown = figuresKnown && (m_data.contains(figure) || m_asked.contains(figure));
        });
        const bool isDate = std::find(kDateNames.begin(), kDateNames.end(), word) != kDateNames.end();
        const bool isData = m_data.contains(word) || m_data.contains(rootOf(word));
        const bool isKnown = isData || m_asked.contains(word) || m_asked.contains(rootOf(word));
        const bool isName = tokens[i].capitalized && i > 0 && language != nlp::Language::German;
        if (!figuresKnown || (isName && !isKnown && !isDate && !nlp::isStopWord(word, language))) {
            return false;
        }
        // Repeating what was asked speaks neither for the data nor against it.
        const bool isEcho = isKnown && !isData && !isDataFigure;
        if (!nlp::isStopWord(word, language) && !isEcho) {
            ++words;
            known += isData || isDate || isDataFigure ? 1U : 0U;
            hasWord = hasWord || (isData && !isDataFigure);
        }
    }
    // A figure of the data with no word of it could be said of anything.
    return words > 0 && (hasWord || words == 1) &&
           static_cast<double>(known) >= kLeastOfData * static_cast<double>(words);
}

Sources::Support Sources::supportOfPassages(std::string_view sentence,
                                            std::span<const std::size_t> cited) const
{
    Support best;
    best.fault = nameOf(SentenceFault::Unsupported);
    double most = -1;
    const auto isCited = [&](std::size_t i) {
        return std::find(cited.begin(), cited.end(), i) != cited.end();
    };
    for (const bool wanted : {true, false}) {
        for (std::size_t i = 0; i < m_passages.size(); ++i) {
            if (isCited(i) != wanted) {
                continue;
            }
            const knowledge::SentenceCheck check = knowledge::checkSentenceAgainst(sentence, m_passages[i]);
            if (check.isSupported()) {
                return Support{{}, i, true};
            }
            if (check.support > most) {
                most = check.support;
                best.fault = nameOf(check.fault);
            }
        }
    }
    return best;
}

Sources::Support Sources::check(std::string_view sentence, std::span<const std::size_t> cited) const
{
    if (!allowsAddresses(sentence)) {
        return Support{"address", {}, true};
    }
    if (repeatsInstructions(sentence)) {
        return Support{"instructions", {}, true};
    }
    // What no passage at all is needed for: "Sure!", "Here is what I found:".
    if (isTransition(sentence) || knowledge::checkSentence(sentence, {}).isSupported()) {
        return Support{{}, {}, false};
    }
    Support support = supportOfPassages(sentence, cited);
    if (!support.fault.empty() && isInData(sentence)) {
        return Support{};
    }
    return support;
}

bool Sources::repeatsInstructions(std::string_view text) const
{
    bool repeats = false;
    eachRun(foldedWords(text), [&](std::uint64_t run) { repeats = repeats || m_instructions.contains(run); });
    return repeats;
}

} // namespace parley::server::pipeline
