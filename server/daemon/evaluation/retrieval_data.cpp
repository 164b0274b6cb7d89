// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/retrieval_data.h"

#include "server/daemon/evaluation/tsv.h"
#include "server/knowledge/chunker.h"
#include "server/nlp/code_points.h"

#include <map>
#include <utility>

namespace parley::server::daemon::evaluation {

namespace {

using Rows = std::vector<std::vector<std::string>>;

Result<Rows> rowsOf(const Options& options, std::string_view name)
{
    const auto file = options.required(name);
    if (!file) {
        return fail(file.error());
    }
    return readTsv(*file, 2);
}

/// The text is one paragraph; a long one becomes many chunks, as an upload's would.
knowledge::IndexedDocument documentOf(const std::vector<std::string>& row)
{
    knowledge::ExtractedDocument extracted;
    extracted.title = row[1];
    if (row.size() > 2) {
        knowledge::Block block;
        block.kind = knowledge::Block::Kind::Paragraph;
        block.text = knowledge::collapsedSpace(row[2]);
        extracted.blocks.push_back(std::move(block));
    }
    knowledge::IndexedDocument document;
    document.id.value = row[0];
    document.title = row[1];
    for (knowledge::Chunk& chunk : knowledge::chunkDocument(extracted)) {
        knowledge::IndexedChunk indexed;
        indexed.id.value = row[0] + '#' + std::to_string(chunk.ordinal);
        indexed.headings = std::move(chunk.headings);
        indexed.text = std::move(chunk.text);
        document.chunks.push_back(std::move(indexed));
    }
    return document;
}

} // namespace

std::string comparable(std::string_view text)
{
    std::string out;
    bool isGap = false;
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = nlp::decodeAt(text, position);
        if (nlp::isSpace(c)) {
            isGap = !out.empty();
            continue;
        }
        if (std::exchange(isGap, false)) {
            out += ' ';
        }
        nlp::appendUtf8(out, nlp::lowered(c));
    }
    return out;
}

Result<RetrievalData> readRetrievalData(const Options& options)
{
    const auto corpus = rowsOf(options, "corpus");
    const auto queries = rowsOf(options, "queries");
    const auto qrels = rowsOf(options, "qrels");
    const bool hasAnswers = options.find("answers").has_value();
    const auto answers = hasAnswers ? rowsOf(options, "answers") : Result<Rows>(Rows{});
    for (const auto* rows : {&corpus, &queries, &qrels, &answers}) {
        if (!*rows) {
            return fail(rows->error());
        }
    }
    std::map<std::string, RetrievalQuery> byId;
    for (const std::vector<std::string>& row : *qrels) {
        if (row.size() < 3 || row[2] != "0") {
            byId[row[0]].relevant.insert(row[1]);
        }
    }
    for (const std::vector<std::string>& row : *answers) {
        const auto query = byId.find(row[0]);
        std::string span = comparable(row[1]);
        if (query != byId.end() && !span.empty()) {
            query->second.answers.push_back(std::move(span));
        }
    }
    RetrievalData data;
    data.hasAnswers = hasAnswers;
    for (const std::vector<std::string>& row : *corpus) {
        data.documents.push_back(documentOf(row));
    }
    for (const std::vector<std::string>& row : *queries) {
        if (auto query = byId.extract(row[0]); !query.empty()) {
            query.mapped().id = row[0];
            query.mapped().text = row[1];
            data.queries.push_back(std::move(query.mapped()));
        }
    }
    if (data.queries.empty()) {
        return fail(ErrorCode::InvalidArgument, "No query has a relevant document.");
    }
    return data;
}

} // namespace parley::server::daemon::evaluation
