// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/evaluation/evaluation.h"
#include "server/knowledge/knowledge_index.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::daemon::evaluation {

struct RetrievalQuery {
    std::string id;
    std::string text;
    std::set<std::string> relevant;   ///< ids of documents
    std::vector<std::string> answers; ///< as `comparable` gives them; any of them will do
};

/// What a retrieval evaluation reads.
struct RetrievalData {
    std::vector<knowledge::IndexedDocument> documents; ///< in chunks
    std::vector<RetrievalQuery> queries;               ///< those without a relevant document are left out
    bool hasAnswers = false;
};

/// Reads `corpus`, `queries`, `qrels` and, where it is given, `answers`.
/// @errors as readTsv(); InvalidArgument an option is missing, or no query has a relevant document
Result<RetrievalData> readRetrievalData(const Options& options);

/// A text as spans are looked for: lower case, white space as one space.
std::string comparable(std::string_view text);

} // namespace parley::server::daemon::evaluation
