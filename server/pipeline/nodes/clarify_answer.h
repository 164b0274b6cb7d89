// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/tokens.h"

#include <string>
#include <vector>

namespace parley::server::pipeline {

/// What a message says to a clarifying question.
struct ClarifyAnswer {
    std::string question; ///< the one that was not clear; empty: this message does not answer it
    std::string choice;   ///< the choice it names; empty: none, or several
};

/// @param awaiting  JSON of ClarifyNode; may be empty. @param words  of the message
/// Short messages that name one of the choices, and those of one or two words, answer; everything else is a
/// question of its own.
ClarifyAnswer readClarifyAnswer(const std::string& awaiting, const std::vector<nlp::Token>& words);

} // namespace parley::server::pipeline
