// SPDX-License-Identifier: MIT
#include "server/pipeline/follow_up_question.h"

#include "server/knowledge/question.h"
#include "server/nlp/follow_up/follow_up_cues.h"
#include "server/nlp/text_guard.h"
#include "shared/core/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace parley::server::pipeline {

namespace {

using knowledge::QuestionKind;
using llm::ChatMessage;
using llm::ChatRole;

/// A longer message says what it means.
constexpr std::size_t kMostWords = 12;
/// Content words of its own that a message may have and still lean on another.
constexpr std::size_t kMostContent = 3;
constexpr std::size_t kMostReferring = 2;
/// "for France?": so few words without a verb are a piece of a question.
constexpr std::size_t kPieceWords = 3;
/// Questions of the customer that are looked back over.
constexpr std::size_t kLookBack = 3;
constexpr std::size_t kLongestTopic = 300; // bytes
constexpr double kGivenWhole = 0.99;

/// One message as a follow-up is read.
struct Reading {
    std::string text; ///< without its opener and placeholders
    nlp::Language language = nlp::Language::English;
    nlp::FollowUpCues cues;
    QuestionKind kind = QuestionKind::Open;
    bool leans = false;
};

/// "[email-1]" names nothing that a knowledge base could know.
std::string withoutPlaceholders(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end = text[i] == '[' ? text.find(']', i) : std::string_view::npos;
        if (end != std::string_view::npos) {
            i = end;
        } else {
            out += text[i];
        }
    }
    return out;
}

bool isNegated(const std::vector<nlp::Token>& tokens)
{
    return std::any_of(tokens.begin(), tokens.end(), [](const nlp::Token& token) {
        return nlp::isNegation(token.text);
    });
}

bool leansOn(const Reading& reading, const std::vector<nlp::Token>& tokens, bool asks)
{
    const std::size_t content = reading.cues.content.size();
    const bool asksSomething = asks || reading.kind != QuestionKind::Open;
    if (reading.cues.words == 0 || reading.cues.words > kMostWords || (!asksSomething && isNegated(tokens))) {
        return false;
    }
    if (content == 0) {
        return reading.kind != QuestionKind::Open; // "How much?", but not "ok"
    }
    if (reading.cues.refers) {
        return content <= kMostReferring && asksSomething;
    }
    if (reading.cues.opens) {
        return content <= kMostContent;
    }
    return content == 1 && reading.cues.words <= kPieceWords && reading.kind == QuestionKind::Open;
}

Reading readingOf(std::string_view message, nlp::Language language)
{
    Reading reading;
    const std::string text = withoutPlaceholders(message);
    reading.language = language;
    reading.cues = nlp::followUpCues(text, language);
    reading.text = std::string(trimmed(std::string_view(text).substr(reading.cues.openerEnd)));
    const std::vector<nlp::Token> tokens = nlp::tokenize(reading.text);
    reading.kind = knowledge::questionKind(tokens);
    reading.leans = leansOn(reading, tokens, trimmed(text).ends_with('?'));
    return reading;
}

std::set<std::string> stemsOf(const std::vector<nlp::Term>& terms)
{
    std::set<std::string> stems;
    for (const nlp::Term& term : terms) {
        stems.insert(term.stem);
    }
    return stems;
}

/// The content words of `text` that are not among `stems`, as they stand there.
std::string contentBeside(std::string_view text, const std::set<std::string>& stems, nlp::Language language)
{
    std::string words;
    for (const nlp::Token& token : nlp::tokenize(text)) {
        const std::vector<nlp::Term> terms = nlp::contentTerms(std::vector<nlp::Token>{token}, language);
        const bool isNew = std::any_of(terms.begin(), terms.end(), [&](const nlp::Term& term) {
            return !term.filler && !stems.contains(term.stem);
        });
        if (isNew) {
            words += words.empty() ? "" : " ";
            words += text.substr(token.begin, token.end - token.begin);
        }
    }
    return words;
}

std::string joinedBySpace(const std::string& one, const std::string& other)
{
    return one.empty() ? other : other.empty() ? one : one + " " + other;
}

