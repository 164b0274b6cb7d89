// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/check.h"

#include "server/desk/bridge_text.h"
#include "server/knowledge/sentence_check.h"
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

/// @return the number by which the reply names the source, from 1
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

/// The mark after the last sentence of a source: " [1]".
std::string mark(std::size_t source)
{
    return " [" + std::to_string(source) + "]";
}

void release(Turn& turn, const std::string& piece)
{
    turn.reply += piece;
    turn.sink->onToken(piece);
}

/// What stands between the reply so far and the next sentence: list items have lines of their own.
std::string_view separator(const Turn& turn, bool isListItem, bool wasListItem)
{
    if (turn.reply.empty()) {
        return "";
    }
    if (isListItem) {
        return "\n";
    }
    return wasListItem ? "\n\n" : " ";
}

} // namespace

boost::asio::awaitable<Result<Step>> CheckNode::run(Turn& turn, runtime::Budget)
{
    std::size_t dropped = 0;
    bool wasListItem = false;
    std::size_t source = 0; // of the sentence before; 0: none yet
    for (const knowledge::Draft::Sentence& sentence : turn.draft.sentences) {
        const knowledge::Hit& hit = turn.found.hits.at(sentence.hit);
        if (!knowledge::checkSentenceAgainst(sentence.text, hit).isSupported()) {
            ++dropped;
            continue;
        }
        const std::size_t number = cite(turn, hit);
        std::string piece = source != 0 && source != number ? mark(source) : std::string();
        piece += separator(turn, sentence.listItem, wasListItem);
        piece += sentence.text;
        release(turn, piece);
        wasListItem = sentence.listItem;
        source = number;
    }
    if (source != 0) {
        release(turn, mark(source));
    }
    if (!turn.draft.sentences.empty()) {
        turn.grounding = 1 - static_cast<double>(dropped) / static_cast<double>(turn.draft.sentences.size());
    }
    turn.nodeOutput = {{"released", turn.draft.sentences.size() - dropped}, {"dropped", dropped}};
    if (turn.reply.empty()) {
        if (turn.escalationReason.empty()) {
            turn.escalationReason = desk::kReasonNoAnswer;
        }
        co_return Step::Escalate;
    }
    co_return Step::Continue;
}

} // namespace parley::server::pipeline
