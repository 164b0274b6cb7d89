// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace parley::server::channels {

/// "within 2 hours", in the customer's language (en, de, es, fr; English otherwise). Minutes up to an hour
/// and a half, then hours up to a day, then days; rounded up.
std::string responseTimeText(std::string_view locale, std::int64_t minutes);

/// What is shown after sending where the tenant has worded nothing, with its variables.
std::string_view receivedText(std::string_view locale);

/// What operators read beside a message that names a known, proven customer: the form proves nothing.
std::string_view unprovenNote();

} // namespace parley::server::channels
