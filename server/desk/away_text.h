// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parley::server::desk {

/// Why nobody answers right now.
struct Absence {
    /// When the team is back, epoch milliseconds; empty: it works now, but nobody is there.
    std::optional<std::int64_t> backMs;
    /// Of the team's clock, from UTC.
    int offsetMinutes = 0;
    /// There is no address yet that an answer could be sent to.
    bool asksEmail = false;
    /// The tenant's own words, in the place of Parley's; may be empty.
    std::string ownMessage;
};

/// What a customer reads behind the bridge text while nobody is there, in the conversation's language (en,
/// de, es, fr; English otherwise).
std::string awayText(std::string_view locale, const Absence& absence);

/// What a customer reads when whoever took his case did not answer.
std::string requeuedText(std::string_view locale);

} // namespace parley::server::desk
