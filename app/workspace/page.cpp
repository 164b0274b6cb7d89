// SPDX-License-Identifier: MIT
// The meta object of Page, which has no code of its own.
#include "app/workspace/page.h"
