// SPDX-License-Identifier: MIT
#include "server/pipeline/nodes/check.h"

#include "server/desk/bridge_text.h"
#include "server/knowledge/sentence_check.h"
#include "server/nlp/embedded_instructions.h"
#include "server/pipeline/address_list.h"
#include "server/pipeline/citing.h"

namespace parley::server::pipeline {

namespace {

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

/// Where somebody is told what to say to a customer, addresses are part of the order.
bool mayBeSaid(const knowledge::Draft::Sentence& sentence, const knowledge::Hit& hit)
{
    if (!addressesIn(sentence.text).empty()) {
        AddressList known;
        known.add(nlp::disarm(hit.text, nlp::Address::Clerk).text);
        if (!known.allows(sentence.text)) {
            return false;
        }
    }
    return knowledge::checkSentenceAgainst(sentence.text, hit).isSupported();
}

} // namespace

boost::asio::awaitable<Result<Step>> CheckNode::run(Turn& turn, runtime::Budget)
{
    if (!turn.reply.empty()) {
        turn.nodeOutput = {{"checked_before", true}};
        co_return Step::Continue;
    }
    turn.writtenBy = "extractive";
    std::size_t dropped = 0;
    bool wasListItem = false;
    std::size_t source = 0; // of the sentence before; 0: none yet
    for (const knowledge::Draft::Sentence& sentence : turn.draft.sentences) {
        const knowledge::Hit& hit = turn.found.hits.at(sentence.hit);
        if (!mayBeSaid(sentence, hit)) {
            ++dropped;
            continue;
        }
        const std::size_t number = cite(turn, hit);
        std::string piece = source != 0 && source != number ? citationMark(source) : std::string();
        piece += separator(turn, sentence.listItem, wasListItem);
        piece += sentence.text;
        release(turn, piece);
        wasListItem = sentence.listItem;
        source = number;
    }
    if (source != 0) {
        release(turn, citationMark(source));
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
