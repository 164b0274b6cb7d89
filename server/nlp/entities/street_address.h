// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/entities/found.h"

namespace parley::server::nlp {

/// A street with its number, and the postal code and town behind it: "12 Baker Street", "Lindenstraße 4a,
/// 10969 Berlin", "5 rue de la Paix", "Calle Mayor 12".
/// @param at  the start of a word
MaybeFound streetAddressAt(std::string_view text, std::size_t at);

} // namespace parley::server::nlp
