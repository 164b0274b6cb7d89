// SPDX-License-Identifier: MIT
#include "server/pipeline/trace.h"

#include "shared/core/clock.h"

namespace parley::server::pipeline {

void Trace::add(std::string_view node,
                std::int64_t startedMs,
                std::int64_t durationUs,
                nlohmann::json input,
                nlohmann::json output)
{
    nlohmann::json entry = nlohmann::json::object();
    entry["name"] = node;
    entry["started_ts"] = toRfc3339(startedMs);
    entry["duration_us"] = durationUs;
    entry["input"] = std::move(input);
    for (const char* measure : {"tokens", "cost"}) {
        if (const auto spent = output.find(measure); spent != output.end()) {
            entry[measure] = *spent;
        }
    }
    entry["output"] = std::move(output);
    m_nodes.push_back(std::move(entry));
}

std::string Trace::text() const
{
    return m_nodes.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace parley::server::pipeline
