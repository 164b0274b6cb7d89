// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/form.h"

namespace parley::console::rules {

/// "#1f5fbf".
Rule color();
/// A language such as en or de-AT.
Rule locale();
/// Exact origins, one each: https://shop.example, http://localhost:3000, or *; at most 100.
Rule origins();
/// At most ten, each at most 200 characters.
Rule suggestedQuestions();

} // namespace parley::console::rules
