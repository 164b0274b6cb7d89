// SPDX-License-Identifier: MIT
#include "server/daemon/process_metrics.h"

#include "server/runtime/platform/file_limit.h"
#include "server/runtime/platform/process_figures.h"
#include "server/telemetry/log_backend.h"
#include "server/telemetry/metrics.h"
#include "shared/core/version.h"

namespace parley::server::daemon {

void addProcessMetrics(telemetry::Metrics& metrics)
{
    const telemetry::Labels version{{"version", std::string(kVersion)}};
    metrics.gauge("parley_build_info", "Version of the daemon; always 1.", version).set(1);
    const auto resident = metrics.gauge("parley_process_resident_bytes", "Memory in use.");
    const auto virtualSize = metrics.gauge("parley_process_virtual_bytes", "Address space in use.");
    const auto files = metrics.gauge("parley_process_open_files", "Open files and sockets.");
    const auto fileLimit = metrics.gauge("parley_process_open_files_limit", "How many there may be.");
    const auto threads = metrics.gauge("parley_process_threads", "Threads.");
    const auto cpu = metrics.gauge("parley_process_cpu_seconds", "Processor time used since the start.");
    const auto dropped = metrics.gauge("parley_log_dropped_lines", "Log lines dropped since the start.");
    metrics.addCollector([=] {
        const runtime::platform::ProcessFigures now = runtime::platform::readProcessFigures();
        resident.set(static_cast<double>(now.residentBytes));
        virtualSize.set(static_cast<double>(now.virtualBytes));
        files.set(static_cast<double>(now.openFiles));
        fileLimit.set(static_cast<double>(runtime::platform::openFileLimit()));
        threads.set(static_cast<double>(now.threads));
        cpu.set(now.cpuSeconds);
        dropped.set(static_cast<double>(telemetry::droppedLogLines()));
    });
}

} // namespace parley::server::daemon
