// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/language.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace parley::server::nlp {

/// Numbers of the everyday concepts a word stands for ("parcel" and "shipment" share one), so that few
/// examples reach further than their own words. Empty for most words and for other languages than English,
/// German, Spanish and French.
/// @param stem  as stem() gives it
/// @thread any
std::span<const std::uint16_t> conceptsOf(const std::string& stem, Language language);

} // namespace parley::server::nlp
