// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/judged_questions.h"

#include "server/knowledge/chunker.h"
#include "server/knowledge/extract/markdown_text.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>

namespace parley::server::daemon::evaluation {

namespace {

using nlohmann::json;

std::optional<std::string> contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file);
    if (!in) {
        return std::nullopt;
    }
    return std::string(std::istreambuf_iterator<char>(in), {});
}

tl::unexpected<Error> missing(const std::string& file)
{
    return fail(ErrorCode::NotFound, "There is no file " + file + ".");
}

std::string textOf(const json& object, const char* field)
{
    const auto value = object.find(field);
    return value != object.end() && value->is_string() ? value->get<std::string>() : std::string();
}

/// @return none where it has no question
std::optional<JudgedQuestion> questionOf(const json& object)
{
    if (!object.is_object() || textOf(object, "question").empty()) {
        return std::nullopt;
    }
    return JudgedQuestion{textOf(object, "question"), textOf(object, "article"), textOf(object, "phrase")};
}

Result<std::vector<JudgedQuestion>> questionsOfLists(const json& whole, const std::string& file)
{
    std::vector<JudgedQuestion> questions;
    for (const char* list : {"answered", "unanswered"}) {
        for (const json& entry : whole.value(list, json::array())) {
            auto question = questionOf(entry);
            if (!question) {
                return fail(ErrorCode::Malformed, file + ": an entry of " + list + " has no question.");
            }
            questions.push_back(*std::move(question));
        }
    }
    return questions;
}

Result<std::vector<JudgedQuestion>> questionsOfLines(const std::string& content)
{
    std::vector<JudgedQuestion> questions;
    std::istringstream lines(content);
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            continue;
        }
        auto question = questionOf(json::parse(line, nullptr, false));
        if (!question) {
            return fail(ErrorCode::Malformed,
                        "Line " + std::to_string(number) + " is not a JSON object with a question.");
        }
        questions.push_back(*std::move(question));
    }
    return questions;
}

} // namespace

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

Result<std::vector<JudgedQuestion>> readJudgedQuestions(const std::string& file)
{
    const auto content = contentOf(file);
    if (!content) {
        return missing(file);
    }
    const json whole = json::parse(*content, nullptr, false);
    const bool isLists = whole.is_object() && (whole.contains("answered") || whole.contains("unanswered"));
    auto questions = isLists ? questionsOfLists(whole, file) : questionsOfLines(*content);
    if (questions && questions->empty()) {
        return fail(ErrorCode::InvalidArgument, file + " has no question.");
    }
    return questions;
}

Result<void> indexArticles(knowledge::KnowledgeIndex& index, const std::string& folder)
{
    std::error_code error;
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".md") {
            files.insert(entry.path());
        }
    }
    if (files.empty()) {
        return fail(ErrorCode::NotFound, "There is no *.md in " + folder + ".");
    }
    for (const std::filesystem::path& file : files) {
        const knowledge::ExtractedDocument extracted =
            knowledge::extractMarkdown(contentOf(file).value_or(std::string()));
        knowledge::IndexedDocument document;
        document.id.value = file.filename().string();
        document.title = extracted.title;
        for (const knowledge::Chunk& chunk : knowledge::chunkDocument(extracted)) {
            knowledge::IndexedChunk indexed;
            indexed.id.value = document.id.value + '#' + std::to_string(chunk.ordinal);
            indexed.headings = chunk.headings;
            indexed.text = chunk.text;
            document.chunks.push_back(std::move(indexed));
        }
        if (auto put = index.put(document); !put) {
            return put;
        }
    }
    return {};
}

Result<std::shared_ptr<const nlp::IntentModel>> trainedOnAgents(const std::string& file)
{
    const auto content = contentOf(file);
    if (!content) {
        return missing(file);
    }
    const json agents = json::parse(*content, nullptr, false);
    if (!agents.is_array()) {
        return fail(ErrorCode::Malformed, file + " is no list of agents.");
    }
    std::vector<nlp::IntentExample> examples;
    for (const json& agent : agents) {
        if (!agent.is_object()) {
            return fail(ErrorCode::Malformed, file + " is no list of agents.");
        }
        for (const json& example : agent.value("examples", json::array())) {
            if (example.is_string()) {
                examples.push_back({example.get<std::string>(), textOf(agent, "name"), 1});
            }
        }
    }
    return nlp::IntentModel::train(examples);
}

} // namespace parley::server::daemon::evaluation
