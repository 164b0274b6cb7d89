// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::server::pipeline {

/// Asks whether something may be done, in en, de, es or fr (English otherwise).
/// @param what  "Cancel an order"; @param details  a line each, or empty
std::string confirmText(std::string_view what, std::string_view details, std::string_view locale);

/// What is said when it was done, and when it was not wanted.
std::string_view doneText(std::string_view locale);
std::string_view droppedText(std::string_view locale);

/// "yes", "no, thanks": only where the whole message is that, in some languages; none for anything else.
std::optional<bool> readYesOrNo(std::string_view text);

} // namespace parley::server::pipeline
