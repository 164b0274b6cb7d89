// SPDX-License-Identifier: MIT
#pragma once

namespace parley::server::telemetry {
class Metrics;
}

namespace parley::server::daemon {

/// Adds what the process itself uses to the metrics (parley_process_…, parley_log_dropped_lines), read at
/// each scrape.
void addProcessMetrics(telemetry::Metrics& metrics);

} // namespace parley::server::daemon
