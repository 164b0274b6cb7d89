// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace parley::server::nlp {

/// A text read as a message to a support desk.
struct SupportReading {
    double score = 0; ///< -1..1
    /// What it should count beside the general lexicon, 0..1: how much the text reads like such a message
    /// rather than like a post or a review; 1 in languages that the general lexicon does not know.
    double likeness = 0;
};

/// Reads a text for problems, anger, repeated contact and praise, without taking politeness for joy.
/// @param text  UTF-8, any bytes; the time is linear
SupportReading supportReading(std::string_view text);

} // namespace parley::server::nlp
