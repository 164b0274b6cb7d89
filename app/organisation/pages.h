// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

namespace parley::console {

/// Who works here and how cases reach them: teams, rules, texts, people, machine clients, and the tenants.
QList<PageEntry> organisationPages();

} // namespace parley::console
