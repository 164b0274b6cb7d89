// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/entities/entities.h"
#include "server/nlp/entities/found.h"

#include <chrono>

namespace parley::server::nlp {

/// Dates of the calendar ("2026-05-12", "12.05.2026", "12/05/26") that begin at a digit.
MaybeFound numericDateAt(std::string_view text, std::size_t at, DateOrder order);

/// Dates with the name of a month ("March 3rd", "3. März 2026", "3 de marzo"), in English, German, French and
/// Spanish. Without a year it is the one nearest to `today`.
MaybeFound namedDateAt(std::string_view text, std::size_t at, std::chrono::year_month_day today);

/// "yesterday", "next Monday", "3 days ago" and what is said for them in German, French and Spanish.
MaybeFound relativeDateAt(std::string_view text, std::size_t at, std::chrono::year_month_day today);

/// "2026-05-12"; nothing where the calendar has no such day or the year is not 1900 to 2199.
std::optional<std::string> isoDate(int year, int month, int day);

} // namespace parley::server::nlp