/// Words before a place, a person or a thing that may be another one next time: "to Germany".
bool standsBeforeChoice(std::string_view word)
{
    static constexpr std::array<std::string_view, 24> kWords{"to",   "for",  "in",  "with",  "from",  "nach",
                                                             "für",  "fuer", "mit", "aus",   "bei",   "a",
                                                             "para", "en",   "con", "desde", "pour",  "vers",
                                                             "avec", "à",    "au",  "aux",   "hacia", "into"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// The question with the last thing that stands for one of several replaced: "shipping to Germany" and
/// "France" make "shipping to France". None where there is no such thing.
std::optional<std::string> withOther(const std::string& question, const Reading& piece)
{
    const std::vector<nlp::Token> tokens = nlp::tokenize(question);
    const bool isName =
        std::any_of(piece.cues.content.begin(), piece.cues.content.end(), [&](const auto& term) {
            return std::any_of(tokens.begin(), tokens.end(), [&](const nlp::Token& token) {
                return token.text == term.word;
            });
        });
    if (isName) {
        return std::nullopt; // it is there already
    }
    for (std::size_t i = tokens.size(); i-- > 1;) {
        const bool follows =
            standsBeforeChoice(tokens[i - 1].text) && !nlp::isStopWord(tokens[i].text, piece.language);
        const bool isNamed = tokens[i].capitalized && piece.language != nlp::Language::German;
        if (follows || isNamed) {
            const std::string content = contentBeside(piece.text, {}, piece.language);
            return question.substr(0, tokens[i].begin) + content + question.substr(tokens[i].end);
        }
    }
    return std::nullopt;
}

/// "for France", "France": it takes a place in the question. "express" may as well be added to it.
bool takesAPlace(const Reading& piece)
{
    const std::vector<nlp::Token> tokens = nlp::tokenize(piece.text);
    const bool isName =
        piece.language != nlp::Language::German &&
        std::any_of(tokens.begin(), tokens.end(), [](const nlp::Token& token) { return token.capitalized; });
    return isName || (!tokens.empty() && standsBeforeChoice(tokens.front().text));
}

/// What `reading` asks together with the question before it, likeliest first.
std::vector<std::string> completed(const Reading& reading, const std::string& before)
{
    const std::set<std::string> own = stemsOf(reading.cues.content);
    if (reading.kind != QuestionKind::Open || reading.cues.refers) {
        return {joinedBySpace(reading.text, contentBeside(before, own, reading.language))};
    }
    std::vector<std::string> questions{
        joinedBySpace(before, contentBeside(reading.text, {}, reading.language))};
    if (auto other = withOther(before, reading)) {
        questions.insert(takesAPlace(reading) ? questions.begin() : questions.end(), *std::move(other));
    }
    return questions;
}

/// The customer's last question in full: itself, or completed by the ones before. Empty: there is none.
std::string questionBefore(const std::vector<ChatMessage>& history, nlp::Language language)
{
    std::vector<Reading> leaning; // newest first
    for (auto turn = history.rbegin(); turn != history.rend() && leaning.size() <= kLookBack; ++turn) {
        if (turn->role != ChatRole::User || nlp::smallTalkOf(turn->text) != nlp::SmallTalk::None) {
            continue;
        }
        Reading reading = readingOf(turn->text, language);
        if (reading.leans) {
            leaning.push_back(std::move(reading));
            continue;
        }
        if (reading.cues.content.empty()) {
            continue; // "ok"
        }
        std::string question = reading.text.substr(0, kLongestTopic);
        for (auto later = leaning.rbegin(); later != leaning.rend(); ++later) {
            question = completed(*later, question).front();
        }
        return question;
    }
    return {};
}

nlp::Language languageOf(std::string_view message, const std::vector<ChatMessage>& history)
{
    std::string all;
    for (const ChatMessage& turn : history) {
        all += turn.role == ChatRole::User ? turn.text + "\n" : std::string();
    }
    all += message;
    return nlp::guessLanguage(nlp::tokenize(all)).language;
}

/// Whether the sentence's words, or its heading's, have one of these stems.
bool speaksOf(const std::set<std::string>& said,
              const std::string& stem,
              const knowledge::SearchResult& found)
{
    if (said.contains(stem)) {
        return true;
    }
    const auto term = std::find_if(found.terms.begin(),
                                   found.terms.end(),
                                   [&](const knowledge::QueryTerm& one) { return one.stem == stem; });
    return term != found.terms.end() &&
           std::any_of(term->matches.begin(), term->matches.end(), [&](const auto& match) {
               return said.contains(match.first);
           });
}

} // namespace

FollowUp followUpOf(std::string_view message, const std::vector<ChatMessage>& history)
{
    FollowUp followUp;
    if (history.empty()) {
        return followUp;
    }
    const nlp::Language language = languageOf(message, history);
    const Reading reading = readingOf(message, language);
    if (!reading.leans) {
        return followUp;
    }
    const std::string before = questionBefore(history, language);
    if (before.empty()) {
        return followUp;
    }
    followUp.questions = completed(reading, before);
    for (const nlp::Term& term : reading.cues.content) {
        followUp.own.push_back(term.stem);
    }
    followUp.isOpen = reading.cues.refers || reading.cues.content.empty();
    followUp.asksForm = reading.kind == QuestionKind::Amount || reading.kind == QuestionKind::Time;
    const auto last = std::find_if(history.rbegin(), history.rend(), [](const ChatMessage& turn) {
        return turn.role == ChatRole::Assistant;
    });
    followUp.lastAnswer = last == history.rend() ? std::string() : last->text;
    return followUp;
}

bool answersFollowUp(const FollowUp& followUp,
                     const knowledge::SearchResult& found,
                     const knowledge::Draft& draft)
{
    if (draft.sentences.empty()) {
        return false;
    }
    std::set<std::string> said;
    bool isNew = false;
    for (const knowledge::Draft::Sentence& sentence : draft.sentences) {
        const knowledge::Hit& hit = found.hits.at(sentence.hit);
        const std::string all = hit.title + "\n" + hit.headings + "\n" + sentence.text;
        said.merge(stemsOf(nlp::contentTerms(all, found.language)));
        isNew = isNew || followUp.lastAnswer.find(sentence.text) == std::string::npos;
    }
    const bool isGiven = followUp.asksForm && draft.confidence.features.cue >= kGivenWhole;
    if (isGiven && followUp.own.size() <= 1) {
        return true;
    }
    const bool isCovered = std::all_of(followUp.own.begin(),
                                       followUp.own.end(),
                                       [&](const std::string& stem) { return speaksOf(said, stem, found); });
    return isCovered && (isNew || !followUp.own.empty());
}

} // namespace parley::server::pipeline
