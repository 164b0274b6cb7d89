// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extractive_answer.h"
#include "server/llm/chat_model.h"

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::pipeline {

/// What a message may ask together with what was asked before it.
struct FollowUp {
    /// In full, likeliest first; empty: the message stands on its own.
    std::vector<std::string> questions;
    /// Stems of the message's own content words.
    std::vector<std::string> own;
    /// It names what it is about by a pronoun only, or not at all: looked up alone it cannot be understood.
    bool isOpen = false;
    /// It asks for an amount or a time.
    bool asksForm = false;
    /// What the customer was told last.
    std::string lastAnswer;
};

/// Completes a short message that leans on the customer's earlier questions ("And for France?", "How much
/// does it cost?") with what they were about. A message with enough content of its own is left alone.
/// @param message  without personal details; @param history  oldest first, without the message
FollowUp followUpOf(std::string_view message, const std::vector<llm::ChatMessage>& history);

/// Whether an answer to a completed question is one to the message: it speaks of the message's own words, or
/// gives the amount or time it asks for, and does not merely say again what was said before.
bool answersFollowUp(const FollowUp& followUp,
                     const knowledge::SearchResult& found,
                     const knowledge::Draft& draft);

} // namespace parley::server::pipeline
