// SPDX-License-Identifier: MIT
#include "server/pipeline/trace.h"

#include "shared/core/clock.h"

namespace parley::server::pipeline {

namespace {

nlohmann::json entryOf(std::string_view node,
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
    return entry;
}

std::string dumped(const nlohmann::json& json)
{
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

void Trace::add(std::string_view node,
                std::int64_t startedMs,
                std::int64_t durationUs,
                nlohmann::json input,
                nlohmann::json output)
{
    m_nodes.push_back(entryOf(node, startedMs, durationUs, std::move(input), std::move(output)));
}

std::string Trace::text() const
{
    return dumped(m_nodes);
}

std::string Trace::textWith(std::string_view node, std::int64_t startedMs, nlohmann::json output) const
{
    const auto last = entryOf(node, startedMs, 0, nlohmann::json::object(), std::move(output));
    std::string text = dumped(m_nodes);
    text.pop_back(); // the bracket that closes it
    text += m_nodes.empty() ? "" : ",";
    return text + dumped(last) + "]";
}

} // namespace parley::server::pipeline
