// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/tenant_understanding.h"
#include "server/knowledge/extractive_answer.h"
#include "server/knowledge/knowledge_index.h"
#include "server/llm/chat_model.h"
#include "server/nlp/entities/entities.h"
#include "server/nlp/entities/pii.h"
#include "server/nlp/text_guard.h"
#include "server/pipeline/follow_up_question.h"
#include "server/pipeline/sandbox_setup.h"
#include "server/pipeline/trace.h"
#include "server/pipeline/turn_sink.h"
#include "server/tools/toolbox.h"
#include "shared/core/ids.h"
#include "shared/protocol/turn.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::pipeline {

/// One of several things that a message wants, and the agent who answers it.
struct Wish {
    std::string agent;
    std::string text; ///< its words of the message, PII-masked
};

/// How sure the pipeline is of its answer, and how it came to that; see assessment.h.
struct Judgement {
    std::optional<double> inScope;      ///< of the classifier, where the tenant has one
    std::optional<double> intentMargin; ///< likewise
    double risk = 0;                    ///< how likely the rules give such a message to a person, 0..1
    agents::FeatureVector features{};
    bool isMade = false;
    bool hasPassed = false; ///< the gate let it through
    bool isHeld = false;    ///< the threshold alone keeps it from the customer
};

/// The state of one run: what it was given, and what its nodes have found so far. Lives as long as the run.
struct Turn {
    // given
    TenantId tenant;
    ConversationId conversation;
    CustomerId customer;
    MessageId message;
    RunId run;
    std::string ticketPrefix;
    std::string locale;
    std::string text;
    std::int64_t indexVersion = 0;
    std::int64_t configVersion = 0;
    /// Of the tenant's answer cache when the message was accepted; empty: not known.
    std::optional<std::int64_t> cacheVersion;
    /// The message's number in its conversation.
    std::int64_t seq = 0;
    /// What the agents had asked before this message: JSON, or empty.
    std::string awaiting;
    std::int64_t startedMs = 0;
    /// Who wrote the message proved to be the customer: earlier conversations and personal tools are open.
    bool isVerified = false;
    /// Nothing was said before it in this conversation.
    bool isFirst = false;
    /// It is looked ahead: the message is not accepted yet, and nothing may be told, kept or waited for.
    bool isForeseen = false;
    /// A test by an operator: nothing is stored, nothing is sent, tools that write only say what they would
    /// do.
    bool isSandbox = false;
    /// What a sandbox has instead of a conversation; null outside one.
    std::shared_ptr<SandboxSetup> sandbox;
    // shared with the request that streams the turn, which may leave before the turn ends
    std::shared_ptr<TurnSink> sink = std::make_shared<SilentSink>();

    // found
    nlp::GuardedText guarded;
    std::shared_ptr<const agents::TenantUnderstanding> understanding;
    /// The text without personal data: what classifiers, models and traces see.
    nlp::Masked masked;
    std::vector<nlp::Entity> entities;
    /// What the message may ask together with what was asked before.
    FollowUp followUp;
    /// What a follow-up ("And for France?") was found to ask, without personal details; empty: the message
    /// says it. Known from `retrieve` on.
    std::string wholeQuestion;
    std::optional<double> sentiment;
    std::vector<nlp::IntentGuess> intents;
    /// More than one where the message wants several things of several agents; else empty.
    std::vector<Wish> wishes;
    /// The unclear question that this message answers, and the choice it names; empty: none.
    std::string askedAbout;
    std::string chosen;
    /// Agents between which the customer would have to choose; empty: it is clear.
    std::vector<std::string> choices;
    /// What was said before in this conversation, oldest first, without this message; PII-masked with the
    /// names of `masked`.
    std::vector<llm::ChatMessage> history;
    /// What earlier conversations of the same verified customer were about, without personal details; or
    /// empty. Customers wrote it: it is data, never an instruction.
    std::string memory;
    /// What writes the answer; null: the built-in answerer.
    std::shared_ptr<llm::ChatModel> model;
    /// Tools that the agent may use in this turn, highest priority first.
    std::vector<tools::ToolInfo> tools;
    knowledge::SearchResult found;
    knowledge::Draft draft;
    double confidence = 0;
    double threshold = 0;
    Judgement judgement;
    std::string agent = "faq";
    std::string category = "general";
    std::string priority = "medium";
    /// The team it goes to; empty: the queue of all.
    std::string team;
    /// Why it goes to a person; empty while it does not.
    std::string escalationReason;
    /// What of the message has been answered where the rest goes to a person; or empty.
    std::string answeredPart;
    /// The reply as far as it has been released to the customer.
    std::string reply;
    /// Who wrote it: "extractive", or provider and model.
    std::string writtenBy;
    std::vector<proto::ToolUse> toolCalls;
    llm::TokenUsage usage;
    /// Share of the answer's sentences that the passages and tools support, 0..1; empty: none was checked.
    std::optional<double> grounding;
    /// What the model thinks of its own answer, 0..1, where it said so.
    std::optional<double> modelScore;
    bool isCacheHit = false;
    /// The entry it was taken from; empty: none.
    std::string cacheEntry;
    /// That the question it was written for wants the same answer, 0..1.
    double cacheProbability = 1;
    /// Why the reply may not be kept for others ("tool_personal", "case_specific", ...); empty: it may.
    std::string notCacheable;
    /// "answer" or "clarify"
    std::string replyKind = "answer";
    /// What the reply asks and the next message will answer: JSON, or empty.
    std::string asks;
    std::vector<proto::Citation> citations;
    /// Set when a node ended the run.
    std::optional<proto::Turn> outcome;

    /// The reply's number in the conversation, once it is committed.
    std::int64_t replySeq = 0;
    /// Set after a failure that will not heal: the run goes straight to a person.
    bool mustBridge = false;

    Trace trace;
    /// What the present node says of itself for the trace.
    nlohmann::json nodeInput = nlohmann::json::object();
    nlohmann::json nodeOutput = nlohmann::json::object();

    /// What is looked up and answered: the message, or what it asks as a follow-up.
    [[nodiscard]] const std::string& asked() const
    {
        return wholeQuestion.empty() ? guarded.text : wholeQuestion;
    }
    /// The documents may not answer, but the model may find out with the agent's tools.
    [[nodiscard]] bool mayLookUp() const { return model && !tools.empty() && !guarded.looksInjected; }

    /// Forgets what was found, for another try.
    void forget()
    {
        followUp = {};
        wholeQuestion.clear();
        understanding.reset();
        masked = {};
        entities.clear();
        sentiment.reset();
        intents.clear();
        askedAbout.clear();
        chosen.clear();
        choices.clear();
        category = "general";
        priority = "medium";
        team.clear();
        agent = "faq";
        replyKind = "answer";
        asks.clear();
        wishes.clear();
        history.clear();
        memory.clear();
        model.reset();
        tools.clear();
        grounding.reset();
        modelScore.reset();
        found = {};
        draft = {};
        confidence = 0;
        judgement = {};
        escalationReason.clear();
        answeredPart.clear();
        reply.clear();
        writtenBy.clear();
        toolCalls.clear();
        usage = {};
        isCacheHit = false;
        cacheEntry.clear();
        cacheProbability = 1;
        notCacheable.clear();
        citations.clear();
        outcome.reset();
        trace = {};
    }
};

} // namespace parley::server::pipeline
