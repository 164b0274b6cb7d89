// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/sentiment/vader_words.h"

namespace parley::server::nlp {

/// VADER's compound of a text, -1..1: the ratings of its words, changed by what stands before them, by
/// capitals, by "but" and by marks of exclamation and question.
/// @source Hutto and Gilbert, ICWSM 2014; constants and rules as in vaderSentiment 3.3
double vaderCompound(const VaderText& text);

} // namespace parley::server::nlp
