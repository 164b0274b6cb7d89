// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extractive_answer.h"
#include "server/knowledge/knowledge_index.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace parley::test {

/// One line of a questions.json: what a customer asks of a folder of Markdown articles.
struct SetQuestion {
    std::string text;
    std::string article; ///< file name of the article that answers it; empty = none does
    std::string phrase;  ///< what a right answer has in it
};

/// What became of a question at the default threshold.
enum class Outcome {
    Right,      ///< answered with the phrase
    OtherWords, ///< answered from the right article, without the phrase
    Wrong,      ///< answered from another article, or although none answers it
    HandedOff,
};

struct SetAnswer {
    Outcome outcome = Outcome::HandedOff;
    bool hasPhrase = false;
    std::string article; ///< where the draft begins
    server::knowledge::Draft draft;
};

/// Empty where the file cannot be read.
std::vector<SetQuestion> readQuestionSet(const std::filesystem::path& file);

/// Indexes the *.md of a folder as ingestion would; a document's id is its file name. False where there is
/// none.
bool indexFolder(server::knowledge::KnowledgeIndex& index, const std::filesystem::path& folder);

SetAnswer answerTo(const server::knowledge::KnowledgeIndex& index, const SetQuestion& question);

/// "RIGHT", "other", "WRONG", "handoff".
std::string_view nameOf(Outcome outcome);

} // namespace parley::test
