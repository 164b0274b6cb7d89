// SPDX-License-Identifier: MIT
#include "tests/server/knowledge/question_set.h"

#include "tests/server/knowledge/gate_index.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <set>

namespace parley::test {
namespace {

using namespace server::knowledge;

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Without emphasis and code marks, each run of blanks as one.
std::string plain(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t';
        if (c != '*' && c != '`' && !(blank && (out.empty() || out.back() == ' '))) {
            out += blank ? ' ' : c;
        }
    }
    return out;
}

} // namespace

std::vector<SetQuestion> readQuestionSet(const std::filesystem::path& file)
{
    std::vector<SetQuestion> questions;
    const auto json = nlohmann::json::parse(contentOf(file), nullptr, false);
    if (!json.is_object()) {
        return questions;
    }
    for (const auto& entry : json.value("answered", nlohmann::json::array())) {
        questions.push_back(
            {entry.value("question", ""), entry.value("article", ""), entry.value("phrase", "")});
    }
    for (const auto& entry : json.value("unanswered", nlohmann::json::array())) {
        questions.push_back({entry.value("question", ""), {}, {}});
    }
    return questions;
}

bool indexFolder(KnowledgeIndex& index, const std::filesystem::path& folder)
{
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".md") {
            files.insert(entry.path());
        }
    }
    for (const std::filesystem::path& file : files) {
        IndexedDocument document = indexedMarkdown("", contentOf(file));
        document.id.value = file.filename().string();
        if (!index.put(document)) {
            return false;
        }
    }
    return !files.empty();
}

SetAnswer answerTo(const KnowledgeIndex& index, const SetQuestion& question)
{
    const SearchResult found = index.search(question.text);
    SetAnswer answer;
    answer.draft = draftAnswer(question.text, found);
    if (answer.draft.sentences.empty()) {
        return answer;
    }
    answer.article = found.hits.at(answer.draft.sentences.front().hit).document.value;
    answer.hasPhrase = !question.phrase.empty() &&
                       plain(joined(answer.draft)).find(plain(question.phrase)) != std::string::npos;
    if (answer.draft.confidence.value < kDefaultConfidenceThreshold) {
        return answer;
    }
    answer.outcome = answer.hasPhrase                     ? Outcome::Right
                     : answer.article == question.article ? Outcome::OtherWords
                                                          : Outcome::Wrong;
    return answer;
}

std::string_view nameOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Right:
        return "RIGHT";
    case Outcome::OtherWords:
        return "other";
    case Outcome::Wrong:
        return "WRONG";
    case Outcome::HandedOff:
        return "handoff";
    }
    return "";
}

} // namespace parley::test
