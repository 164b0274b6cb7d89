// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/entities/found.h"

namespace parley::server::nlp {

/// An amount of money, its currency before or behind it: "$1,299.00", "49,90 €", "1.299,00 EUR", "20
/// dollars". Its value "1299.00 USD".
/// @param at  a digit at the start of a word, or a symbol or letter of a currency
MaybeFound amountAt(std::string_view text, std::size_t at);

} // namespace parley::server::nlp
