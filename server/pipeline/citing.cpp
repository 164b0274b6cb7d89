// SPDX-License-Identifier: MIT
#include "server/pipeline/citing.h"

#include "shared/core/text.h"

namespace parley::server::pipeline {

namespace {

/// Length of what a citation shows of its passage, in code points.
constexpr std::size_t kSnippetLength = 400;

proto::Citation citationOf(const knowledge::Hit& hit)
{
    proto::Citation citation;
    citation.documentId = hit.document.value;
    citation.title = hit.title;
    const std::string_view shown = firstCodePoints(hit.text, kSnippetLength);
    citation.snippet = shown.size() < hit.text.size() ? std::string(shown) + "…" : std::string(shown);
    citation.score = hit.score;
    if (hit.page > 0) {
        citation.page = hit.page;
    }
    return citation;
}

} // namespace

std::size_t cite(Turn& turn, const knowledge::Hit& hit)
{
    for (std::size_t i = 0; i < turn.citations.size(); ++i) {
        if (turn.citations[i].documentId == hit.document.value) {
            return i + 1;
        }
    }
    turn.citations.push_back(citationOf(hit));
    return turn.citations.size();
}

std::string citationMark(std::size_t source)
{
    return " [" + std::to_string(source) + "]";
}

} // namespace parley::server::pipeline
