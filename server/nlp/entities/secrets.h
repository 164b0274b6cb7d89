// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/entities/found.h"

namespace parley::server::nlp {

/// A password or key by what stands before it ("my password is ...", "api_key=...", "CVV 123", "Bearer ...").
/// Its begin is that of the secret, not of the word that names it.
/// @param at  the start of a word
MaybeFound namedSecretAt(std::string_view text, std::size_t at);

/// A key by its own shape: "sk-...", "ghp_...", "AKIA...", JSON web tokens, private keys in PEM, long random
/// strings.
MaybeFound shapedSecretAt(std::string_view text, std::size_t at);

} // namespace parley::server::nlp
