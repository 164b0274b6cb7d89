// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/golden/golden_expectation.h"
#include "server/store/golden_run_repository.h"

#include <optional>

namespace parley::server::pipeline {

/// Writes what came of a question into its result. @param outcome  a failure: no answer came at all
void noteGoldenOutcome(store::GoldenResultRow& row, const Result<SandboxOutcome>& outcome);

/// Compares a result with the one of the run before. @param previous  none: the question is new
void noteGoldenChange(store::GoldenResultRow& row, const std::optional<store::GoldenResultRow>& previous);

} // namespace parley::server::pipeline
