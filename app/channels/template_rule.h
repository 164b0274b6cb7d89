// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/form.h"

#include <QStringList>

namespace parley::console::rules {

/// A text in which no `{name}` stands but of the known ones, as the server demands. A brace that begins no
/// name is a brace.
Rule knownVariables(const QStringList& known);

} // namespace parley::console::rules
