// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace parley::server::nlp {

/// How a text feels, from -1 (furious) over 0 (neutral) to 1 (delighted).
struct Sentiment {
    /// What the product uses: the plain method where a text reads like a post or a review, a reading for
    /// support desks where it reads like a message to one, and a smooth mixture between the two.
    double score = 0;
    /// The compound of the plain VADER method.
    double vader = 0;
};

/// The sentiment of a message in English, and the anger and thanks of German, Spanish and French ones.
/// @param text  UTF-8, any length; malformed bytes carry nothing. The time is linear.
/// @thread any
/// @source Hutto and Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media
///         Text", ICWSM 2014; the words for support desks are our own
Sentiment sentimentOf(std::string_view text);

/// Sentiment::score of a text.
double sentiment(std::string_view text);

} // namespace parley::server::nlp
