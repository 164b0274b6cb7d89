// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace parley::evaluation {

/// One public retrieval set: corpus.tsv (id, title, text), queries.tsv (id, text), qrels.tsv (query,
/// document, 1).
struct RetrievalSet {
    struct Article {
        std::string id;
        std::string title;
        std::string text;
    };
    std::vector<Article> corpus;
    std::vector<std::pair<std::string, std::string>> queries;
    std::map<std::string, std::set<std::string>> relevant; ///< by query id
};

/// Empty where one of the three files cannot be read.
std::optional<RetrievalSet> readRetrievalSet(const std::filesystem::path& folder);

} // namespace parley::evaluation
