// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace parley::server::nlp {

/// What a message is when it asks for nothing.
enum class SmallTalk { None, Greeting, Thanks, Goodbye };

struct GuardedText {
    std::string text;           ///< valid UTF-8 without control, zero-width and direction-override characters
    bool empty = false;         ///< nothing but white space, punctuation and symbols
    bool looksInjected = false; ///< tries to talk to a model about its instructions: trust it less
    bool removedHidden = false; ///< invisible characters were in it
    SmallTalk smallTalk = SmallTalk::None;
};

/// Cleans a customer's message and says what is plain to see. Line breaks stay, tabs become spaces.
/// @param text  any bytes; malformed UTF-8 becomes U+FFFD
/// @thread any
GuardedText guardText(std::string_view text);

/// "hi", "thanks a lot!", "bye": only where the whole message is that, in English, German, Spanish and
/// French.
SmallTalk smallTalkOf(std::string_view text);

/// Phrases that address a model rather than a support desk ("ignore all previous instructions").
bool looksInjected(std::string_view text);

} // namespace parley::server::nlp
