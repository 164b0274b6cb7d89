// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parley::server::nlp {

/// How a sentence speaks to whoever reads it.
enum class Address {
    Reader, ///< as texts do
    Clerk,  ///< it tells a clerk what to say
    Model,  ///< it talks to a language model about its rules or its role
};

/// In English, German, Spanish, French, Italian, Portuguese, Dutch, Polish, Turkish, Russian, Chinese,
/// Japanese, Korean and Arabic; also where letters are spaced out or written as digits.
/// @thread any
Address addressOf(std::string_view sentence);

/// A text that came from elsewhere (a document, a tool), without what gives orders to a model.
struct Disarmed {
    std::string text;
    std::size_t removed = 0; ///< places from which something was cut
};

/// Cuts the rest of the text from where a model is spoken to: nothing that follows can be told from the
/// order.
/// @param least  Clerk: also the rest of the paragraph from where a clerk is told what to do
/// @param text  UTF-8; any bytes are accepted, the time is linear
/// @thread any
Disarmed disarm(std::string_view text, Address least = Address::Model);

} // namespace parley::server::nlp
