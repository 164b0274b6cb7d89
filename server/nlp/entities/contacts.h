// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/entities/found.h"

namespace parley::server::nlp {

// What begins at a place, which must be the start of a word (or "+", "(", "["). All look ahead over a bounded
// number of bytes, so that a walk over a text is linear.

/// An e-mail address; its value in lower case.
MaybeFound emailAt(std::string_view text, std::size_t at);

/// "https://...", "www...." and bare names of the commonest endings ("docs.example.com/x"), without the
/// punctuation of the sentence.
MaybeFound urlAt(std::string_view text, std::size_t at);

/// IPv4 and IPv6; four numbers after "version" are none.
MaybeFound ipAt(std::string_view text, std::size_t at);

/// Numbers as they are called: international, in brackets, in groups, or after a word that says so. What
/// follows "order", "invoice" or "#" is none.
MaybeFound phoneAt(std::string_view text, std::size_t at);

} // namespace parley::server::nlp
