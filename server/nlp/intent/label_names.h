// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace parley::server::nlp {

/// The words of a label's name, as a weak example of what it stands for: "card_arrival" and "CardArrival" are
/// "card arrival". Empty where the name is a code ("c17", "x_2").
std::string labelWords(std::string_view label);

} // namespace parley::server::nlp
