// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/clarify_answer.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace parley::server::pipeline {

namespace {

/// An answer that names a choice is short; what is longer is a question of its own.
constexpr std::size_t kAnswerWords = 6;
/// So few words are an answer whatever they say.
constexpr std::size_t kSurelyAnswer = 2;

/// Whether the message has the words of the name, one after another.
bool names(const std::vector<nlp::Token>& words, const std::string& name)
{
    std::string spoken = name;
    std::replace(spoken.begin(), spoken.end(), '_', ' ');
    const std::vector<nlp::Token> wanted = nlp::tokenize(spoken);
    const auto isSame = [](const nlp::Token& a, const nlp::Token& b) { return a.text == b.text; };
    return !wanted.empty() &&
           std::search(words.begin(), words.end(), wanted.begin(), wanted.end(), isSame) != words.end();
}

} // namespace

ClarifyAnswer readClarifyAnswer(const std::string& awaiting, const std::vector<nlp::Token>& words)
{
    ClarifyAnswer answer;
    const auto asked = nlohmann::json::parse(awaiting, nullptr, false);
    if (!asked.is_object() || words.size() > kAnswerWords) {
        return answer;
    }
    std::size_t named = 0;
    for (const auto& choice : asked.value("choices", nlohmann::json::array())) {
        if (choice.is_string() && names(words, choice.get<std::string>())) {
            answer.choice = choice.get<std::string>();
            ++named;
        }
    }
    if (named > 1) {
        answer.choice.clear();
    }
    if (named > 0 || words.size() <= kSurelyAnswer) {
        answer.question = asked.value("question", std::string());
    }
    return answer;
}

} // namespace parley::server::pipeline
