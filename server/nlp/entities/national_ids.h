// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/entities/found.h"

namespace parley::server::nlp {

/// A number that a state gave a person: US social security, UK national insurance, German tax, Spanish DNI
/// and NIE, French social security, Italian tax code, Brazilian CPF, and passports where the text says so.
/// Check digits are checked where there are any.
MaybeFound nationalIdAt(std::string_view text, std::size_t at);

} // namespace parley::server::nlp
