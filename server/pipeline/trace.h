// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace parley::server::pipeline {

/// What each node of a run did: its time, what it saw and what came out. Kept with the run; the console shows
/// it.
class Trace {
public:
    /// @param input, output  small JSON objects; never whole documents
    void add(std::string_view node,
             std::int64_t startedMs,
             std::int64_t durationUs,
             nlohmann::json input,
             nlohmann::json output);

    /// The JSON array that `runs.trace` holds.
    [[nodiscard]] std::string text() const;
    /// The same with one node more, which is still at work: what it says of itself, without its time.
    [[nodiscard]] std::string
    textWith(std::string_view node, std::int64_t startedMs, nlohmann::json output) const;

private:
    nlohmann::json m_nodes = nlohmann::json::array();
};

} // namespace parley::server::pipeline
