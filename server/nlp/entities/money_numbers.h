// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/entities/found.h"

namespace parley::server::nlp {

/// A payment card number of 13 to 19 digits with its check digit; its value the digits.
/// @source ISO/IEC 7812-1, annex B (Luhn)
MaybeFound cardAt(std::string_view text, std::size_t at);

/// An IBAN with the length of its country and its check digits; its value in capitals without spaces.
/// @source ISO 13616 (lengths), ISO 7064 MOD 97-10
MaybeFound ibanAt(std::string_view text, std::size_t at);

/// Whether digits end with their Luhn check digit. @param digits  decimal digits alone
bool hasLuhnDigit(std::string_view digits);

/// The remainder of a number of any length, letters counting 10 to 35. @param text  letters and digits
unsigned remainderOf97(std::string_view text);

} // namespace parley::server::nlp
