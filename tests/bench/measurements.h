// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/ceilings.h"
#include "tests/bench/daemon.h"
#include "tests/bench/desk.h"
#include "tests/bench/options.h"
#include "tests/bench/report.h"

namespace parley::bench {

/// What every measurement needs.
struct Bench {
    const Options& options;
    Report& report;
    Ceilings& ceilings;
    Daemon& daemon;
};

/// Keep-alive connections of the measurements that do not vary them.
inline constexpr std::size_t kConnections = 64;

/// Start to the first 200 (median of ten, on a data folder that exists) and memory of a daemon that does
/// nothing. Leaves the daemon running.
void measureProcess(Bench& bench);
/// GET /health.
void measureHealth(Bench& bench);
/// GET /session/{id} by a customer and GET /me by an operator.
void measureReads(Bench& bench);
/// POST /chat/message, answered, by the demo tenant's customers.
void measureTurnsOfOneTenant(Bench& bench);
/// The same over options.tenants tenants.
void measureTurnsOfManyTenants(Bench& bench);
/// The same at 500 turns a second, and what each node of the pipeline took meanwhile.
void measureNodes(Bench& bench);
/// options.streams open event streams: memory of each, fan-out, latency of other requests meanwhile.
void measureStreams(Bench& bench);
/// options.chats waiting chats whose customers are there, and 200 operators' links: how soon both sides know
/// who accepted; and one event to options.streams live links.
void measureDesk(Bench& bench);

} // namespace parley::bench
