// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/evaluation/evaluation.h"

namespace parley::server::daemon::evaluation {

/// Indexes the documents of a corpus as uploads are, asks the queries, and measures where the relevant
/// documents and the gold answers come. A document ranks where its best chunk does.
Evaluation retrievalEvaluation();

} // namespace parley::server::daemon::evaluation
