// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/golden_run_repository.h"
#include "server/store/transaction.h"

#include <optional>

namespace parley::server::pipeline {

/// Fills what a run that begins now sees: versions of configuration, knowledge and agents, and what of them
/// differs from the run before: which agents, documents and settings, changed by whom.
/// @param previous  none: it is the first run @errors Storage. @thread database worker
Result<void> noteGoldenChanges(store::ReadTransaction& tx,
                               const std::optional<store::GoldenRunRow>& previous,
                               store::GoldenRunRow& run);

} // namespace parley::server::pipeline
