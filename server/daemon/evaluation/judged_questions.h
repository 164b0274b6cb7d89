// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/knowledge_index.h"
#include "server/nlp/intent/intent_model.h"
#include "shared/core/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::daemon::evaluation {

/// A question whose answer is known.
struct JudgedQuestion {
    std::string text;
    std::string article; ///< name of the file that answers it; empty: none does
    std::string phrase;  ///< what a right answer has in it; empty: anything of the article
};

/// One JSON object a line, or one object with the lists `answered` and `unanswered` (the demo's
/// questions.json). @errors NotFound no such file; Malformed a line, by number; InvalidArgument no question
Result<std::vector<JudgedQuestion>> readJudgedQuestions(const std::string& file);

/// Indexes the *.md of a folder as uploads are; a document's id is its file name.
/// @errors NotFound there is none
Result<void> indexArticles(knowledge::KnowledgeIndex& index, const std::string& folder);

/// A classifier of `[{"name", "examples": [text]}]`. @errors NotFound; Malformed; those of training
Result<std::shared_ptr<const nlp::IntentModel>> trainedOnAgents(const std::string& file);

/// Without emphasis and code marks, each run of blanks as one.
std::string plain(std::string_view text);

} // namespace parley::server::daemon::evaluation
