// SPDX-License-Identifier: MIT
#include "tests/evaluation/retrieval_set.h"

#include <fstream>
#include <functional>
#include <sstream>

namespace parley::evaluation {
namespace {

bool readRows(const std::filesystem::path& file,
              const std::function<void(const std::vector<std::string>&)>& use)
{
    std::ifstream in(file);
    std::string line;
    while (std::getline(in, line)) {
        std::vector<std::string> fields;
        std::istringstream row(line);
        for (std::string field; std::getline(row, field, '\t');) {
            fields.push_back(field);
        }
        fields.resize(3);
        use(fields);
    }
    return in.eof();
}

} // namespace

std::optional<RetrievalSet> readRetrievalSet(const std::filesystem::path& folder)
{
    RetrievalSet set;
    const bool read =
        readRows(folder / "corpus.tsv",
                 [&](const auto& row) {
                     set.corpus.push_back({row[0], row[1], row[2]});
                 }) &&
        readRows(folder / "queries.tsv",
                 [&](const auto& row) { set.queries.emplace_back(row[0], row[1]); }) &&
        readRows(folder / "qrels.tsv", [&](const auto& row) { set.relevant[row[0]].insert(row[1]); });
    return read ? std::optional(std::move(set)) : std::nullopt;
}

} // namespace parley::evaluation
