// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// What stands for a personal detail: "[email-1]".
struct MaskedDetail {
    std::string placeholder;
    std::string original;
};

/// A text without the personal details in it.
struct Masked {
    std::string text;
    /// By first occurrence; the same detail has the same name throughout the text.
    std::vector<MaskedDetail> map;
};

/// Replaces e-mail addresses, phone and card numbers, IBANs, national ids, IP addresses, passwords and keys,
/// street addresses and dates of birth by names such as "[email-1]". Order and ticket ids, amounts, other
/// dates stay. Masking what is masked already changes nothing.
/// @param text  UTF-8; any bytes are accepted and kept where they are no detail, the time is linear
/// @thread any
Masked maskPii(std::string_view text);

/// The same with the names of an earlier text: a detail that is in `known` keeps its name and
/// new ones count on. The result's map has those of `known` too.
Masked maskPii(std::string_view text, const std::vector<MaskedDetail>& known);

/// Puts the originals back; names that the map does not know stay.
std::string unmaskPii(std::string_view text, const std::vector<MaskedDetail>& map);

} // namespace parley::server::nlp
